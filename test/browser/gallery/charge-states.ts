/** States of the charge screen: a calm plan, an alert and its holes, a crowded day, and not current. */
import type { AlertId, MeetingId, MemberId, StayId } from '../../../shared/ids.ts'
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

function alarmed(): Scene {
  const scene = plan()
  raise(scene, 'alert-0001', 'medical', 'day-room', '14:06:46', 'helen')
  const alert = 'alert-0001' as AlertId
  for (const [who, there] of [
    ['sam', false],
    ['karim', true]
  ] as const) {
    const member = who as MemberId
    scene.on(
      '14:07:30',
      { type: 'alert.acknowledged', alert, answer: 'coming', who: member, lapses: at('14:10:30') },
      who
    )
    if (there) scene.on('14:08', { type: 'alert.arrived', alert, who: member }, who)
  }
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

/** A licence that ran out yesterday, two who went home, and an alert that is not high. */
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
  for (const member of ['karim', 'ines'] as MemberId[])
    scene.on('13:40', { type: 'member.shift-ended', member })
  return scene
}

/** The same, with two alerts of which none is high. */
function alertsLow(): Scene {
  const scene = shortHanded()
  raise(scene, 'alert-0002', 'tension', 'day-room', '14:03', 'sam')
  raise(scene, 'alert-0003', 'conflict', 'courtyard', '14:01', 'kofi')
  return scene
}

export const chargeStates = {
  plan: () => charge(plan(), '14:05'),
  alerts: () => charge(alarmed(), '14:09'),
  crowded: () => charge(crowded(), '14:20'),
  early: () => charge(plan(), '07:20'),
  'short-handed': () => charge(shortHanded(), '14:05'),
  'not-high': () => charge(alertsLow(), '14:05'),
  'not-live': () => charge(plan(), '14:05:20', { freshness: { is: 'stale', behind: 14_000 } })
} satisfies Record<string, () => Still>
