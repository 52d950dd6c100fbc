/** What follows from the kind of an alert. Plain tables: a screen that needs them does not pay for the schemas. */
import type { AlertKind, Priority } from './kind.ts'

/** Default priority of each kind, by meaning (a site's colour codes are labels only). */
export const priorityOf: Record<AlertKind, Priority> = {
  tension: 'low',
  behavioural: 'high',
  'staff-duress': 'high',
  'self-harm': 'high',
  medical: 'high',
  'missing-person': 'high',
  fire: 'high',
  weapon: 'high',
  'severe-withdrawal': 'high',
  contraband: 'medium',
  property: 'medium',
  conflict: 'medium'
}

/** How many people an alert asks for, the raiser included. */
export const neededFor: Record<Priority, number> = { high: 4, medium: 2, low: 2 }

/** Kinds in which somebody may have come to harm: resolving one needs notes. */
export const safetyKinds: readonly AlertKind[] = [
  'behavioural',
  'staff-duress',
  'self-harm',
  'medical',
  'weapon'
]

export const rank: Record<Priority, number> = { high: 3, medium: 2, low: 1 }
