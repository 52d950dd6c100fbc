/** The states of the wall: what has happened on Maple House, and when. */
import type { AlertKind, Priority } from '../../../shared/alerts/kind.ts'
import { neededFor, priorityOf } from '../../../shared/alerts/priority.ts'
import type { Activity } from '../../../shared/check-ins/check-in.ts'
import type { AlertId, GroupId, MeetingId, MemberId, PlaceId, StayId } from '../../../shared/ids.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { calmDay, ended, mapleHouse, meetingId, people, running, seen } from './maple.ts'
import type { Author } from '../../../shared/recorded.ts'
import { at, Scene, timeZone } from './scene.ts'
import type { Still } from './still.ts'

interface RaiseMore {
  stay?: string
  by?: string | Author
  priority?: Priority
  silent?: boolean
  drill?: boolean
  seenAt?: string
}

function raise(
  scene: Scene,
  time: string,
  kind: AlertKind,
  place: string | null,
  more: RaiseMore = {}
): AlertId {
  const { stay, by = 'karim', priority = priorityOf[kind], silent = false, drill = false } = more
  const alert = `${kind}-${time.replaceAll(':', '')}` as AlertId
  const seenAt = at(more.seenAt ?? time)
  const where = { place: place as PlaceId | null, stay: (stay ?? null) as StayId | null }
  const how = { silent, drill, needed: neededFor[priority], ladder: defaultLadder, seenAt }
  scene.on(time, { type: 'alert.raised', alert, kind, priority, ...where, ...how }, by)
  return alert
}

function coming(scene: Scene, time: string, alert: AlertId, who: string): void {
  const member = who as MemberId
  const lapses = at(time) + 180_000
  scene.on(time, { type: 'alert.acknowledged', alert, answer: 'coming', who: member, lapses }, who)
}

function there(scene: Scene, time: string, alert: AlertId, who: string): void {
  scene.on(time, { type: 'alert.arrived', alert, who: who as MemberId }, who)
}

/** A meeting beside the weekly plan, running since its time. */
function meet(
  scene: Scene,
  group: string,
  from: string,
  until: string,
  place: string,
  facilitator: string,
  roster: string[],
  missing: string[] = []
): void {
  const meeting = `${group}~2026-06-16~${from.replace(':', '')}` as MeetingId
  const who = { facilitator: facilitator as MemberId, coFacilitators: [], roster: roster as StayId[] }
  const when = { date: '2026-06-16', startsAt: at(from), endsAt: at(until) }
  scene.on('13:00', {
    type: 'meeting.scheduled',
    planned: { meeting, group: group as GroupId, place: place as PlaceId, ...when, ...who }
  })
  running(scene, group, from, missing, from)
}

/** The same afternoon a quarter of an hour later: four groups, one without a leader to come, three checks late. */
export function busyDay(): Scene {
  const scene = calmDay()
  meet(scene, 'exercise', '14:10', '14:40', 'courtyard', 'ines', ['s26', 's27'])
  meet(scene, 'distress', '14:00', '14:45', 'group-2', 'karim', ['s21', 's23', 's24', 's25', 's28'], ['s25'])
  const late = ['s24', 's23', 's04']
  for (const { id, level } of Object.values(scene.state.census.stays))
    if (level !== 'one-to-one' && !late.includes(id))
      seen(scene, id, at('14:05') + (Number(id.slice(1)) % 12) * 60_000)
  scene.on('14:10', {
    type: 'meeting.reassigned',
    meeting: meetingId('process-a'),
    facilitator: null,
    from: 'mei' as MemberId
  })
  const destination = 'walk'
  scene.on('14:12', {
    type: 'stay.left',
    stay: 's11' as StayId,
    destination,
    escort: null,
    back: at('14:40')
  })
  return scene
}

function crisis(): Scene {
  const scene = calmDay()
  const alert = raise(scene, '14:07:00', 'medical', 'day-room', { stay: 's01' })
  coming(scene, '14:07:30', alert, 'helen')
  there(scene, '14:08:20', alert, 'helen')
  coming(scene, '14:08:34', alert, 'sam')
  return scene
}

function crises(): Scene {
  const scene = crisis()
  const medical = 'medical-140700' as AlertId
  there(scene, '14:09:30', medical, 'sam')
  coming(scene, '14:09:40', medical, 'kofi')
  raise(scene, '14:10:55', 'conflict', 'dining', { by: 'leo' })
  const missing = raise(scene, '14:11:22', 'missing-person', 'courtyard', {
    stay: 's03',
    by: { kind: 'clock' }
  })
  coming(scene, '14:11:40', missing, 'ines')
  return scene
}

