/** Four weeks of rounds on Maple House with habits of all kinds; the same while an alert is open; and a new unit. */
import { neededFor, priorityOf } from '../../../shared/alerts/priority.ts'
import type { AlertId, PlaceId, StayId } from '../../../shared/ids.ts'
import { intervalOf } from '../../../shared/census/stay.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { mapleHouse, people } from './maple.ts'
import { at, type Scene } from './scene.ts'
import type { Still } from './still.ts'

const minute = 60_000
const today = '2026-07-14'
const now = at('14:05', today)
const from = at('07:00')
const owed = people.filter(([, , , , level]) => intervalOf[level] !== null)
const watchers = ['priya', 'karim', 'helen', 'sam', 'leo', 'kofi', 'dana', 'ines']

/** Always the same numbers, from 0 to below 1. */
function chance(): () => number {
  let seed = 20_260_714
  return () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
}

interface Looked {
  stay: string
  time: number
  by: string
  late?: number
  carried?: ('place' | 'activity' | 'presentation')[]
}

function looked(scene: Scene, { stay, time, by, late = 0, carried = [] }: Looked): void {
  const level = scene.state.census.stays[stay as StayId]?.level ?? 'q60'
  const seen = { seenAt: time, place: 'day-room' as PlaceId, activity: 'sitting', presentation: 'calm' }
  const how = { level, late, reason: late > 0 ? 'short-staffed' : null, carried }
  scene.on(time, { type: 'check-in.completed', stay: stay as StayId, ...seen, ...how }, by)
}

/** Late at the turns of shifts and in the small hours; missed now and then; an hour without any check. */
function past(scene: Scene): void {
  const random = chance()
  for (let time = from; time < now - 720 * minute; time += (time > now - 10_080 * minute ? 5 : 23) * minute) {
    const hour = new Date(time).getUTCHours()
    const turn = [11, 19, 3].includes(hour)
    const [stay = 's01'] = owed[Math.floor(random() * owed.length)] ?? []
    const by = watchers[Math.floor(random() * watchers.length)] ?? 'priya'
    const drawn = random()
    if (hour === 9 && new Date(time).getUTCDay() % 3 === 0) continue
    if (drawn < (turn ? 0.05 : 0.008)) {
      const clock = { kind: 'clock' } as const
      scene.on(
        time,
        { type: 'check-in.missed', stay: stay as StayId, due: time - 30 * minute, count: 1 },
        clock
      )
    } else looked(scene, { stay, time, by, late: drawn < (turn ? 0.22 : hour < 8 ? 0.06 : 0.03) ? 4 : 0 })
  }
}

/** The last shift, each member by a habit of their own. */
function shift(scene: Scene): void {
  const random = chance()
  const looks: Looked[] = []
  const group = (first: number) => owed.slice(first, first + 6).map(([stay]) => stay)
  for (let round = 0; round < 7; round++) {
    const begun = at('07:10', today) + round * 55 * minute
    group(0).forEach((stay, i) => looks.push({ stay, time: begun + i * 2 * minute, by: 'priya' }))
    const turned = group(6).toSorted(() => random() - 0.5)
    turned.forEach((stay, i) =>
      looks.push({ stay, time: begun + (i * 7 + random() * 21) * minute, by: 'karim', late: i === 4 ? 2 : 0 })
    )
    const entered = begun + (6 + random() * 9) * minute
    group(12).forEach((stay, i) =>
      looks.push({ stay, time: entered + i * (1500 + round * 400), by: 'jonas' })
    )
    group(18).forEach((stay, i) => {
      const carried: Looked['carried'] = random() < 0.8 ? ['place', 'presentation'] : []
      looks.push({ stay, time: begun + (i * 5 + random() * 8) * minute, by: 'helen', carried })
    })
  }
  for (const time of ['08:02', '10:40', '12:51'])
    looks.push({ stay: 's28', time: at(time, today), by: 'mei' })
  for (const look of looks.toSorted((a, b) => a.time - b.time)) looked(scene, look)
}

const desk = (scene: Scene, time: number, more: Partial<Still> = {}): Still =>
  scene.still('Charge', 'charge', time, { props: { member: 'ruth' }, ...more })

let weeks: Scene | null = null

/** Folded once: it is some thousand checks. */
function fourWeeks(): Scene {
  if (weeks) return weeks
  weeks = mapleHouse()
  past(weeks)
  shift(weeks)
  return weeks
}

/** The same counts, and an alert that has just been raised. */
function alarmed(): Scene {
  const scene = mapleHouse()
  scene.state = { ...scene.state, checkIns: fourWeeks().state.checkIns }
  const what = { kind: 'medical', priority: priorityOf.medical, place: 'day-room' as PlaceId } as const
  const how = { stay: null, silent: false, drill: false, needed: neededFor[priorityOf.medical] }
  const told = { ladder: defaultLadder, members: [], seenAt: now - minute }
  scene.on(now - minute, { type: 'alert.raised', alert: 'a1' as AlertId, ...what, ...how, ...told }, 'mei')
  return scene
}

export const habitStates = {
  weeks: () => desk(fourWeeks(), now),
  'weeks-alert': () => desk(alarmed(), now),
  'not-live': () => desk(fourWeeks(), now, { freshness: { is: 'stale', behind: 95_000 } }),
  'new-unit': () => desk(mapleHouse(), at('07:02'))
}
