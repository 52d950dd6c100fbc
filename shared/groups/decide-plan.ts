import type { Asking, Decision } from '../asking.ts'
import type { GroupId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import type { GroupCommand } from './command.ts'
import type { Floor } from './decide.ts'
import type { Group, GroupEvent, Groups, Meeting } from './meeting.ts'
import { dayFrom, plannedOn } from './plan.ts'

type Of<T extends GroupCommand['type']> = Extract<GroupCommand, { type: T }>

/** Planning is owed for today and tomorrow only, and once each. */
export function decidePlan(
  groups: Groups,
  { profile, census }: Floor,
  { date }: Of<'meeting.plan'>,
  { now }: Asking
): Decision<GroupEvent> {
  const timeZone = profile.description?.timeZone
  if (!timeZone || groups.planned.includes(date)) return refuse('not-owed', { date })
  const window = [-1, 0, 1].map(days => dayFrom(now, timeZone, days))
  if (!window.slice(1).includes(date)) return refuse('not-owed', { date })
  return [
    { type: 'day.planned', date, meetings: plannedOn(groups.groups, date, timeZone, census), keep: window }
  ]
}

/** A changed template changes the days already planned, except for meetings that somebody has touched. */
export function decideDefine(
  groups: Groups,
  { profile, census }: Floor,
  { group, description }: Of<'group.define'>,
  { now }: Asking
): Decision<GroupEvent> {
  const { id: _id, ...before } = groups.groups[group] ?? { id: group }
  if (JSON.stringify(before) === JSON.stringify(description)) return refuse('no-change')
  const timeZone = profile.description?.timeZone
  const defined: GroupEvent = { type: 'group.defined', group, description }
  if (!timeZone) return [defined]
  const template: Group = { id: group, ...description }
  const wanted = groups.planned
    .flatMap(date => plannedOn({ [group]: template } as Groups['groups'], date, timeZone, census))
    .filter(planned => planned.startsAt > now)
  const dropped = untouched(groups, group).filter(meeting => meeting.startsAt > now)
  const standing = Object.values(groups.meetings).filter(meeting => !dropped.includes(meeting))
  return [
    defined,
    ...dropped.map((meeting): GroupEvent => ({ type: 'meeting.withdrawn', meeting: meeting.id })),
    ...wanted
      .filter(planned => !standing.some(meeting => meeting.id === planned.meeting))
      .map((planned): GroupEvent => ({ type: 'meeting.scheduled', planned }))
  ]
}

export function decideRetire(groups: Groups, { group }: Of<'group.retire'>): Decision<GroupEvent> {
  if (!groups.groups[group]) return refuse('group-unknown', { group })
  const dropped = untouched(groups, group)
  return [
    { type: 'group.retired', group },
    ...dropped.map((meeting): GroupEvent => ({ type: 'meeting.withdrawn', meeting: meeting.id }))
  ]
}

function untouched(groups: Groups, group: GroupId): Meeting[] {
  return Object.values(groups.meetings).filter(meeting => {
    return meeting.group === group && meeting.situation.is === 'scheduled' && meeting.reassigned === null
  })
}