/** Nobody has answered: what the ladder does next is what matters. */
function unanswered(): Scene {
  const scene = calmDay()
  const alert = raise(scene, '14:05:10', 'behavioural', 'group-2', { stay: 's24', by: 'mei' })
  scene.on('14:07:10', { type: 'alert.escalated', alert, step: 1 }, { kind: 'clock' })
  return scene
}

/** Nobody is in danger any more; those who came stay until it is resolved. */
function contained(): Scene {
  const scene = crisis()
  const alert = 'medical-140700' as AlertId
  scene.on('14:08:40', { type: 'alert.role-taken', alert, who: 'helen' as MemberId, role: 'lead' }, 'helen')
  there(scene, '14:09:10', alert, 'sam')
  scene.on('14:11:30', { type: 'alert.contained', alert }, 'helen')
  return scene
}

function drill(answered = true): Scene {
  const scene = calmDay()
  const alert = raise(scene, '14:07:00', 'fire', 'workshop', { by: 'ruth', drill: true })
  if (answered) coming(scene, '14:07:30', alert, 'helen')
  return scene
}

/** Raised by three within the minute: one event, counted. */
function merged(): Scene {
  const scene = crisis()
  const into = 'medical-140700' as AlertId
  for (const [time, by] of [
    ['14:07:12', 'mei'],
    ['14:07:20', 'ines']
  ] as const) {
    const alert = raise(scene, time, 'medical', 'day-room', { by })
    scene.on(time, { type: 'alert.merged', alert, into }, by)
  }
  scene.on(
    '14:08:25',
    { type: 'alert.role-taken', alert: into, who: 'helen' as MemberId, role: 'lead' },
    'helen'
  )
  return scene
}

function silent(): Scene {
  const scene = calmDay()
  raise(scene, '14:07:00', 'staff-duress', 'visit-room', { by: 'mei', silent: true })
  return scene
}

/** Entered on a tablet that had no network for twelve minutes. */
function lateArrival(): Scene {
  const scene = calmDay()
  raise(scene, '14:07:00', 'behavioural', 'courtyard', { by: 'leo', stay: 's11', seenAt: '13:55:00' })
  return scene
}

const oneAlert = (kind: AlertKind, place: string): Scene => {
  const scene = calmDay()
  raise(scene, '14:04:22', kind, place, { by: 'leo' })
  return scene
}

/** As much as a unit can throw at a wall: long names, eleven groups at once, thirty checks late, six alerts. */
function crowded(): Scene {
  const scene = calmDay()
  const long = 'Coping with craving, shame and the first weeks after discharge, for families and friends too'
  const fr = 'Faire face aux envies, à la honte et aux premières semaines après la sortie, avec les proches'
  for (let i = 0; i < 7; i++) {
    const group = `long-${i}` as GroupId
    const meeting = `long-${i}~2026-06-16~1350` as MeetingId
    const place = `long-${i}` as PlaceId
    const name = { en: `${i + 1} ${long}`, fr: `${i + 1} ${fr}` }
    scene.on('06:40', {
      type: 'place.opened',
      place,
      name: { en: `Second floor, east wing, room ${i}`, fr: `Deuxième étage, aile est, salle ${i}` },
      kind: 'group-room'
    })
    scene.on('06:40', {
      type: 'group.defined',
      group,
      description: {
        name,
        short: name,
        kind: 'skills',
        leads: 'anyone',
        capacity: null,
        roster: [],
        weekly: []
      }
    })
    const roster = people.slice(i * 4, i * 4 + 4).map(([id]) => id as StayId)
    const who = { facilitator: 'mei' as MemberId, coFacilitators: ['priya' as MemberId], roster }
    scene.on('13:40', {
      type: 'meeting.scheduled',
      planned: {
        meeting,
        group,
        date: '2026-06-16',
        startsAt: at('13:50'),
        endsAt: at('15:00'),
        place,
        ...who
      }
    })
    running(scene, `long-${i}`, '13:50', roster.slice(0, 3), '13:50')
  }
  for (const [i, stay] of ['s15', 's16', 's17', 's18', 's21'].entries()) {
    const destination = 'occupational assessment at the university hospital, second building'
    scene.on('13:55', {
      type: 'stay.left',
      stay: stay as StayId,
      destination,
      escort: 'Leo Marchetti',
      back: at(`14:${20 + i}`)
    })
  }
  return scene
}

