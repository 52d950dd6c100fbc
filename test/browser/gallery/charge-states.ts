/** States of the charge screen: a calm plan, an alert and its holes, a crowded day, and not current. */
import type { AlertKind } from '../../../shared/alerts/kind.ts'
import { neededFor, priorityOf } from '../../../shared/alerts/priority.ts'
import type { AlertId, MeetingId, MemberId, PageId, PlaceId, StayId } from '../../../shared/ids.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { calmDay, meetingId, seen } from './maple.ts'
import type { Scene } from './scene.ts'
import { at } from './scene.ts'
import { raise } from './sign-in-states.ts'
import type { Still } from './still.ts'

function charge(scene: Scene, now: string, more: Partial<Still> = {}): Still {
  return scene.still('Charge', 'charge', now, { props: { member: 'ruth' }, ...more })
}

/** As the calm day, with a cancelled group and checks that came late. */
function plan(): Scene {
  const scene = calmDay()
  for (const [stay, time, late] of [
    ['s03', '09:52', 6],
    ['s05', '11:06', 2],
    ['s01', '12:31', 2]
  ] as const) {
    const level = stay === 's01' ? 'q30' : 'q15'
    const check = {
      stay: stay as StayId,
      seenAt: at(time),
      place: null,
      activity: 'sitting',
      presentation: 'calm'
    } as const
    scene.on(time, { type: 'check-in.completed', ...check, level, late, reason: 'in-group' }, 'jonas')
  }
  return scene
}

const screens: Still['screens'] = [
  { name: 'Station wall', audience: 'wall', seq: 9_999, ago: 600 },
  { name: 'Hall by the kitchen', audience: 'wall', seq: 0, ago: 700 },
  { name: 'Visitors’ entrance', audience: 'wall-public', seq: 9_999, ago: 500 }
]
const id = (n: number) => `alert-000${n}` as AlertId
const onShift = (scene: Scene): MemberId[] =>
  Object.values(scene.state.staff.members).flatMap(({ id: of, shiftSince }) =>
    shiftSince === null ? [] : [of]
  )

/** An alert as the unit itself raises it: the first rung told who is on shift. */
function alarm(
  scene: Scene,
  n: number,
  [kind, place, time, by]: [AlertKind, string, string, string],
  drill = false
): AlertId {
  const priority = priorityOf[kind]
  const where = { place: place as PlaceId, stay: null, silent: false, drill }
  const told = { needed: neededFor[priority], ladder: defaultLadder, members: onShift(scene) }
  scene.on(
    time,
    { type: 'alert.raised', alert: id(n), kind, priority, ...where, ...told, seenAt: at(time) },
    by
  )
  return id(n)
}

function answered(scene: Scene, alert: AlertId, time: string, who: string, there?: string): void {
  const member = who as MemberId
  const lapses = at(time) + 180_000
  scene.on(time, { type: 'alert.acknowledged', alert, answer: 'coming', who: member, lapses }, who)
  if (there) scene.on(there, { type: 'alert.arrived', alert, who: member }, who)
}

function shownAfter(scene: Scene, alert: AlertId, time: string, [shown, sounded]: [number, number?]): void {
  const screen = 'Station wall'
  const node = { kind: 'clock' } as const
  const event = { type: 'alert.shown', alert, screen, audience: 'wall' } as const
  scene.on(at(time) + shown, { ...event, sounded: false }, node)
  if (sounded !== undefined) scene.on(at(time) + sounded, { ...event, sounded: true }, node)
}

/** One high alert: one there with a role, one on the way who left a group, one who cannot come. */
export function alarmed(): Scene {
  const scene = plan()
  const alert = alarm(scene, 1, ['medical', 'day-room', '14:06:46', 'helen'])
  shownAfter(scene, alert, '14:06:46', [280, 900])
  const mei = 'mei' as MemberId
  scene.on('14:07:10', { type: 'alert.declined', alert, who: mei }, 'mei')
  scene.on('14:07:10', {
    type: 'alert.escalated',
    alert,
    step: 1,
    members: ['ruth' as MemberId],
    why: 'declined'
  })
  answered(scene, alert, '14:07:30', 'karim', '14:08')
  answered(scene, alert, '14:07:40', 'sam')
  const lead = { alert, who: 'karim' as MemberId, role: 'lead' } as const
  scene.on('14:08:10', { type: 'alert.role-taken', ...lead }, 'karim')
  return scene
}

