/** Who leads a meeting sees who sits in it: what they attest there stands for a look of the round. */
import { clockTolerance } from '../asking.ts'
import type { MeetingId, MemberId, StayId } from '../ids.ts'
import { refuse, type Refused } from '../refusal.ts'
import { isHere } from './is-here.ts'
import type { Groups, Meeting } from './meeting.ts'

export interface Attested {
  meeting: MeetingId
  stay: StayId
  /** milliseconds since 1970 */
  seenAt: number
}

/** Null: it may be attested. What comes late by a bad connection is of when it was: somebody led it and sat there then. */
export function attestRefused(
  { meetings }: Groups,
  { meeting: id, stay, seenAt }: Attested,
  member: MemberId
): Refused | null {
  const meeting = meetings[id]
  if (!meeting) return refuse('meeting-unknown', { meeting: id })
  const { situation } = meeting
  if (situation.is === 'cancelled' || (situation.is === 'ended' && seenAt > situation.at))
    return refuse('meeting-over', { meeting: id, at: situation.at })
  if (situation.is === 'scheduled' || seenAt < situation.since - clockTolerance)
    return refuse('meeting-not-running', { meeting: id })
  if (!led(meeting, member, seenAt)) return refuse('not-leading', { meeting: id, stay })
  return satIn(meeting, stay, seenAt) ? null : refuse('not-in-meeting', { meeting: id, stay })
}

function led({ facilitator, coFacilitators, reassigned }: Meeting, member: MemberId, at: number): boolean {
  const then = reassigned && reassigned.at > at ? reassigned.from : facilitator
  return then === member || coFacilitators.includes(member)
}

function satIn({ roster }: Meeting, stay: StayId, at: number): boolean {
  const entry = roster[stay]
  if (isHere(entry?.attendance)) return (entry?.at ?? Infinity) <= at + clockTolerance
  return entry?.attendance === 'left-early' && entry.at > at
}
