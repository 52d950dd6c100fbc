/** Signs at which nobody waits for a total. Plain: screens use it too. */
export const dangers = [
  'seizure',
  'delirium',
  'new-hallucinations',
  'hard-to-wake',
  'trouble-breathing',
  'chest-pain'
] as const
export type Danger = (typeof dangers)[number]

const complicating: readonly Danger[] = ['seizure', 'delirium', 'new-hallucinations']
const medical: readonly Danger[] = ['seizure', 'hard-to-wake', 'trouble-breathing', 'chest-pain']

/** With one of these a severe withdrawal is a complicated one. */
export const complicates = (signs: readonly Danger[]): boolean =>
  signs.some(sign => complicating.includes(sign))

/** With one of these it is a medical emergency, whatever the total. */
export const isMedical = (signs: readonly Danger[]): boolean => signs.some(sign => medical.includes(sign))
