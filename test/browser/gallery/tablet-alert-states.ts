/** Alerts as a tablet meets them: raised here, told by others, answered, contained, over. */
import type { AlertKind } from '../../../shared/alerts/kind.ts'
import type { AlertId, MemberId, PlaceId } from '../../../shared/ids.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { at, type Scene } from './scene.ts'
import {
  afternoon,
  answer,
  inGroup,
  me,
  raise,
  screens,
  tablet,
  type More,
  type TabletState
} from './tablet-scenes.ts'

function taken(kind: AlertKind, more: More = {}): { scene: Scene; alert: AlertId } {
  const scene = inGroup()
  const alert = raise(scene, '15:05:10', kind, 'day-room', { stay: 's01', ...more })
  return { scene, alert }
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

export const alertStates: Record<string, () => TabletState> = {
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
