import { knowsNames, seesPeople, type Audience } from '../audience.ts'
import type { Level } from '../census/stay.ts'
import type { CommandId, MemberId, PlaceId, StayId } from '../ids.ts'
import { remember, rowsOf } from '../memo.ts'
import {
  dueOf,
  type Activity,
  type Check,
  type CheckIns,
  type LateReason,
  type Presentation,
  type Round,
  type Tally
} from './check-in.ts'

/** A round owed to one person. Late is for the screen to tell, by the clock. Absent for `wall-public` and `locked`. */
export interface CheckInRow {
  /** the stay it is owed to */
  id: StayId
  level: Level
  /** when last seen, and when to be seen again (milliseconds since 1970); null: nothing falls due */
  from: number
  due: number | null
  /** off the unit */
  paused: boolean
  missed: number
  /** the last check, as far as the audience may know it */
  place: PlaceId | null
  activity: Activity | null
  last: CheckRow | null
  /** tablet and charge: why checks are being missed, once said */
  reason: LateReason | null
}

export interface CheckRow {
  id: CommandId
  by: MemberId | null
  seenAt: number
  at: number
  presentation: Presentation
  late: number
}

/** charge only */
export interface TallyRow {
  id: string
  level: Level
  hour: number
  ticks: Tally['ticks']
}

const checkInRow = remember((round: Round, audience: Audience): CheckInRow => {
  const known = knowsNames(audience)
  return {
    id: round.stay,
    level: round.level,
    from: round.from,
    due: dueOf(round),
    paused: round.paused,
    missed: round.missed?.count ?? 0,
    place: round.last?.place ?? null,
    activity: round.last?.activity ?? null,
    last: known && round.last ? checkRow(round.last) : null,
    reason: known ? (round.missed?.reason ?? null) : null
  }
})

function checkRow({ id, by, seenAt, at, presentation, late }: Check): CheckRow {
  return { id, by, seenAt, at, presentation, late }
}

const tallyRow = remember((tally: Tally, _audience: Audience): TallyRow => {
  return { id: `${tally.level}~${tally.hour}`, level: tally.level, hour: tally.hour, ticks: tally.ticks }
})

const nobody: Record<string, CheckInRow> = {}
const untold: Record<string, TallyRow> = {}

export const viewCheckIns = remember(
  (rounds: CheckIns['rounds'], audience: Audience): Record<string, CheckInRow> => {
    return seesPeople(audience) ? rowsOf(rounds, round => checkInRow(round, audience)) : nobody
  }
)

export const viewTallies = remember(
  (tallies: CheckIns['tallies'], audience: Audience): Record<string, TallyRow> => {
    return audience === 'charge' ? rowsOf(tallies, tally => tallyRow(tally, audience)) : untold
  }
)
