/**
 * A synthetic unit, Maple House, at a chosen instant. A scene is a list of events with times; its rows are what the
 * real `view` gives each audience after the real `evolve`.
 */
import type { Audience } from '../../../shared/audience.ts'
import type { CommandId, MemberId } from '../../../shared/ids.ts'
import type { Author, Recorded } from '../../../shared/recorded.ts'
import type { Rows } from '../../../shared/rows.ts'
import { eventVersion, evolve, initial, view, type UnitEvent, type UnitState } from '../../../shared/unit.ts'
import type { Still } from './still.ts'

export const timeZone = 'America/Toronto'

/** An instant of the scene's day (Tuesday 16 June 2026), from local `HH:MM` or `HH:MM:SS`. */
export function at(time: string, date = '2026-06-16'): number {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds
}

export class Scene {
  state: UnitState = initial
  seq = 0
  readonly journal: Recorded<UnitEvent>[] = []
  #commands = 0

  /** Records one event at a time of the day, by a member or the unit file. Returns the id of its command. */
  on(time: string | number, event: UnitEvent, by: string | Author = { kind: 'loader' }): CommandId {
    const author: Author = typeof by === 'string' ? { kind: 'member', member: by as MemberId } : by
    const command = `scene-${String(++this.#commands).padStart(6, '0')}` as CommandId
    const when = typeof time === 'number' ? time : at(time)
    const recorded = { seq: ++this.seq, at: when, v: eventVersion, command, by: author, event }
    this.journal.push(recorded)
    this.state = evolve(this.state, recorded)
    return command
  }

  rows(audience: Audience): Rows {
    return view(this.state, audience)
  }

  still(screen: string, audience: Audience, now: string | number, more: Partial<Still> = {}): Still {
    return {
      screen,
      rows: this.rows(audience),
      now: typeof now === 'number' ? now : at(now),
      seq: this.seq,
      freshness: { is: 'live', behind: 300 },
      language: 'en',
      theme: 'day',
      screens: [],
      sendings: [],
      props: {},
      answers: null,
      ...more
    }
  }
}
