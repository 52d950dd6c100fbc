/** The states of the tablet: what has happened on Maple House, and what Priya Sato has open. */
import type { AlertKind, Priority } from '../../../shared/alerts/kind.ts'
import { neededFor, priorityOf } from '../../../shared/alerts/priority.ts'
import type { AlertId, MemberId, PlaceId, StayId } from '../../../shared/ids.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { intervalOf } from '../../../shared/census/stay.ts'
import { ended, mapleHouse, meetingId, people, running, seen } from './maple.ts'
import { at, type Scene } from './scene.ts'
import type { Still } from './still.ts'

const me = 'priya' as MemberId
const screens = Array.from({ length: 15 }, (_, i) => ({
  name: `Screen ${i + 1}`,
  audience: 'wall' as const,
  seq: 100_000,
  ago: 900
}))

interface More {
  by?: string
  stay?: string
  priority?: Priority
  silent?: boolean
  drill?: boolean
}

function raise(scene: Scene, time: string, kind: AlertKind, place: string, more: More = {}): AlertId {
  const { by = 'karim', stay = null, priority = priorityOf[kind], silent = false, drill = false } = more
  const alert = `${kind}-${time.replaceAll(':', '')}` as AlertId
  const where = { place: place as PlaceId, stay: stay as StayId | null }
  const how = { silent, drill, needed: neededFor[priority], ladder: defaultLadder, seenAt: at(time) }
  const members = [me, 'helen' as MemberId]
  scene.on(time, { type: 'alert.raised', alert, kind, priority, ...where, ...how, members }, by)
  return alert
}

function answer(scene: Scene, time: string, alert: AlertId, who: string): void {
  const lapses = at(time) + 180_000
  scene.on(time, { type: 'alert.acknowledged', alert, answer: 'coming', who: who as MemberId, lapses }, who)
}

/** Everybody but those named was seen within their interval, spread over it. */
function seenBy(scene: Scene, now: string, places: readonly string[], except: readonly string[]): void {
  people.forEach(([id, , , , level], i) => {
    const interval = intervalOf[level]
    if (
      interval === null ||
      except.includes(id) ||
      scene.state.census.stays[id as StayId]?.whereabouts.is !== 'here'
    )
      return
    const used = Math.round((0.1 + ((i * 37) % 61) / 100) * interval) * 60_000
    seen(scene, id, at(now) - used, places[i % places.length], 'sitting', 'calm', i % 2 ? 'priya' : 'karim')
  })
}

/** Five past two: one check late, others soon, two groups running, two people off the unit. */
function afternoon(): Scene {
  const scene = mapleHouse()
  const away = (stay: string, destination: string, back: string) =>
    scene.on(
      '13:20',
      { type: 'stay.left', stay: stay as StayId, destination, escort: null, back: at(back) },
      'leo'
    )
  away('s20', 'dental clinic', '15:10')
  away('s22', 'court', '16:00')
  running(scene, 'relapse', '13:30', ['s03'])
  running(scene, 'art', '13:45')
  seen(scene, 's24', '13:47', 'own-room', 'sitting', 'withdrawn', 'karim')
  seen(scene, 's23', '13:52', 'own-room')
  seenBy(scene, '14:05', ['day-room', 'courtyard', 'own-room', 'day-room', 'hallway'], ['s23', 's24'])
  return scene
}

/** Six minutes into Priya's group: some came, one late, one excused, two not here. */
function inGroup(): Scene {
  const scene = afternoon()
  ended(scene, 'relapse', '14:20')
  ended(scene, 'art', '14:45')
  seenBy(scene, '15:04', ['day-room', 'own-room', 'courtyard'], [])
  running(scene, 'process-b', '15:00', ['s13'])
  const meeting = meetingId('process-b')
  const place = 'group-1' as PlaceId
  for (const [stay, attendance] of [
    ['s08', 'late'],
    ['s11', 'expected'],
    ['s12', 'excused']
  ] as const)
    scene.on('15:05', { type: 'meeting.attended', meeting, stay: stay as StayId, attendance, place }, me)
  return scene
}

const tablet = (scene: Scene, now: string, route: string, more: Partial<Still> = {}): Still =>
  scene.still('Tablet', 'tablet', now, { screens, ...more, props: { member: me, route, ...more.props } })

const kept = (
  stay: string,
  time: string,
  place: string,
  presentation: string
): Still['sendings'][number] => ({
  id: `kept-${stay}`,
  fields: { type: 'check-in.complete', stay, place, activity: 'sitting', presentation, seenAt: at(time) },
  enteredAt: at(time),
  state: { is: 'unsure', tries: 3 }
})

