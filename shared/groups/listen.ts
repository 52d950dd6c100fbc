/** What groups hear of other slices: people come, leave and go, members are retired, groups end. */
import type { GroupId, MemberId, StayId } from '../ids.ts'
import { without } from '../memo.ts'
import { isHere } from './is-here.ts'
import { isOpen, type Groups, type Meeting } from './meeting.ts'

/** Its meetings go with it, so that none is left without a name. */
export function retire(groups: Groups, group: GroupId): Groups {
  const left = Object.entries(groups.meetings).filter(([, meeting]) => meeting.group !== group)
  return {
    ...groups,
    groups: without(groups.groups, group) as Groups['groups'],
    meetings: Object.fromEntries(left) as Groups['meetings']
  }
}

/** Who comes onto the unit is expected wherever everyone is. */
export function admit(groups: Groups, stay: StayId, at: number): Groups {
  return eachOpen(groups, meeting => {
    const everyone = groups.groups[meeting.group]?.roster === 'everyone'
    if (!everyone || meeting.situation.is !== 'scheduled' || stay in meeting.roster) return null
    return { roster: { ...meeting.roster, [stay]: { attendance: 'expected', at } } }
  })
}

/** Who goes off the unit in the middle of a meeting has left it. */
export function leave(groups: Groups, stay: StayId, at: number): Groups {
  return eachOpen(groups, meeting => {
    if (!isHere(meeting.roster[stay]?.attendance)) return null
    return { roster: { ...meeting.roster, [stay]: { attendance: 'left-early', at } } }
  })
}

/** Who was discharged is expected nowhere; what has ended keeps its record. */
export function discharge(groups: Groups, stay: StayId): Groups {
  return eachOpen(groups, ({ roster }) =>
    Object.hasOwn(roster, stay) ? { roster: without(roster, stay) } : null
  )
}

/** What a retired member was to lead shows a hole. */
export function relieve(groups: Groups, member: MemberId): Groups {
  return eachOpen(groups, ({ facilitator, coFacilitators }) => {
    if (facilitator !== member && !coFacilitators.includes(member)) return null
    const others = coFacilitators.filter(id => id !== member)
    return { facilitator: facilitator === member ? null : facilitator, coFacilitators: others }
  })
}

/** The same groups when nothing changes. */
function eachOpen(groups: Groups, fields: (meeting: Meeting) => Partial<Meeting> | null): Groups {
  const changed: [string, Meeting][] = []
  for (const meeting of Object.values(groups.meetings)) {
    const part = isOpen(meeting) ? fields(meeting) : null
    if (part) changed.push([meeting.id, { ...meeting, ...part }])
  }
  if (changed.length === 0) return groups
  return { ...groups, meetings: { ...groups.meetings, ...Object.fromEntries(changed) } }
}