function crowdedCrises(): Scene {
  const scene = crowded()
  const kinds = [
    'staff-duress',
    'weapon',
    'behavioural',
    'self-harm',
    'severe-withdrawal',
    'property',
    'tension'
  ] as const
  kinds.forEach((kind, i) => raise(scene, `14:2${i}:10`, kind, `long-${i % 7}`, { by: 'priya', stay: 's19' }))
  return scene
}

export function night(): Scene {
  const scene = mapleHouse()
  const end = at('03:10', '2026-06-17')
  const awake: Record<string, [place: string, activity: Activity, minutes: number]> = {
    s03: ['hallway', 'pacing', 14],
    s04: ['own-room', 'awake-in-bed', 12],
    s05: ['day-room', 'reading', 9]
  }
  people.forEach(([id], i) => {
    const [place, activity, minutes] = awake[id] ?? [
      'own-room',
      'eyes-closed',
      id === 's24' ? 17 : 3 + (i % 9)
    ]
    seen(scene, id, end - minutes * 60_000, place, activity as Activity, 'calm', 'owen')
  })
  for (const member of ['ruth', 'dana', 'mei', 'priya'])
    scene.on('21:00', { type: 'member.shift-ended', member: member as MemberId })
  for (const member of ['nadia', 'owen'])
    scene.on('21:00', { type: 'member.shift-started', member: member as MemberId })
  return scene
}

function empty(): Scene {
  const scene = new Scene()
  scene.on('09:00', {
    type: 'profile.described',
    description: {
      name: 'Maple House',
      timeZone,
      kind: 'inpatient',
      population: 'adult',
      people: 'resident',
      language: 'en',
      synthetic: true,
      beds: [],
      ladder: defaultLadder,
      answerHolds: 3,
      latePolicy: 'strict'
    }
  })
  return scene
}

function afterGroups(): Scene {
  const scene = calmDay()
  ended(scene, 'relapse', '14:20')
  return scene
}

const wall = (scene: Scene, now: string | number, more: Partial<Still> = {}): Still =>
  scene.still('Wall', 'wall', now, more)

const unarmed = { display: { covered: false, sound: 'blocked' } }
const covered = { display: { covered: true, sound: 'on' } }

export const wallStates = {
  empty: () => wall(empty(), '09:12'),
  calm: () => wall(calmDay(), '14:05:02'),
  busy: () => wall(busyDay(), '14:18:20'),
  crisis: () => wall(crisis(), '14:09:14'),
  unanswered: () => wall(unanswered(), '14:07:48', { props: unarmed }),
  crises: () => wall(crises(), '14:12:00'),
  contained: () => wall(contained(), '14:12:14'),
  drill: () => wall(drill(), '14:08:14'),
  silent: () => wall(silent(), '14:07:21'),
  merged: () => wall(merged(), '14:09:14'),
  'late-arrival': () => wall(lateArrival(), '14:07:21'),
  medium: () => wall(oneAlert('conflict', 'dining'), '14:05:31'),
  low: () => wall(oneAlert('tension', 'courtyard'), '14:05:31'),
  behind: () => wall(calmDay(), '14:05:02', { freshness: { is: 'late', behind: 3400 }, props: unarmed }),
  stale: () => wall(calmDay(), '14:05:14', { freshness: { is: 'stale', behind: 12_300 } }),
  'stale-crisis': () => wall(crisis(), '14:09:14', { freshness: { is: 'stale', behind: 12_300 } }),
  cutoff: () => wall(calmDay(), '14:23:10', { freshness: { is: 'cut-off', behind: 18 * 60_000 } }),
  'cutoff-crisis': () => wall(crisis(), '14:23:10', { freshness: { is: 'cut-off', behind: 14 * 60_000 } }),
  night: () => wall(night(), at('03:10', '2026-06-17'), { theme: 'night' }),
  public: () => afterGroups().still('Wall', 'wall-public', '14:21', { props: { audience: 'wall-public' } }),
  covered: () => wall(calmDay(), '14:05:02', { props: covered }),
  'covered-crisis': () => wall(crisis(), '14:09:14', { props: covered }),
  crowded: () => wall(crowded(), '14:45'),
  'crowded-crises': () => wall(crowdedCrises(), '14:29:30')
} satisfies Record<string, () => Still>

export type WallState = keyof typeof wallStates
