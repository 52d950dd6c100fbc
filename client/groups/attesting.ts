/** Who leads a running meeting says of each person in it that they see them: a look of the round, made where they sit. */
import type { CheckInRow } from '../../shared/check-ins/view.ts'
import { isHere } from '../../shared/groups/is-here.ts'
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { MemberId, StayId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import type { Fields } from '../live/sending.svelte.ts'
import { reasonOwed } from '../tablet/round.ts'
import { leads } from './leaders.ts'

/** Whether this member may attest whom they see in it. */
export const mayAttest = (meeting: MeetingRow, member: MemberId): boolean =>
  meeting.situation === 'running' && leads(meeting, member)

export const sitsIn = ({ roster }: MeetingRow, stay: StayId): boolean => isHere(roster?.[stay])

/**
 * What was missed of somebody without a word why: `in-group` where it fell due while they sat in this meeting, which they
 * did from its beginning. Otherwise whoever sees them has to say why, as on the round. Null: no reason is owed.
 */
export function missedIn(
  { since, situation, roster }: MeetingRow,
  check: Pick<CheckInRow, 'id' | 'missed' | 'reason' | 'due'> | undefined
): 'in-group' | 'ask' | null {
  if (!check || !reasonOwed(check)) return null
  const sat = situation === 'running' && roster?.[check.id] === 'present' ? since : null
  return sat !== null && check.due !== null && check.due > sat ? 'in-group' : 'ask'
}

/** Who could attest somebody who sits in it: whoever leads it; null where nobody does, or this member does. */
export function attesterOf(
  { facilitator, coFacilitators }: MeetingRow,
  members: Rows['members']
): string | null {
  const id = facilitator ?? coFacilitators[0] ?? null
  return id === null ? null : (members[id]?.name ?? null)
}

interface Attested {
  meeting: MeetingRow
  stay: StayId
  presentation: string
  /** milliseconds since 1970 */
  seenAt: number
  /** the same for all whom one sees from where one sits */
  pass: string
  /** why checks were missed, where that is owed and this meeting explains it (`missedIn`) */
  missed: 'in-group' | null
}

/** One person at a time. Where they are and what they do is plain; how they look is said of each. */
export function attestation({ meeting, stay, presentation, seenAt, pass, missed }: Attested): Fields {
  return {
    type: 'check-in.complete',
    stay,
    place: meeting.place,
    activity: 'in-group',
    presentation,
    seenAt,
    meeting: meeting.id,
    pass,
    ...(missed && { reason: missed })
  }
}
