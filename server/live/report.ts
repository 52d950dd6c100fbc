import type { Audience } from '../../shared/audience.ts'
import type { Position } from '../../shared/position.ts'
import { Painted, type Sound } from '../../shared/protocol/painted.ts'
import type { Host } from '../unit/host.ts'
import type { Identity } from './access.ts'
import type { Channel } from './channel.ts'

/** What a display of this node has on its glass, of a unit at its position. */
export interface Report {
  /** its id, and what people call it */
  display: string
  name: string
  audience: Audience
  position: Position
  /** null: it does not say */
  sound: Sound | null
  covered: boolean
  /** ids of rows that it was told and had no room for; of `mostLeft` and more not all */
  left: readonly string[]
}

/** Called with each report that is believed; it must be quick, and must not throw. */
export type OnPainted<State, Command extends { type: string }> = (
  report: Report,
  host: Host<State, Command>
) => void

/** Nobody has painted what they were not told: who says so is not believed, and counts as silent (null). */
export function reportOf(
  asked: unknown,
  { display, name }: Extract<Identity, { kind: 'display' }>,
  { audience, position: head }: Pick<Channel, 'audience' | 'position'>
): Report | null {
  const painted = Painted.safeParse(asked)
  if (!painted.success) return null
  const { position, sound = null, covered = false, left = [] } = painted.data
  if (position.epoch !== head.epoch || position.seq > head.seq) return null
  return { display, name, audience, position, sound, covered, left }
}