/** Karim and Sam said that they come, and for three minutes nobody came. */
function ranOut(): Scene {
  const scene = plan()
  const alert = alarm(scene, 1, ['medical', 'day-room', '14:04:10', 'helen'])
  shownAfter(scene, alert, '14:04:10', [280, 900])
  answered(scene, alert, '14:04:30', 'sam')
  answered(scene, alert, '14:05:10', 'karim')
  scene.on('14:08:10', { type: 'alert.lapsed', alert }, { kind: 'clock' })
  return scene
}

/** And two more, one of them a drill; the first unanswered one was shown nowhere. */
function threeAlerts(): Scene {
  const scene = alarmed()
  const fight = alarm(scene, 2, ['behavioural', 'courtyard', '14:08:20', 'leo'])
  scene.on('14:08:25', { type: 'alert.unshown', alert: fight }, { kind: 'clock' })
  alarm(scene, 3, ['conflict', 'group-2', '14:08:30', 'kofi'])
  alarm(scene, 4, ['fire', 'dining', '14:08:40', 'ines'], true)
  return scene
}

/** The group of who answered was given to another; then the alert was over. */
export function givenAway(over: boolean): Scene {
  const scene = alarmed()
  const facilitator = 'jonas' as MemberId
  const from = 'sam' as MemberId
  scene.on('14:09', { type: 'meeting.reassigned', meeting: meetingId('art'), facilitator, from }, 'ruth')
  const owed = [{ kind: 'debrief' as const, owner: 'ruth' as MemberId, due: at('14:20') + 86_400_000 }]
  const done = { action: 'Seen by the physician.', notes: null, owed }
  if (over) scene.on('14:12', { type: 'alert.resolved', alert: id(1), ...done }, 'karim')
  return scene
}

/** A drill in the morning that one display did not sound, and one that runs. */
export function drilled(): Scene {
  const scene = plan()
  const first = alarm(scene, 5, ['fire', 'dining', '10:30', 'ruth'], true)
  shownAfter(scene, first, '10:30', [310])
  answered(scene, first, '10:30:42', 'kofi', '10:32')
  scene.on(
    '10:36',
    { type: 'alert.resolved', alert: first, action: 'Everybody was counted.', notes: null },
    'kofi'
  )
  scene.on('10:36', { type: 'alert.closed', alert: first }, 'kofi')
  const now = alarm(scene, 6, ['medical', 'courtyard', '14:04:20', 'ruth'], true)
  shownAfter(scene, now, '14:04:20', [420, 1300])
  return scene
}

/** One pager was given up, and a browser that did not answer is tried again. */
export function unreached(): Scene {
  const scene = plan()
  const alert = alarm(scene, 7, ['conflict', 'courtyard', '13:10', 'leo'])
  const page = (n: number) => `alert-0007~${n}` as PageId
  const call = { about: 'raised', alert, kind: 'conflict', priority: 'medium', place: null } as const
  const told = {
    silent: false,
    drill: false,
    raisedAt: at('13:10'),
    step: 0,
    tells: [],
    why: null,
    owed: null
  }
  const to = [
    { page: page(1), channel: 'push:nadia' },
    { page: page(2), channel: 'pager:security-desk' },
    { page: page(3), channel: 'pager:radio' }
  ] as const
  scene.on('13:10', { type: 'page.queued', call: { ...call, ...told }, to })
  const tried = (
    n: number,
    attempt: number,
    time: string,
    outcome: 'sent' | 'failed' | 'gone',
    status: number | null
  ) => {
    scene.on(time, { type: 'page.tried', page: page(n), attempt }, { kind: 'clock' })
    scene.on(time, { type: 'page.ended', page: page(n), attempt, outcome, status }, { kind: 'clock' })
  }
  tried(3, 1, '13:10:01', 'sent', 204)
  for (const [i, time] of [
    '13:10',
    '13:10:05',
    '13:10:20',
    '13:11:20',
    '13:16:20',
    '13:31:20',
    '14:02'
  ].entries())
    tried(2, i + 1, time, 'failed', 503)
  for (const [i, time] of ['13:59', '13:59:05', '13:59:20', '14:00:20'].entries())
    tried(1, i + 1, time, 'failed', null)
  return scene
}