function offline(): Still {
  const sendings = [
    kept('s27', '14:01', 'courtyard', 'calm'),
    kept('s04', '14:02', 'workshop', 'anxious'),
    kept('s11', '14:04', 'day-room', 'tearful')
  ]
  return tablet(afternoon(), '14:05', '#/round', { freshness: { is: 'cut-off', behind: 420_000 }, sendings })
}

function taken(kind: AlertKind, more: More = {}): { scene: Scene; alert: AlertId } {
  const scene = inGroup()
  const alert = raise(scene, '15:05:10', kind, 'day-room', { stay: 's01', ...more })
  return { scene, alert }
}

/** What this device had raised, as its page remembers it. */
export interface TabletState {
  still: Still
  raised?: { id: string; fields: Record<string, unknown>; epoch: string | null; aside: boolean }[]
}

const raisedFields = (kind: AlertKind) => ({
  type: 'alert.raise',
  kind,
  place: 'day-room',
  seenAt: at('15:05:10')
})

function sent(): TabletState {
  const { scene, alert } = taken('medical', { by: 'priya' })
  answer(scene, '15:05:16', alert, 'helen')
  showAt(scene, '15:05:10', alert, [3])
  const still = tablet(scene, '15:05:19', '#/round')
  return { still, raised: [{ id: alert, fields: raisedFields('medical'), epoch: 'still', aside: false }] }
}

/** All displays but those have had it on their glass. */
function showAt(scene: Scene, time: string, alert: AlertId, but: readonly number[]): void {
  for (const [i, { name: screen, audience }] of screens.entries())
    if (!but.includes(i))
      scene.on(time, { type: 'alert.shown', alert, screen, audience, sounded: true }, { kind: 'clock' })
}

/** Raised here, with six more open: a drill and a silent one among them. */
function many(): TabletState {
  const { scene, alert } = taken('medical', { by: 'priya' })
  showAt(scene, '15:05:10', alert, [])
  raise(scene, '15:05:20', 'staff-duress', 'group-1', { by: 'leo', silent: true })
  raise(scene, '15:05:21', 'behavioural', 'courtyard', { by: 'sam' })
  raise(scene, '15:05:22', 'conflict', 'workshop', { by: 'leo' })
  raise(scene, '15:05:23', 'self-harm', 'bathroom', { by: 'sam' })
  raise(scene, '15:05:24', 'tension', 'dining', { by: 'leo' })
  raise(scene, '15:05:25', 'fire', 'workshop', { by: 'sam', drill: true })
  const still = tablet(scene, '15:05:40', '#/round')
  return { still, raised: [{ id: alert, fields: raisedFields('medical'), epoch: 'still', aside: false }] }
}

/** Contained by Helen; `raisedHere`: what Priya raised herself, else one that she never answered. */
function contained(raisedHere: boolean): TabletState {
  const { scene, alert } = taken('medical', raisedHere ? { by: 'priya' } : {})
  showAt(scene, '15:05:10', alert, [])
  scene.on('15:06:20', { type: 'alert.arrived', alert, who: 'helen' as MemberId }, 'helen')
  scene.on('15:09', { type: 'alert.contained', alert }, 'helen')
  const one = { id: alert, fields: raisedFields('medical'), epoch: 'still', aside: false }
  return { still: tablet(scene, '15:09:30', '#/round'), raised: raisedHere ? [one] : [] }
}

/** Who said that they cannot come has it as a line above the work, and may still come. */
function lined(): TabletState {
  const { scene, alert } = taken('medical')
  scene.on('15:05:50', { type: 'alert.declined', alert, who: me }, 'priya')
  return { still: tablet(scene, '15:06:02', '#/round') }
}

/** What stands over the PIN of a locked tablet. */
function lockedContained(): TabletState {
  const { scene, alert } = taken('medical')
  scene.on('15:06:20', { type: 'alert.arrived', alert, who: 'helen' as MemberId }, 'helen')
  scene.on('15:09', { type: 'alert.contained', alert }, 'helen')
  const props = { recents: [], kept: {}, member: null }
  return { still: scene.still('Locked', 'locked', '15:09:30', { props }) }
}

/** It was over and began again. */
function again(): TabletState {
  const { scene, alert } = taken('behavioural')
  scene.on('15:10', { type: 'alert.resolved', alert, action: 'talked', notes: null }, 'helen')
  scene.on('15:20', { type: 'alert.raised-again', alert, reason: 'it goes on', members: [me] }, 'helen')
  return { still: tablet(scene, '15:20:30', '#/round') }
}

function nowhere(): TabletState {
  const { scene, alert } = taken('behavioural', { by: 'priya' })
  const shown = screens.slice(0, 3).map(screen => ({ ...screen, seq: 0 }))
  const still = tablet(scene, '15:05:17', '#/round', { screens: shown })
  return { still, raised: [{ id: alert, fields: raisedFields('behavioural'), epoch: 'still', aside: false }] }
}

