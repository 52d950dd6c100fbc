import type { Credential, CredentialKind } from './member.ts'

/** What a kind of group asks of who leads it. `peer`: a peer leads, with any member present. */
export type Leads = CredentialKind | 'peer' | 'anyone'

/** ISO local date on which the instant falls, in that time zone. */
export function localDate(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** A credential is in force through its last day. ISO dates compare as text. */
export const inForce = (credential: Credential, date: string): boolean => date <= credential.expires

/** Whether somebody with these credentials may lead what asks for `leads`, on that local date. */
export function mayLead(credentials: readonly Credential[], leads: Leads, date: string): boolean {
  if (leads === 'anyone' || leads === 'peer') return true
  const fit = leads === 'licensed' ? ['licensed'] : ['licensed', 'credentialed']
  return credentials.some(credential => fit.includes(credential.kind) && inForce(credential, date))
}