/** That alert is over, and what it left was told to nobody; another is open, and did not reach its pager yet. */
export function unreachedBoth(): Scene {
  const scene = unreached()
  const clock = { kind: 'clock' } as const
  const failed = (
    alert: AlertId,
    n: number,
    about: 'overdue' | 'raised',
    channel: 'security-desk' | 'radio',
    times: string[]
  ) => {
    const page = `${alert}~${n}` as PageId
    const call = {
      about,
      alert,
      kind: 'conflict',
      priority: 'medium',
      place: null,
      silent: false,
      drill: false
    } as const
    const more = {
      raisedAt: at('13:10'),
      step: null,
      tells: [],
      why: null,
      owed: about === 'overdue' ? 'debrief' : null
    }
    scene.on(times[0] ?? '', {
      type: 'page.queued',
      call: { ...call, ...more },
      to: [{ page, channel: `pager:${channel}` }]
    })
    for (const [i, time] of times.entries()) {
      scene.on(time, { type: 'page.tried', page, attempt: i + 1 }, clock)
      scene.on(time, { type: 'page.ended', page, attempt: i + 1, outcome: 'failed', status: 503 }, clock)
    }
  }
  const tries = ['14:02:05', '14:02:06', '14:02:07', '14:02:08', '14:02:09', '14:02:10', '14:02:11']
  scene.on('14:02:01', { type: 'alert.resolved', alert: id(7), action: 'Talked down.', notes: null }, 'leo')
  scene.on('14:02:01', { type: 'page.called-off', alert: id(7) }, clock)
  failed(id(7), 8, 'overdue', 'security-desk', tries)
  const open = alarm(scene, 8, ['conflict', 'day-room', '14:03', 'leo'])
  failed(open, 1, 'raised', 'radio', ['14:03', '14:04'])
  return scene
}

/** What one left is late, somebody's and nobody's; nobody said where it was. Another is open. */
function lateMeanwhile(): Scene {
  const scene = plan()
  const over = id(9)
  const priority = priorityOf.behavioural
  const told = {
    needed: neededFor[priority],
    ladder: defaultLadder,
    members: onShift(scene),
    seenAt: at('12:00')
  }
  const where = { place: null, stay: null, silent: false, drill: false }
  scene.on(
    '12:00',
    { type: 'alert.raised', alert: over, kind: 'behavioural', priority, ...where, ...told },
    'leo'
  )
  const owed = [
    { kind: 'debrief' as const, owner: 'ruth' as MemberId, due: at('13:00') },
    { kind: 'level-review' as const, owner: null, due: at('13:30') }
  ]
  scene.on('12:20', { type: 'alert.resolved', alert: over, action: 'Talked down.', notes: null, owed }, 'leo')
  alarm(scene, 1, ['medical', 'day-room', '14:03', 'helen'])
  return scene
}

const longNames = [
  'Maria-Fernanda Villaseñor de la Fuente y Echeverría',
  'Jean-Christophe Lévesque-Bouchard',
  'N. N.',
  'Wolfeschlegelsteinhausenbergerdorff, Hubert Blaine'
]

