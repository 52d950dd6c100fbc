import { knowsNames, seesPeople, type Audience } from '../audience.ts'
import { intervalOf, type Level } from '../census/stay.ts'
import type { CommandId, MeetingId, MemberId, PlaceId, StayId } from '../ids.ts'
import { remember, rowsOf } from '../memo.ts'
import type { Code } from '../profile/codes.ts'
import { dueOf, type Check, type CheckIns, type Method, type Round, type Tally } from './check-in.ts'
import type { Kept } from './kept.ts'
import { regularity } from './regularity.ts'
import { suggestedAt } from './suggested.ts'

/** A round owed to one person. Late is for the screen to tell, by the clock. Absent for `wall-public` and `locked`. */
export interface CheckInRow {
  /** the stay it is owed to */
  id: StayId
  level: Level
  /** when last seen, and when to be seen again (milliseconds since 1970); null: nothing falls due */
  from: number
  due: number | null
  /** tablet and charge: a time before `due` that nobody can reckon with, alike on every screen */
  suggested: number | null
  /** off the unit */
  paused: boolean
  missed: number
  /** the last check, as far as the audience may know it */
  place: PlaceId | null
  activity: Code | null
  last: CheckRow | null
  /** tablet and charge: the last eight checks, newest first, the very last among them; others see none */
  recent: readonly CheckRow[]
  /** tablet and charge: why checks are being missed, once said */
  reason: Code | null
  /** charge: coefficient of variation of the intervals of twelve hours; 0 is clockwork; null of too few */
  regularity: number | null
}

export interface CheckRow {
  id: CommandId
  by: MemberId | null
  seenAt: number
  at: number
  place: PlaceId | null
  activity: Code
  presentation: Code
  level: Level
  late: number
  reason: Code | null
  /** whether breathing was seen, and how the person was looked at; null where it was not said */
  breathing: boolean | null
  method: Method | null
  /** the check that this one corrects */
  corrects: CommandId | null
  /** the meeting in which it was attested by who led it */
  meeting: MeetingId | null
}

/** charge only */
export interface TallyRow {
  id: string
  level: Level
  hour: number
  ticks: Tally['ticks']
}

const shownChecks = 8

const checkInRow = remember((round: Round, audience: Audience, kept: Kept | undefined): CheckInRow => {
  const known = knowsNames(audience)
  return {
    id: round.stay,
    level: round.level,
    from: round.from,
    due: dueOf(round),
    suggested: known ? suggestedFor(round) : null,
    paused: round.paused,
    missed: round.missed?.count ?? 0,
    place: round.last?.place ?? null,
    activity: round.last?.activity ?? null,
    last: known && round.last ? checkRow(round.last) : null,
    recent: known ? recentOf(kept) : [],
    reason: known ? (round.missed?.reason ?? null) : null,
    regularity: audience === 'charge' ? regularityOf(round.stay, kept) : null
  }
})

/** Seeded by the person and the last check, or when they came. */
function suggestedFor(round: Round): number | null {
  const interval = intervalOf[round.level]
  if (interval === null || round.paused) return null
  return suggestedAt(round.from, interval * 60_000, `${round.stay}~${round.last?.id ?? ''}~${round.from}`)
}

const recentOf = (kept: Kept | undefined): CheckRow[] =>
  (kept?.checks ?? []).slice(-shownChecks).reverse().map(checkRow)

const regularityOf = (stay: StayId, kept: Kept | undefined): number | null =>
  regularity((kept?.checks ?? []).map(({ seenAt }) => ({ stay, seenAt })))

function checkRow(check: Check): CheckRow {
  const { id, by, seenAt, at, place, activity, presentation, level, late, reason } = check
  const { breathing = null, method = null, corrects = null, meeting = null } = check
  return {
    ...{ id, by, seenAt, at, place, activity, presentation, level, late, reason },
    ...{ breathing, method, corrects, meeting }
  }
}

const tallyRow = remember((tally: Tally, _audience: Audience): TallyRow => {
  return { id: `${tally.level}~${tally.hour}`, level: tally.level, hour: tally.hour, ticks: tally.ticks }
})

const nobody: Record<string, CheckInRow> = {}
const untold: Record<string, TallyRow> = {}

export const viewCheckIns = remember(
  (rounds: CheckIns['rounds'], audience: Audience, kept: CheckIns['kept']): Record<string, CheckInRow> => {
    if (!seesPeople(audience)) return nobody
    return rowsOf(rounds, round => checkInRow(round, audience, kept[round.stay]))
  }
)

export const viewTallies = remember(
  (tallies: CheckIns['tallies'], audience: Audience): Record<string, TallyRow> => {
    return audience === 'charge' ? rowsOf(tallies, tally => tallyRow(tally, audience)) : untold
  }
)
