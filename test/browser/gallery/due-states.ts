/** States of what is due on the wall: late checks, somebody who is left alone, and groups that people are fetched from. */
import type { MemberId, StayId, WatchId } from '../../../shared/ids.ts'
import { at, type Scene } from './scene.ts'
import type { Still } from './still.ts'
import { busyDay, night as nightScene, wallStates } from './wall-states.ts'
import { scored, watched } from './withdrawal-states.ts'

const robin = 's13' as StayId
const clock = { kind: 'clock' } as const

/** Somebody stays with a person from then on. */
function taken(scene: Scene, time: string | number, member: string, stay: StayId = robin): void {
  scene.on(time, { type: 'watch.taken', stay, member: member as MemberId }, member)
}

/** They let go of it, and the board has said that there is a gap. */
function left(scene: Scene, since: number, member: string): void {
  scene.on(
    since,
    { type: 'watch.released', stay: robin, member: member as MemberId, reason: 'at-alert' },
    member
  )
  scene.on(since + 15_000, { type: 'watch.uncovered', stay: robin, since, step: 1 }, clock)
}

/** The busy day with scores that are owed as well: of Dmitri since 14:12, of Lucas at 14:41. */
export function dueDay(): Scene {
  const scene = busyDay()
  const scores: [watch: string, stay: string, time: string][] = [
    ['watch-dmitri', 's04', '10:12'],
    ['watch-lucas', 's12', '10:41']
  ]
  for (const [watch, stay, time] of scores) {
    watched(scene, '07:00', watch as WatchId, stay, 'cows')
    scored(scene, time, watch as WatchId, 6)
  }
  return scene
}

export function aloneDay(): Scene {
  const scene = dueDay()
  taken(scene, '13:30', 'jonas')
  left(scene, at('14:17:22'), 'jonas')
  return scene
}

function night(alone: boolean): Still {
  const still = wallStates.night()
  const scene = nightScene()
  taken(scene, at('02:30', '2026-06-17'), 'owen')
  if (alone) left(scene, at('03:09:13', '2026-06-17'), 'owen')
  return { ...still, rows: scene.rows('wall') }
}

export const dueStates = {
  alone: () => aloneDay().still('Wall', 'wall', '14:18:20'),
  'alone-stale': () =>
    aloneDay().still('Wall', 'wall', '14:18:20', { freshness: { is: 'stale', behind: 12_300 } }),
  'alone-cut': () =>
    aloneDay().still('Wall', 'wall', '14:36:20', { freshness: { is: 'cut-off', behind: 18 * 60_000 } }),
  'night-held': () => night(false),
  'night-alone': () => night(true)
} satisfies Record<string, () => Still>