/** Eighteen groups, twenty-two on shift, long names, two groups at once, one hole and one that did not start. */
function crowded(): Scene {
  const scene = plan()
  longNames.forEach((name, i) => {
    const member = `long${i}` as MemberId
    const description = { name, roles: ['counselor' as const], credentials: [], language: 'fr' as const }
    scene.on('06:40', { type: 'member.joined', member, description })
    scene.on('06:41', { type: 'member.shift-started', member })
  })
  for (let i = 0; i < 9; i++) {
    const group = `extra${i}`
    const planned = scene.state.groups.meetings[meetingId('process-b')]
    if (!planned) throw new Error('no meeting to copy')
    const name = `Groupe de prévention de la rechute et de réinsertion sociale ${i + 1}`
    const named = { name: { en: name, fr: name }, short: { en: `Prevention ${i}`, fr: `Prévention ${i}` } }
    const told = { kind: 'skills', leads: 'anyone', capacity: null, roster: 'everyone', weekly: [] } as const
    scene.on('06:45', {
      type: 'group.defined',
      group: group as never,
      description: { ...named, ...told, weekly: [] }
    })
    for (const [n, begins] of ['09:00', '14:00', '15:10', '20:15'].entries()) {
      const startsAt = at(begins) + i * 300_000
      const facilitator = n === 1 && i % 4 === 0 ? null : (`long${i % 4}` as MemberId)
      const meeting = `${group}~2026-06-16~${begins.replace(':', '')}` as MeetingId
      const slot = {
        meeting,
        group: group as never,
        date: '2026-06-16',
        startsAt,
        endsAt: startsAt + 45 * 60_000
      }
      const who = {
        place: planned.place,
        facilitator,
        coFacilitators: [],
        roster: ['s01', 's02'] as StayId[]
      }
      scene.on('06:46', { type: 'meeting.scheduled', planned: { ...slot, ...who } })
    }
  }
  seen(scene, 's23', '13:40')
  return scene
}

/** And a fight in the yard: nothing of the day has room as it had. */
function crowdedAlert(): Scene {
  const scene = crowded()
  alarm(scene, 1, ['behavioural', 'courtyard', '14:18', 'leo'])
  answered(scene, id(1), '14:18:30', 'sam')
  return scene
}

/** A licence that ran out yesterday, three who went home, and an alert that is not high. */
function shortHanded(): Scene {
  const scene = plan()
  const mei = scene.state.staff.members['mei' as MemberId]
  if (!mei) throw new Error('no member')
  const { name, roles, language, credentials } = mei
  const out = credentials.map(one => ({ ...one, expires: '2026-06-15' }))
  scene.on('06:45', {
    type: 'member.described',
    member: mei.id,
    description: { name, roles: [...roles], language, credentials: out }
  })
  for (const member of ['karim', 'ines', 'sam'] as MemberId[])
    scene.on('13:40', { type: 'member.shift-ended', member })
  return scene
}

/** The same, with two alerts of which none is high. */
function alertsLow(): Scene {
  const scene = shortHanded()
  raise(scene, 'alert-0002', 'tension', 'day-room', '14:03', 'leo')
  raise(scene, 'alert-0003', 'conflict', 'courtyard', '14:01', 'kofi')
  return scene
}

export const chargeStates = {
  plan: () => charge(plan(), '14:05'),
  alerts: () => charge(alarmed(), '14:09', { screens }),
  'ran-out': () => charge(ranOut(), '14:09', { screens }),
  'three-alerts': () => charge(threeAlerts(), '14:09', { screens }),
  covered: () => charge(givenAway(false), '14:09:04', { screens }),
  'given-back': () => charge(givenAway(true), '14:13'),
  drills: () => charge(drilled(), '14:05', { screens }),
  unreached: () => charge(unreached(), '14:05'),
  'late-meanwhile': () => charge(lateMeanwhile(), '14:05', { screens }),
  'unreached-both': () => charge(unreachedBoth(), '14:05', { screens }),
  crowded: () => charge(crowded(), '14:20'),
  'crowded-alert': () => charge(crowdedAlert(), '14:20', { screens }),
  early: () => charge(plan(), '07:20'),
  'short-handed': () => charge(shortHanded(), '14:05'),
  'not-high': () => charge(alertsLow(), '14:05'),
  'not-live': () => charge(plan(), '14:05:20', { freshness: { is: 'stale', behind: 14_000 } })
} satisfies Record<string, () => Still>
