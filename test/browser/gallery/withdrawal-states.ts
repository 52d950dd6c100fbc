/** People of Maple House who are watched for withdrawal: one severe, one overdue, one who may soon be done. */
import type { StayId, WatchId } from '../../../shared/ids.ts'
import type { Danger } from '../../../shared/withdrawal/dangers.ts'
import { bandOf, minutesOf, profiles, usualProfile } from '../../../shared/withdrawal/profiles/profiles.ts'
import type { Answers, ScaleId } from '../../../shared/withdrawal/scales/scale.ts'
import { scales } from '../../../shared/withdrawal/scales/scales.ts'
import { calmDay, mapleHouse } from './maple.ts'
import { at, type Scene } from './scene.ts'
import type { Still } from './still.ts'

export const lucas = 'watch-lucas' as WatchId
export const samir = 'watch-samir' as WatchId
export const rosa = 'watch-rosa' as WatchId

/** Answers that come to a total, of some: as much as can be, from the first question on. */
function answersTo(scale: ScaleId, total: number): Answers {
  const answers: Record<string, number> = {}
  let left = total
  for (const { id, values } of scales[scale].questions) {
    const value = values.findLast(each => each <= Math.min(left, 3)) ?? 0
    answers[id] = value
    left -= value
  }
  for (const { id, values } of scales[scale].questions) {
    const value = values.findLast(each => each <= (answers[id] ?? 0) + left) ?? 0
    left -= value - (answers[id] ?? 0)
    answers[id] = value
  }
  if (left !== 0) throw new RangeError(`${total} of ${scale}`)
  return answers
}

export function watched(
  scene: Scene,
  time: string | number,
  watch: WatchId,
  stay: string,
  scale: ScaleId
): void {
  const profile = usualProfile[scale]
  const { version, first } = profiles[profile]
  scene.on(
    time,
    { type: 'withdrawal.watched', watch, stay: stay as StayId, scale, profile, version, first },
    'helen'
  )
}

export function scored(
  scene: Scene,
  time: string | number,
  watch: WatchId,
  total: number,
  dangers: readonly Danger[] = []
): void {
  const standing = scene.state.withdrawal.watches[watch]
  if (!standing) throw new Error(`no watch ${watch}`)
  const { scale, profile } = standing
  const answers = answersTo(scale, total)
  const band = bandOf(profile, total, dangers)
  const minutes = minutesOf(profile, band, dangers)
  const seenAt = typeof time === 'number' ? time : at(time)
  const pulse = scale === 'cows' ? ([72, 92, 112, 112, 128][answers['pulse'] ?? 0] ?? 72) : null
  const counted = { answers, pulse, dangers, total, band, minutes, seenAt, note: null }
  const { version } = profiles[profile]
  scene.on(time, { type: 'withdrawal.scored', watch, version, ...counted, late: 0, putOff: null }, 'helen')
}

/** Five past two. Lucas by CIWA-Ar, severe since 13:20; Samir by COWS, due at 13:55; Rosa low for a day. */
export function watchedDay(): Scene {
  const scene = calmDay()
  watched(scene, at('12:40', '2026-06-15'), rosa, 's18', 'cows')
  const low: [string, string, number][] = [
    ['12:50', '2026-06-15', 4],
    ['20:40', '2026-06-15', 3],
    ['04:30', '2026-06-16', 2],
    ['12:55', '2026-06-16', 2]
  ]
  for (const [time, date, total] of low) scored(scene, at(time, date), rosa, total)
  watched(scene, '07:00', lucas, 's12', 'ciwa-ar')
  const rising: [string, number][] = [
    ['07:04', 8],
    ['09:10', 11],
    ['11:05', 14],
    ['12:20', 17],
    ['13:20', 21]
  ]
  for (const [time, total] of rising) scored(scene, time, lucas, total)
  watched(scene, '07:50', samir, 's19', 'cows')
  scored(scene, '07:55', samir, 18)
  scored(scene, '09:56', samir, 16)
  scored(scene, '11:55', samir, 14)
  return scene
}

const tablet = (scene: Scene, route: string, member = 'helen', more: Partial<Still> = {}): Still =>
  scene.still('Tablet', 'tablet', '14:05', { ...more, props: { member, route } })

function putOff(): Scene {
  const scene = watchedDay()
  scene.on(
    '14:01',
    { type: 'withdrawal.deferred', watch: samir, reason: 'asleep', until: at('14:30') },
    'helen'
  )
  return scene
}

/** A score that was made without a network waits on this tablet. */
function kept(): Still {
  const sending: Still['sendings'][number] = {
    id: 'kept-score',
    fields: {
      type: 'withdrawal.score',
      watch: samir,
      answers: answersTo('cows', 12),
      pulse: 88,
      seenAt: at('14:02')
    },
    enteredAt: at('14:02'),
    state: { is: 'unsure', tries: 3 }
  }
  return tablet(watchedDay(), '#/withdrawal', 'helen', {
    freshness: { is: 'cut-off', behind: 240_000 },
    sendings: [sending]
  })
}

export const withdrawalStates: Record<string, () => Still> = {
  watches: () => tablet(watchedDay(), '#/withdrawal'),
  'watches-counselor': () => tablet(putOff(), '#/withdrawal', 'priya'),
  'watches-none': () => tablet(mapleHouse(), '#/withdrawal'),
  'watches-kept': kept,
  round: () => tablet(watchedDay(), '#/round'),
  one: () => tablet(watchedDay(), `#/withdrawal/${lucas}`),
  'one-late': () => tablet(putOff(), `#/withdrawal/${samir}`),
  'one-low': () => tablet(watchedDay(), `#/withdrawal/${rosa}`),
  'one-counselor': () => tablet(watchedDay(), `#/withdrawal/${samir}`, 'priya'),
  'score-cows': () => tablet(watchedDay(), `#/withdrawal/${samir}/score`),
  'score-ciwa': () => tablet(watchedDay(), `#/withdrawal/${lucas}/score`),
  'score-counselor': () => tablet(watchedDay(), `#/withdrawal/${samir}/score`, 'priya'),
  correct: () => tablet(watchedDay(), `#/withdrawal/${samir}/correct`),
  begin: () => tablet(watchedDay(), '#/withdrawal/begin')
}
