/** The one small mark that an alert raised in silence leaves: its shape says how far it got, and no word does. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import { isOver } from '../alerts/open-alerts.ts'
import type { Sent } from './chain.ts'

/** For how long it stays after the tap once it was recorded (milliseconds): a locked tablet is not told that it ended. */
export const tickFor = 1_800_000

export type Tick = 'way' | 'recorded' | 'lost'

/** `age`: milliseconds since the tap. Null: no mark. */
export function tickOf(row: AlertRow | undefined, { is }: Sent, age: number): Tick | null {
  if (row && isOver(row)) return null
  if (is === 'recorded') return age < tickFor ? 'recorded' : null
  return is === 'sending' ? 'way' : 'lost'
}
