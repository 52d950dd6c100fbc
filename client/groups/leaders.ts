/** Who leads a meeting, as every screen says it alike: who is at an alert does not, nor who is off shift once it matters. */
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { MemberId } from '../../shared/ids.ts'

/** A shift may begin until then: who is off shift leaves no hole in what begins later than this (milliseconds). */
export const offMattersWithin = 30 * 60_000

/** Who leads nothing meanwhile: at an alert or on the way there, and off shift. */
export interface Missing {
  away: ReadonlySet<string>
  off: ReadonlySet<string>
}

type Timed = Pick<MeetingRow, 'situation' | 'startsAt'>
type Led = Timed & Pick<MeetingRow, 'facilitator' | 'coFacilitators'>

/** Facilitates it, alone or with others. */
export const leads = ({ facilitator, coFacilitators }: Omit<Led, keyof Timed>, member: MemberId): boolean =>
  facilitator === member || coFacilitators.includes(member)

/** Whether it is of any consequence yet that somebody is off shift. */
export const offMatters = ({ situation, startsAt }: Timed, now: number): boolean =>
  situation === 'running' || (situation === 'scheduled' && startsAt <= now + offMattersWithin)

/** Those who lead it, the facilitator first; who is on the way to an alert leads nothing that runs. */
export function leadersOf(meeting: Led, { away, off }: Missing, now: number): MemberId[] {
  const { facilitator, coFacilitators, situation } = meeting
  const leaders = facilitator === null ? coFacilitators : [facilitator, ...coFacilitators]
  const matters = offMatters(meeting, now)
  return leaders.filter(id => !(matters && off.has(id)) && !(situation === 'running' && away.has(id)))
}
