/** A long crisis on Maple House and its record, folded from the same events; and three months of alerts that are over. */
import type { AlertEvent } from '../../../shared/alerts/event.ts'
import type { AlertKind } from '../../../shared/alerts/kind.ts'
import { neededFor, priorityOf } from '../../../shared/alerts/priority.ts'
import type { OwedKind } from '../../../shared/alerts/owed.ts'
import type { AlertRecord } from '../../../shared/alerts/record-step.ts'
import { emptyRecord, recordOf, taken } from '../../../shared/alerts/record.ts'
import type { Audience } from '../../../shared/audience.ts'
import type { AlertId, CommandId, MemberId, PlaceId } from '../../../shared/ids.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import type { Author } from '../../../shared/recorded.ts'
import { isReadable } from '../../../shared/unit.ts'
import { calmDay, mapleHouse } from './maple.ts'
import { at, type Scene } from './scene.ts'
import type { Still } from './still.ts'

export const crisis = 'behavioural-140646' as AlertId
const clock: Author = { kind: 'clock' }
const node: Author = { kind: 'node' }
const member = (id: string): MemberId => id as MemberId
const onShift = ['ruth', 'dana', 'helen', 'mei', 'jonas', 'karim', 'priya', 'sam', 'leo', 'kofi', 'ines'].map(
  member
)

/** Somebody who left the staff since is in it, too. */
function raise(scene: Scene, alert: AlertId, kind: AlertKind, time: number, drill: boolean): void {
  const what = {
    kind,
    priority: priorityOf[kind],
    place: 'day-room' as PlaceId,
    stay: null,
    silent: false,
    drill
  }
  const how = { needed: neededFor[priorityOf[kind]], ladder: defaultLadder, seenAt: time - 95_000 }
  scene.on(time, { type: 'alert.raised', alert, ...what, ...how, members: onShift }, 'mei')
}

const screens = [
  'Nurses’ station',
  'Day room',
  'Corridor north',
  'Corridor south',
  'Staff room',
  'Dining room'
]

function shownEverywhere(scene: Scene, from: string, count: number): void {
  for (let i = 0; i < count; i++) {
    const screen = screens[i] ?? `Display ${i + 1}`
    const audience: Audience = 'wall'
    scene.on(
      at(from) + 280 * (i + 1),
      { type: 'alert.shown', alert: crisis, screen, audience, sounded: i % 3 !== 2 },
      node
    )
  }
}

const action =
  'Moved to the quiet room with two members, held for four minutes, then seclusion; offered medication, taken at 14:31.'
const notes =
  'Began in the queue for the telephone. A chair was thrown; nobody was hit. Calmed by one voice from the side and by drawing, as the approach note says. Bruise on the left forearm seen by H. Strand at 14:40, photographed, ice given.'