function notSent(): TabletState {
  const id = 'unheard-alert'
  const fields = raisedFields('staff-duress')
  const sendings = [{ id, fields, enteredAt: at('15:05:10'), state: { is: 'unsure', tries: 4 } as const }]
  const still = tablet(inGroup(), '15:05:19', '#/round', {
    freshness: { is: 'stale', behind: 14_000 },
    sendings
  })
  return { still, raised: [{ id, fields, epoch: null, aside: false }] }
}

function takeover(): TabletState {
  const { scene, alert } = taken('medical')
  answer(scene, '15:05:40', alert, 'helen')
  return { still: tablet(scene, '15:06:02', '#/round') }
}

function second(): TabletState {
  const { scene, alert } = taken('medical')
  answer(scene, '15:05:40', alert, 'priya')
  raise(scene, '15:05:58', 'fire', 'workshop', { by: 'leo' })
  raise(scene, '15:06:00', 'conflict', 'courtyard', { by: 'sam' })
  return { still: tablet(scene, '15:06:05', '#/round') }
}

function coming(): TabletState {
  const { scene, alert } = taken('medical')
  answer(scene, '15:05:40', alert, 'priya')
  return { still: tablet(scene, '15:06:05', `#/alert/${alert}`) }
}

/** Helen leads there, Leo cannot come, Priya comes and has not said what for. */
function roles(): { scene: Scene; alert: AlertId } {
  const { scene, alert } = taken('medical')
  scene.on('15:05:30', { type: 'alert.declined', alert, who: 'leo' as MemberId }, 'leo')
  const told = { type: 'alert.escalated', alert, step: 1, members: ['ruth' as MemberId] } as const
  scene.on('15:05:30', { ...told, why: 'declined' }, 'leo')
  answer(scene, '15:05:40', alert, 'priya')
  scene.on('15:06:20', { type: 'alert.arrived', alert, who: 'helen' as MemberId }, 'helen')
  scene.on('15:06:24', { type: 'alert.role-taken', alert, who: 'helen' as MemberId, role: 'lead' }, 'helen')
  return { scene, alert }
}

function onScene(more: 'contained' | null = null): TabletState {
  const { scene, alert } = roles()
  scene.on('15:06:50', { type: 'alert.arrived', alert, who: me }, 'priya')
  scene.on('15:06:55', { type: 'alert.role-taken', alert, who: me, role: 'others' }, 'priya')
  if (more) scene.on('15:09', { type: 'alert.contained', alert }, 'helen')
  return { still: tablet(scene, '15:09:30', `#/alert/${alert}`) }
}

/** No display had shown it after five seconds; Priya could not come, and nobody does yet. */
function declined(): TabletState {
  const { scene, alert } = taken('behavioural')
  scene.on('15:05:15', { type: 'alert.unshown', alert }, { kind: 'clock' })
  const told = { type: 'alert.escalated', alert, members: ['ruth' as MemberId] } as const
  scene.on('15:05:15', { ...told, step: 1, why: 'unshown' }, { kind: 'clock' })
  scene.on('15:05:50', { type: 'alert.declined', alert, who: me }, 'priya')
  scene.on('15:05:50', { ...told, step: 2, why: 'declined' }, 'priya')
  return { still: tablet(scene, '15:06:02', `#/alert/${alert}`) }
}

/** Helen said that she comes, and for three minutes nobody came. */
function ranOut(): TabletState {
  const { scene, alert } = taken('medical')
  answer(scene, '15:05:40', alert, 'helen')
  scene.on('15:08:40', { type: 'alert.lapsed', alert }, { kind: 'clock' })
  return { still: tablet(scene, '15:09', '#/round') }
}

/** Karim and then `by` raised the same. */
function twice(by: string): { scene: Scene; alert: AlertId; second: AlertId } {
  const { scene, alert } = taken('medical')
  const second = raise(scene, '15:05:30', 'medical', 'day-room', { by })
  scene.on('15:05:30', { type: 'alert.merged', alert: second, into: alert }, by)
  return { scene, alert, second }
}

const merged = (): TabletState => ({ still: tablet(twice('sam').scene, '15:06:02', '#/round') })

function counted(): TabletState {
  const { scene, second } = twice('priya')
  const raised = [{ id: second, fields: raisedFields('medical'), epoch: 'still', aside: false }]
  return { still: tablet(scene, '15:05:48', '#/round'), raised }
}

/** Priya called for help in silence from this tablet; to who looks on it is her round. */
function hushed(): TabletState {
  const { scene, alert } = taken('staff-duress', { silent: true, by: 'priya' })
  const fields = { ...raisedFields('staff-duress'), silent: true }
  const still = tablet(scene, '15:06:02', '#/round')
  return { still, raised: [{ id: alert, fields, epoch: 'still', aside: false }] }
}

