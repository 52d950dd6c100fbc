/** From weekly templates to the meetings of a local day, in any time zone and across clock changes. */
import type { Census } from '../census/stay.ts'
import type { MeetingId } from '../ids.ts'
import { localDate } from '../staff/credential.ts'
import type { Staff } from '../staff/member.ts'
import type { Group, Groups, Planned, Slot } from './meeting.ts'

/** Who there is to lead and to be expected: members that are gone leave a hole, people that are gone nothing. */
interface Onto {
  census: Census
  staff: Staff
}

/** The meetings that the templates ask for on an ISO local date, soonest first. */
export function plannedOn(groups: Groups['groups'], date: string, timeZone: string, floor: Onto): Planned[] {
  const day = Temporal.PlainDate.from(date).dayOfWeek
  return Object.values(groups)
    .flatMap(group =>
      group.weekly.filter(slot => slot.day === day).map(slot => plan(group, slot, date, timeZone, floor))
    )
    .sort((a, b) => a.startsAt - b.startsAt || (a.meeting < b.meeting ? -1 : 1))
}

/**
 * A wall-clock time that a clock change skips is taken an hour later, one that occurs twice the first time
 * (Temporal's `compatible`). The length is real minutes, so a meeting never shrinks or stretches with the clocks.
 */
function plan(group: Group, slot: Slot, date: string, timeZone: string, { census, staff }: Onto): Planned {
  const start = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: slot.at })
  const roster = group.roster === 'everyone' ? Object.values(census.stays).map(stay => stay.id) : group.roster
  return {
    meeting: `${group.id}~${date}~${slot.at.replace(':', '')}` as MeetingId,
    group: group.id,
    date,
    startsAt: start.epochMilliseconds,
    endsAt: start.epochMilliseconds + slot.minutes * 60_000,
    place: slot.place,
    facilitator: slot.facilitator !== null && slot.facilitator in staff.members ? slot.facilitator : null,
    coFacilitators: slot.coFacilitators.filter(id => id in staff.members),
    roster: roster.filter(stay => stay in census.stays)
  }
}

/** The ISO local date `days` after the one on which `now` falls. */
export function dayFrom(now: number, timeZone: string, days: number): string {
  return Temporal.PlainDate.from(localDate(now, timeZone)).add({ days }).toString()
}

/** The instant at which an ISO local date begins there. */
export function startOf(date: string, timeZone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
}