/** Everything that can happen to an alert, over two days. */
function longCrisis(drill: boolean): Scene {
  const scene = calmDay()
  raise(scene, crisis, 'behavioural', at('14:06:46'), drill)
  shownEverywhere(scene, '14:06:46', 26)
  const on = (
    time: string,
    event: { type: AlertEvent['type'] } & Readonly<Record<string, unknown>>,
    by: string | Author,
    date?: string
  ): unknown => scene.on(at(time, date), { alert: crisis, ...event } as AlertEvent, by)
  const lapses = at('14:11')
  on('14:07:01', { type: 'alert.declined', who: 'jonas' }, 'jonas')
  on('14:07:01', { type: 'alert.escalated', step: 1, members: ['ruth'], why: 'declined' }, 'jonas')
  on('14:07:12', { type: 'alert.acknowledged', who: 'karim', answer: 'coming', lapses }, 'karim')
  on('14:07:12', { type: 'alert.role-taken', who: 'karim', role: 'lead' }, 'karim')
  on('14:07:20', { type: 'alert.acknowledged', who: 'helen', answer: 'coming', lapses }, 'helen')
  on('14:07:20', { type: 'alert.role-taken', who: 'helen', role: 'medical' }, 'helen')
  on('14:07:31', { type: 'alert.acknowledged', who: 'sam', answer: 'delegated', lapses }, 'ruth')
  on('14:07:58', { type: 'alert.arrived', who: 'karim' }, 'karim')
  on('14:08:09', { type: 'alert.arrived', who: 'helen' }, 'helen')
  on('14:08:30', { type: 'alert.arrived', who: 'sam' }, 'sam')
  on('14:08:31', { type: 'alert.role-taken', who: 'sam', role: 'others' }, 'sam')
  on(
    '14:09',
    {
      type: 'alert.described',
      kind: 'behavioural',
      priority: 'high',
      place: 'hallway',
      stay: null,
      needed: 5
    },
    'karim'
  )
  on('14:09:10', { type: 'alert.called', who: 'kofi' }, 'mei')
  on('14:09:40', { type: 'alert.acknowledged', who: 'kofi', answer: 'coming', lapses }, 'kofi')
  on('14:10:02', { type: 'alert.withdrawn', who: 'kofi' }, 'kofi')
  const restraint = 'restrained-1' as CommandId
  const [startedAt, orderUntil, faceToFaceDue] = [at('14:11'), at('18:11'), at('15:11')]
  const band = { kind: 'seclusion', band: 'adult', startedAt, orderUntil, faceToFaceDue }
  on('14:11:20', { type: 'alert.restrained', restraint, ...band }, 'helen')
  on('14:12', { type: 'alert.contained' }, 'karim')
  on('15:11', { type: 'alert.restraint-overdue', restraint, clock: 'face-to-face', members: ['ruth'] }, clock)
  on('15:19:30', { type: 'alert.evaluated', restraint, seenAt: at('15:18') }, 'helen')
  on('16:02', { type: 'alert.released', restraint, seenAt: at('16:01') }, 'helen')
  const owed = (
    [
      ['level-review', 'ruth', '17:04'],
      ['debrief', 'karim', '16:04'],
      ['plan-review', 'mei', '16:04'],
      ['family-notice', null, '16:04'],
      ['community-word', 'ruth', '16:04']
    ] as const
  ).map(([kind, owner, due], i) => ({ kind, owner, due: at(due, i === 0 ? '2026-06-16' : '2026-06-17') }))
  on('16:04', { type: 'alert.resolved', action, notes, owed }, 'karim')
  on(
    '16:20',
    { type: 'alert.raised-again', reason: 'Threatens others at the window', members: onShift },
    'sam'
  )
  on(
    '16:20:30',
    { type: 'alert.acknowledged', who: 'karim', answer: 'coming', lapses: at('16:23:30') },
    'karim'
  )
  on('16:21', { type: 'alert.arrived', who: 'karim' }, 'karim')
  on(
    '16:31',
    { type: 'alert.resolved', action: 'Talked down, courtyard with two members', notes, owed },
    'karim'
  )
  const settled = (time: string, kind: OwedKind, by: string, date?: string): unknown =>
    on(time, { type: 'alert.settled', owed: kind, note: null }, by, date)
  on('17:04', { type: 'alert.overdue', owed: 'level-review', step: 0, members: ['ruth'] }, clock)
  settled('17:12', 'level-review', 'ruth')
  on('17:40', { type: 'alert.assigned', owed: 'family-notice', to: 'dana' }, 'ruth')
  settled('08:25', 'community-word', 'ruth', '2026-06-17')
  settled('11:02', 'debrief', 'karim', '2026-06-17')
  const until = at('12:00', '2026-06-19')
  on(
    '11:05',
    { type: 'alert.deferred', owed: 'family-notice', until, reason: 'Wishes to call them first' },
    'dana',
    '2026-06-17'
  )
  settled('14:50', 'plan-review', 'mei', '2026-06-17')
  scene.on(at('15:00', '2026-06-17'), { type: 'member.retired', member: member('jonas') })
  on('15:05', { type: 'alert.closed' }, 'ruth', '2026-06-17')
  return scene
}

export function recordIn(scene: Scene, withNotes = true): AlertRecord {
  const fold = scene.journal.reduce((so, one) => taken(so, one, isReadable(one)), emptyRecord(crisis))
  const record = recordOf(fold, withNotes, at('15:40', '2026-06-17'))
  if (!record) throw new Error('no record')
  return record
}

const page = (scene: Scene, alert: string | null, more: Partial<Still> = {}): Still =>
  scene.still('Record', alert === null ? 'charge' : 'tablet', at('15:40', '2026-06-17'), {
    props: { member: 'ruth', alert },
    ...more
  })

const kinds: AlertKind[] = [
  'tension',
  'behavioural',
  'tension',
  'medical',
  'conflict',
  'self-harm',
  'contraband'
]

/** Ninety days: real ones at all hours, drills among them, one mistake, one that nobody came to. */
function quarter(): Scene {
  const scene = mapleHouse()
  const day = 86_400_000
  for (let i = 0; i < 46; i++) {
    const time = at('03:10', '2026-03-30') + i * 1.65 * day + ((i * 7) % 24) * 3_600_000
    const kind = i % 9 === 8 ? 'fire' : (kinds[i % kinds.length] ?? 'tension')
    const alert = `past-${i}` as AlertId
    raise(scene, alert, kind, time, i % 9 === 8)
    const on = (after: number, event: object, by: string): unknown =>
      scene.on(time + after, { alert, ...event } as AlertEvent, by)
    if (i === 20) {
      on(40_000, { type: 'alert.cancelled' }, 'mei')
      continue
    }
    const spread = (i * 37) % 90
    const lapses = time + 240_000
    on(6000 + spread * 700, { type: 'alert.acknowledged', who: 'karim', answer: 'coming', lapses }, 'karim')
    if (i !== 12) on(45_000 + spread * 1900, { type: 'alert.arrived', who: 'karim' }, 'karim')
    on(400_000 + spread * 21_000, { type: 'alert.resolved', action, notes: null }, 'karim')
    on(5_000_000, { type: 'alert.closed' }, 'ruth')
  }
  return scene
}

/** The record that is asked for, and the page that shows it. */
export const recordStates = {
  crisis: () => ({ still: page(longCrisis(false), crisis), record: recordIn(longCrisis(false)) }),
  drill: () => ({ still: page(longCrisis(true), crisis), record: recordIn(longCrisis(true), false) }),
  figures: () => ({ still: page(quarter(), null), record: null }),
  empty: () => ({ still: page(mapleHouse(), null), record: null })
}
