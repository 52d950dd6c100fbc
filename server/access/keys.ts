/** Every name that access uses in Redis. None of them is shared with the journal. */
const access = 'milieu:access:'

export const keys = {
  /** followed by the id of a sign-in */
  signIn: `${access}sign-in:`,
  /** followed by what the secret is for */
  secret: `${access}secret:`,
  /** followed by what is counted */
  attempts: `${access}attempts:`,
  /** hash: display -> how often its addresses were taken back */
  displays: `${access}displays`,
  /** hash, followed by a unit and a member: browser -> how it is told */
  push: `${access}push:`,
  /** channel on which nodes tell each other whom to cut */
  revoked: `${access}revoked`
} as const
