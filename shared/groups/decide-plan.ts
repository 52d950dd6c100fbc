import type { Asking, Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import type { GroupId, StayId } from '../ids.ts'
import { refuse, type Refused } from '../refusal.ts'
import { same } from '../same.ts'
import type { GroupCommand } from './command.ts'
import type { GroupDescription, GroupEvent, Groups, Meeting, Planned } from './meeting.ts'
import { dayFrom, plannedOn } from './plan.ts'

type Of<T extends GroupCommand['type']> = Extract<GroupCommand, { type: T }>

/** Planning is owed for today and tomorrow only, and once each. */
export function decidePlan(
  groups: Groups,
  floor: Floor,
  { date }: Of<'meeting.plan'>,
  { now }: Asking
): Decision<GroupEvent> {
  const timeZone = floor.profile.description?.timeZone
  if (!timeZone || groups.planned.includes(date)) return refuse('not-owed', { date })
  const window = [-1, 0, 1].map(days => dayFrom(now, timeZone, days))
  if (!window.slice(1).includes(date)) return refuse('not-owed', { date })
  return [
    { type: 'day.planned', date, meetings: plannedOn(groups.groups, date, timeZone, floor), keep: window }
  ]
}

/** A changed template changes the days already planned, except for meetings that somebody has touched. */
export function decideDefine(
  groups: Groups,
  floor: Floor,
  { group, description }: Of<'group.define'>,
  { now }: Asking
): Decision<GroupEvent> {
  const { id: _id, ...before } = groups.groups[group] ?? { id: group }
  if (same(before, description)) return refuse('no-change')
  const unknown = unknownIn(description, floor)
  if (unknown) return unknown
  const timeZone = floor.profile.description?.timeZone
  const defined: GroupEvent = { type: 'group.defined', group, description }
  if (!timeZone) return [defined]
  const template = { [group]: { id: group, ...description } } as Groups['groups']
  const wanted = groups.planned
    .flatMap(date => plannedOn(template, date, timeZone, floor))
    .filter(planned => planned.startsAt > now)
  return [defined, ...replanned(groups, group, wanted, now)]
}

/** From what stands to what is wanted; what is already as wanted is left alone. */
function replanned(groups: Groups, group: GroupId, wanted: Planned[], now: number): GroupEvent[] {
  const dropped = Object.values(groups.meetings).filter(meeting => {
    const coming = meeting.group === group && meeting.situation.is === 'scheduled' && meeting.startsAt > now
    return coming && !meeting.touched && !wanted.some(planned => same(planned, asPlanned(meeting)))
  })
  const stays = (planned: Planned) =>
    groups.meetings[planned.meeting] && !dropped.some(meeting => meeting.id === planned.meeting)
  return [
    ...dropped.map((meeting): GroupEvent => ({ type: 'meeting.withdrawn', meeting: meeting.id })),
    ...wanted
      .filter(planned => !stays(planned))
      .map((planned): GroupEvent => ({ type: 'meeting.scheduled', planned }))
  ]
}

function asPlanned(meeting: Meeting): Planned {
  const { id, group, date, startsAt, endsAt, place, facilitator, coFacilitators, roster } = meeting
  const stays = Object.keys(roster) as StayId[]
  return { meeting: id, group, date, startsAt, endsAt, place, facilitator, coFacilitators, roster: stays }
}

/** A place or a member that the template names and the unit does not have. */
function unknownIn({ weekly }: GroupDescription, { profile, staff }: Floor): Refused | null {
  for (const { place, facilitator, coFacilitators } of weekly) {
    if (!profile.places[place]) return refuse('place-unknown', { place })
    const named = facilitator === null ? coFacilitators : [facilitator, ...coFacilitators]
    const member = named.find(id => !staff.members[id])
    if (member) return refuse('member-unknown', { member })
  }
  return null
}

/** A group that meets now is not taken away from those who sit in it. */
export function decideRetire(groups: Groups, { group }: Of<'group.retire'>): Decision<GroupEvent> {
  if (!groups.groups[group]) return refuse('group-unknown', { group })
  for (const { id, group: of, situation } of Object.values(groups.meetings)) {
    if (of === group && situation.is === 'running') {
      return refuse('meeting-running', { meeting: id, since: situation.since })
    }
  }
  return [{ type: 'group.retired', group }]
}