/** The same, while nothing reaches the board. */
function hushedUnsent(): TabletState {
  const id = 'unheard-alert'
  const fields = { ...raisedFields('staff-duress'), silent: true }
  const sendings = [{ id, fields, enteredAt: at('15:05:10'), state: { is: 'unsure', tries: 4 } as const }]
  const still = tablet(inGroup(), '15:05:19', '#/round', { sendings })
  return { still, raised: [{ id, fields, epoch: null, aside: false }] }
}

/** Put away before anybody heard of it. */
function unheard(): TabletState {
  const { still, raised = [] } = notSent()
  return { still, raised: raised.map(one => ({ ...one, aside: true })) }
}

/** It began at 15:01, with no connection, and arrived at 15:05. */
function late(): TabletState {
  const scene = inGroup()
  const alert = 'late-alert' as AlertId
  const what = { alert, kind: 'self-harm', priority: 'high', silent: false, drill: false, needed: 4 } as const
  const how = { place: 'bathroom' as PlaceId, stay: null, ladder: defaultLadder, seenAt: at('15:01:10') }
  scene.on('15:05:10', { type: 'alert.raised', ...what, ...how, members: [me] }, 'karim')
  return { still: tablet(scene, '15:05:30', '#/round') }
}

function drill(): TabletState {
  return { still: tablet(taken('medical', { drill: true }).scene, '15:06:02', '#/round') }
}

function low(): TabletState {
  const scene = afternoon()
  raise(scene, '14:04:20', 'tension', 'dining', { by: 'leo' })
  return { still: tablet(scene, '14:05', '#/round') }
}

function resolving(): TabletState {
  const { scene, alert } = taken('medical')
  scene.on('15:08', { type: 'alert.arrived', alert, who: me }, 'priya')
  return { still: tablet(scene, '15:19', `#/alert/${alert}/resolve`) }
}

/** A name of 200 letters, French names of any length, three of them alike, and a check that was missed. */
function longNames(): Still {
  const scene = afternoon()
  const names: Record<string, string> = {
    s24: `Marie-Antoinette ${'de la Roche-Montgomery-'.repeat(7)}Lafontaine`,
    s23: 'Maximilien-Alexandre Charbonneau-Deslauriers',
    s19: 'Maximilien Charbonneau-Deslauriers',
    s28: 'Anne-Sophie Vaillancourt-Archambault'
  }
  for (const [id, name] of Object.entries(names)) {
    const stay = scene.state.census.stays[id as StayId]
    if (stay) scene.on('14:00', { type: 'stay.described', stay: stay.id, person: { ...stay.person, name } })
  }
  scene.on('14:02', { type: 'check-in.missed', stay: 's24' as StayId, due: at('14:02'), count: 2 })
  return tablet(scene, '14:05', '#/round')
}

export const tabletStates: Record<string, () => TabletState> = {
  round: () => ({ still: tablet(afternoon(), '14:05', '#/round', { answers: 'recorded' }) }),
  long: () => ({ still: longNames() }),
  check: () => ({ still: tablet(afternoon(), '14:05', '#/round/s24') }),
  offline: () => ({ still: offline() }),
  groups: () => ({ still: tablet(inGroup(), '15:06', '#/groups') }),
  group: () => ({ still: tablet(inGroup(), '15:06', `#/groups/${meetingId('process-b')}`) }),
  unit: () => ({
    still: tablet(afternoon(), '14:05', '#/unit', {
      screens: screens.map((s, i) => (i < 2 ? { ...s, ago: 190_000 } : s))
    })
  }),
  sent,
  nowhere,
  many,
  again,
  lined,
  'contained-locked': lockedContained,
  'contained-strip': () => contained(false),
  'contained-chain': () => contained(true),
  'not-sent': notSent,
  alert: takeover,
  second,
  coming,
  low,
  medium: () => ({ still: tablet(taken('conflict').scene, '15:06:02', '#/round') }),
  silent: () => ({ still: tablet(taken('staff-duress', { silent: true }).scene, '15:06:02', '#/round') }),
  resolve: resolving,
  roles: () => {
    const { scene, alert } = roles()
    return { still: tablet(scene, '15:06:40', `#/alert/${alert}`) }
  },
  there: () => onScene(),
  contained: () => onScene('contained'),
  declined,
  'ran-out': ranOut,
  merged,
  counted,
  hushed,
  'hushed-unsent': hushedUnsent,
  unheard,
  late,
  drill,
  'drill-medium': () => ({
    still: tablet(taken('conflict', { drill: true }).scene, '15:06:02', '#/round')
  }),
  raiser: () => {
    const { scene, alert } = taken('medical', { by: 'priya' })
    answer(scene, '15:05:40', alert, 'helen')
    return { still: tablet(scene, '15:06:02', `#/alert/${alert}`) }
  }
}
