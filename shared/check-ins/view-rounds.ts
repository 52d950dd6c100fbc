/** Every row of this slice. */
import type { Audience } from '../audience.ts'
import type { Profile } from '../profile/profile.ts'
import type { CheckIns } from './check-in.ts'
import { viewHabits, viewHeat, viewShifts } from './view-habits.ts'
import { viewWatches } from './view-watch.ts'
import { viewCheckIns, viewTallies } from './view.ts'
import { usualRelief } from './watch.ts'

export function viewRounds(checkIns: CheckIns, audience: Audience, { description }: Profile) {
  const { rounds, kept, tallies, watches, watchingSince, habits } = checkIns
  const relief = description?.relief ?? usualRelief
  return {
    checkIns: viewCheckIns(rounds, audience, kept),
    tallies: viewTallies(tallies, audience),
    watches: viewWatches(watches, audience, relief, watchingSince),
    habits: viewHabits(habits.looks, audience),
    shifts: viewShifts(habits.shifts, audience),
    heat: viewHeat(habits.hours, audience)
  }
}
