/**
 * What is kept for talking about habits: how many checks were in time, by the unit's own clock, and in which order each
 * member made theirs. Bounded: hours of 28 days, shifts of seven days, single looks of twelve hours.
 */
import { hours as inHours } from '../asking.ts'
import type { CommandId, MemberId, PlaceId, StayId } from '../ids.ts'
import { localBlock, localTime } from '../profile/local-time.ts'
import type { Check } from './check-in.ts'

/** In time, late, missed. */
export type Counts = readonly [onTime: number, late: number, missed: number]

export interface ShiftCounts {
  members: Readonly<Record<MemberId, Counts>>
  people: Readonly<Record<StayId, Counts>>
}

export interface Look {
  check: CommandId
  stay: StayId
  seenAt: number
  place: PlaceId | null
  pass: string | null
  /** place and presentation were suggested, and the tap only confirmed them */
  unchanged?: true
}

export interface Habits {
  /** by local day and hour, as `2026-06-16` and `14` */
  hours: Readonly<Record<string, Readonly<Record<string, Counts>>>>
  /** by local day and shift, as `2026-06-16~day`; a night is of the day on which it began */
  shifts: Readonly<Record<string, ShiftCounts>>
  /** of each member, in order of when they looked */
  looks: Readonly<Record<MemberId, readonly Look[]>>
}

export const initialHabits: Habits = { hours: {}, shifts: {}, looks: {} }

const day = inHours(24)
const keptHours = 28 * day
const keptShifts = 7 * day
/** How long single looks are kept (milliseconds). */
export const keptLooks = inHours(12)
const mostLooks = 400

const shiftsFrom = [
  ['23:00', 'night'],
  ['15:00', 'evening'],
  ['07:00', 'day']
] as const

/** Day from 07:00, evening from 15:00, night from 23:00. */
export function shiftKey(at: number, zone: string): string {
  const { date, time } = localBlock(at, zone)
  const shift = shiftsFrom.find(([from]) => time >= from)
  return shift ? `${date}~${shift[1]}` : `${dayBefore(date)}~night`
}

const dayBefore = (date: string): string => new Date(Date.parse(date) - day).toISOString().slice(0, 10)

const addUp = (before: Counts = [0, 0, 0], add: Counts): Counts => [
  Math.max(0, before[0] + add[0]),
  Math.max(0, before[1] + add[1]),
  Math.max(0, before[2] + add[2])
]

interface Added {
  /** when it was seen or missed, by which it is counted */
  when: number
  by: MemberId | null
  stay: StayId
  counts: Counts
}

function counted({ hours, shifts, looks }: Habits, added: Added, zone: string, now: number): Habits {
  const { when, by, stay, counts } = added
  const [{ date, time }, key] = [localBlock(when, zone), shiftKey(when, zone)]
  const [day = {}, hour] = [hours[date], time.slice(0, 2)]
  const shift = shifts[key] ?? { members: {}, people: {} }
  const members = by === null ? shift.members : { ...shift.members, [by]: addUp(shift.members[by], counts) }
  const people = { ...shift.people, [stay]: addUp(shift.people[stay], counts) }
  const recentHours = hours[date] ? hours : since(hours, now - keptHours, zone)
  const recentShifts = shifts[key] ? shifts : since(shifts, now - keptShifts, zone)
  return {
    hours: { ...recentHours, [date]: { ...day, [hour]: addUp(day[hour], counts) } },
    shifts: { ...recentShifts, [key]: { members, people } },
    looks
  }
}

/** Keys begin with a local date; dates of that form compare as text. */
function since<T>(kept: Readonly<Record<string, T>>, oldest: number, zone: string): Record<string, T> {
  const { date } = localTime(oldest, zone)
  return Object.fromEntries(Object.entries(kept).filter(([key]) => key >= date))
}

const isUnchanged = ({ carried = [] }: Check): boolean =>
  carried.includes('place') && carried.includes('presentation')

const once = (late: number, times: 1 | -1): Counts => (late > 0 ? [0, times, 0] : [times, 0, 0])

/** A check was made. */
export function addLook(habits: Habits, stay: StayId, check: Check, zone: string): Habits {
  const { id, by, seenAt, at, place, late, pass = null } = check
  const after = counted(habits, { when: seenAt, by, stay, counts: once(late, 1) }, zone, at)
  if (by === null) return after
  const known = habits.looks[by] ?? []
  const slot = known.findLastIndex(look => look.seenAt <= seenAt) + 1
  const look = {
    check: id,
    stay,
    seenAt,
    place,
    pass,
    ...(isUnchanged(check) && { unchanged: true as const })
  }
  const looks = known.toSpliced(slot, 0, look)
  const recent = looks.filter(look => look.seenAt >= at - keptLooks).slice(-mostLooks)
  return { ...after, looks: { ...habits.looks, [by]: recent } }
}

/** It never was: undone, or corrected. What has been let go of since is not counted below nothing. */
export function removeLook(habits: Habits, stay: StayId, check: Check, zone: string): Habits {
  const { id, by, seenAt, at, late } = check
  const isKept = habits.hours[localBlock(seenAt, zone).date] && habits.shifts[shiftKey(seenAt, zone)]
  const counts = once(late, -1)
  const after = isKept ? counted(habits, { when: seenAt, by, stay, counts }, zone, at) : habits
  const known = by === null ? undefined : habits.looks[by]
  if (by === null || !known) return after
  return { ...after, looks: { ...habits.looks, [by]: known.filter(look => look.check !== id) } }
}

/** So many further intervals went by without a look. */
export function addMissed(habits: Habits, stay: StayId, count: number, at: number, zone: string): Habits {
  return counted(habits, { when: at, by: null, stay, counts: [0, 0, count] }, zone, at)
}
