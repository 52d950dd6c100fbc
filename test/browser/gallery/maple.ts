/** Maple House on Tuesday 16 June: 28 people, 14 members, 11 groups. All made up. */
import type { Level, Person } from '../../../shared/census/stay.ts'
import { intervalOf } from '../../../shared/census/stay.ts'
import type { Activity, Presentation } from '../../../shared/check-ins/check-in.ts'
import type { GroupId, MeetingId, MemberId, PlaceId, StayId } from '../../../shared/ids.ts'
import type { GroupDescription, GroupKind } from '../../../shared/groups/meeting.ts'
import { plannedOn } from '../../../shared/groups/plan.ts'
import { defaultLadder, type PlaceKind } from '../../../shared/profile/profile.ts'
import type { Credential, Role } from '../../../shared/staff/member.ts'
import { at, Scene, timeZone } from './scene.ts'

const places: [id: string, en: string, fr: string, kind: PlaceKind][] = [
  ['own-room', 'Own room', 'Chambre', 'own-room'],
  ['hallway', 'Hallway', 'Couloir', 'hallway'],
  ['bathroom', 'Bathroom', 'Salle de bain', 'bathroom'],
  ['day-room', 'Day room', 'Salle de jour', 'day-room'],
  ['dining', 'Dining room', 'Salle à manger', 'dining'],
  ['courtyard', 'Courtyard', 'Cour', 'courtyard'],
  ['group-1', 'Group room 1', 'Salle de groupe 1', 'group-room'],
  ['group-2', 'Group room 2', 'Salle de groupe 2', 'group-room'],
  ['workshop', 'Workshop', 'Atelier', 'workshop'],
  ['visit-room', 'Visit room', 'Salle des visites', 'visit-room'],
  ['station', 'Nurses’ station', 'Poste infirmier', 'nurses-station'],
  ['medication', 'Medication window', 'Guichet des médicaments', 'medication']
]

/** id, name, alias, bed, level */
export const people: [id: string, name: string, alias: string, bed: string, level: Level][] = [
  ['s01', 'Amara Nwosu', 'Otter 4', '1A', 'q30'],
  ['s02', 'Bruno Keller', 'Finch 2', '1B', 'q60'],
  ['s03', 'Chloé Martin', 'Wren 3', '2A', 'q15'],
  ['s04', 'Dmitri Volkov', 'Lynx 9', '2B', 'q30'],
  ['s05', 'Edda Holm', 'Hare 1', '3A', 'q15'],
  ['s06', 'Farid Aziz', 'Moth 5', '3B', 'q15'],
  ['s07', 'Grace Ito', 'Owl 8', '4A', 'q30'],
  ['s08', 'Henrik Dahl', 'Elk 2', '4B', 'q60'],
  ['s09', 'Imani Clarke', 'Vole 7', '5A', 'q30'],
  ['s10', 'Jorge Salas', 'Seal 2', '5B', 'q60'],
  ['s11', 'Kaia Berg', 'Fox 6', '6A', 'q30'],
  ['s12', 'Lucas Moreau', 'Swan 4', '6B', 'q30'],
  ['s13', 'Mira Solano', 'Robin 1', '7A', 'one-to-one'],
  ['s14', 'Nils Aaberg', 'Badger 3', '7B', 'q60'],
  ['s15', 'Oona Kelly', 'Newt 9', '8A', 'q30'],
  ['s16', 'Pavel Novak', 'Tern 5', '8B', 'q60'],
  ['s17', 'Quinn Avery', 'Lark 8', '9A', 'q60'],
  ['s18', 'Rosa Lima', 'Dove 1', '9B', 'q30'],
  ['s19', 'Samir Haddad', 'Heron 7', '10A', 'q15'],
  ['s20', 'Theo Lindgren', 'Crane 6', '10B', 'q60'],
  ['s21', 'Uma Rao', 'Bear 6', '11A', 'q30'],
  ['s22', 'Viktor Lund', 'Ibis 3', '11B', 'q60'],
  ['s23', 'Wanda Osei', 'Mole 4', '12A', 'q15'],
  ['s24', 'Xavier Roy', 'Deer 7', '12B', 'q15'],
  ['s25', 'Yara Haddad', 'Stoat 5', '13A', 'q60'],
  ['s26', 'Zeke Fontaine', 'Gull 2', '13B', 'q60'],
  ['s27', 'Ada Quist', 'Perch 8', '14A', 'q30'],
  ['s28', 'Bao Tran', 'Raven 3', '14B', 'q15']
]

const licence = (body: string, expires: string): Credential => ({
  kind: 'licensed',
  body,
  number: 'X-1',
  expires
})
const certificate = (body: string): Credential => ({
  kind: 'credentialed',
  body,
  number: 'X-2',
  expires: '2027-03-31'
})

const members: [id: string, name: string, roles: Role[], credentials: Credential[], onShift: boolean][] = [
  ['ruth', 'Ruth Okafor', ['nurse', 'charge'], [licence('RN', '2027-05-31')], true],
  ['dana', 'Dana Whitfield', ['counselor'], [licence('LCSW', '2027-03-31')], true],
  ['helen', 'Helen Strand', ['nurse'], [licence('RN', '2026-12-31')], true],
  ['mei', 'Mei Tanaka', ['counselor'], [licence('LPC', '2027-01-31')], true],
  ['jonas', 'Jonas Lindqvist', ['counselor'], [licence('LMFT', '2026-05-31')], true],
  ['karim', 'Karim Brandt', ['counselor'], [certificate('CADC')], true],
  ['priya', 'Priya Sato', ['counselor'], [licence('LMHC', '2027-08-31')], true],
  ['sam', 'Sam Whitaker', ['counselor'], [], true],
  ['leo', 'Leo Marchetti', ['counselor'], [], true],
  ['kofi', 'Kofi Mbeki', ['nurse'], [licence('RN', '2027-02-28')], true],
  ['ines', 'Ines Duarte', ['counselor'], [], true],
  ['nadia', 'Nadia Benali', ['nurse', 'charge'], [licence('RN', '2027-09-30')], false],
  ['owen', 'Owen Park', ['nurse'], [licence('RN', '2027-04-30')], false],
  ['aalto', 'Sofia Aalto', ['director'], [licence('MD', '2028-01-31')], false]
]

type Slot = [at: string, minutes: number, place: string, facilitator: string | null]

const groups: [
  id: string,
  en: string,
  fr: string,
  short: string,
  kind: GroupKind,
  leads: GroupDescription['leads'],
  roster: string[] | 'everyone',
  slots: Slot[]
][] = [
  [
    'exercise',
    'Exercise',
    'Exercice',
    'Exercice',
    'everyday',
    'anyone',
    pick(1, 14),
    [
      ['07:00', 40, 'courtyard', 'leo'],
      ['16:00', 45, 'courtyard', 'sam']
    ]
  ],
  [
    'goals',
    'Goals for the day',
    'Objectifs du jour',
    'Objectifs',
    'everyday',
    'anyone',
    'everyone',
    [['08:00', 25, 'day-room', 'ruth']]
  ],
  [
    'community',
    'Community meeting',
    'Réunion communautaire',
    'Communauté',
    'community',
    'anyone',
    'everyone',
    [['16:45', 30, 'day-room', 'ruth']]
  ],
  [
    'process-a',
    'Process group A',
    'Groupe de parole A',
    'Parole A',
    'process',
    'licensed',
    pick(10, 9),
    [['14:30', 50, 'group-2', 'mei']]
  ],
  [
    'process-b',
    'Process group B',
    'Groupe de parole B',
    'Parole B',
    'process',
    'licensed',
    pick(5, 9),
    [['15:00', 50, 'group-1', 'priya']]
  ],
  [
    'distress',
    'Distress tolerance',
    'Tolérance à la détresse',
    'Détresse',
    'skills',
    'credentialed',
    pick(3, 8),
    [['15:30', 45, 'group-2', 'karim']]
  ],
  [
    'sleep',
    'Sleep and recovery',
    'Sommeil et rétablissement',
    'Sommeil',
    'psychoeducation',
    'credentialed',
    pick(18, 8),
    [['10:00', 45, 'group-2', 'karim']]
  ],
  [
    'relapse',
    'Relapse prevention',
    'Prévention de la rechute',
    'Prévention rechute',
    'relapse-prevention',
    'credentialed',
    ['s01', 's02', 's03', 's04', 's07', 's08', 's09', 's10', 's11', 's13', 's19'],
    [['13:30', 50, 'group-1', 'dana']]
  ],
  [
    'art',
    'Art and making',
    'Arts et création',
    'Arts',
    'recreation',
    'anyone',
    ['s05', 's06', 's12', 's14', 's15', 's16', 's17', 's18'],
    [['13:45', 60, 'workshop', 'sam']]
  ],
  [
    'family',
    'Family group',
    'Groupe des familles',
    'Familles',
    'family',
    'licensed',
    pick(1, 8),
    [['17:30', 60, 'visit-room', 'mei']]
  ],
  [
    'mutual',
    'Mutual support',
    'Entraide',
    'Entraide',
    'peer-led',
    'peer',
    pick(12, 12),
    [['19:30', 60, 'day-room', 'ines']]
  ]
]

function pick(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `s${String(((from + i - 1) % 28) + 1).padStart(2, '0')}`)
}

/** Id of today's meeting of a group, or of the one at `HH:MM`. */
export function meetingId(group: string, time?: string): MeetingId {
  const first = time ?? groups.find(([id]) => id === group)?.[7][0]?.[0] ?? ''
  return `${group}~2026-06-16~${first.replace(':', '')}` as MeetingId
}

function person(name: string, alias: string): Person {
  const approach =
    alias === 'Deer 7' ? 'One voice, from the side. Drawing calms him. Not twice the same question.' : null
  return { name, alias, preferred: null, legalBasis: 'voluntary', phase: null, approach }
}

/** The unit as it stands at 06:30: described, staffed, everybody admitted, today and tomorrow planned. */
export function mapleHouse(): Scene {
  const scene = new Scene()
  const start = at('06:30')
  scene.on(start, {
    type: 'profile.described',
    description: {
      name: 'Maple House',
      timeZone,
      kind: 'inpatient',
      population: 'adult',
      people: 'resident',
      language: 'en',
      synthetic: true,
      beds: [...people.map(([, , , bed]) => bed), '15A', '15B'],
      ladder: defaultLadder,
      answerHolds: 3,
      latePolicy: 'strict'
    }
  })
  for (const [id, en, fr, kind] of places) {
    scene.on(start, { type: 'place.opened', place: id as PlaceId, name: { en, fr }, kind })
  }
  for (const [id, name, roles, credentials, onShift] of members) {
    const member = id as MemberId
    scene.on(start, {
      type: 'member.joined',
      member,
      description: { name, roles, credentials, language: 'en' }
    })
    if (onShift) scene.on(start, { type: 'member.shift-started', member })
  }
  for (const [id, name, alias, bed, level] of people) {
    const stay = id as StayId
    const place = 'own-room' as PlaceId
    scene.on(start, { type: 'stay.admitted', stay, person: person(name, alias), bed, level, place })
  }
  for (const [id, en, fr, short, kind, leads, roster, slots] of groups) {
    const weekly = slots.flatMap(([time, minutes, place, facilitator]) =>
      [1, 2, 3, 4, 5, 6, 7].map(day => ({
        day,
        at: time,
        minutes,
        place: place as PlaceId,
        facilitator: facilitator as MemberId | null,
        coFacilitators: []
      }))
    )
    const description: GroupDescription = {
      name: { en, fr },
      short: { en, fr: short },
      kind,
      leads,
      capacity: null,
      roster: roster as GroupDescription['roster'],
      weekly
    }
    scene.on(start, { type: 'group.defined', group: id as GroupId, description })
  }
  for (const date of ['2026-06-16', '2026-06-17']) {
    const meetings = plannedOn(scene.state.groups.groups, date, timeZone, scene.state)
    scene.on(start, { type: 'day.planned', date, meetings, keep: ['2026-06-15', '2026-06-16', '2026-06-17'] })
  }
  return scene
}

/** A round that was made: who was seen when, where, and how. */
export function seen(
  scene: Scene,
  stay: string,
  time: string | number,
  place = 'day-room',
  activity: Activity = 'sitting',
  presentation: Presentation = 'calm',
  by = 'priya'
): void {
  const seenAt = typeof time === 'number' ? time : at(time)
  const level = scene.state.census.stays[stay as StayId]?.level ?? 'q60'
  scene.on(
    seenAt,
    {
      type: 'check-in.completed',
      stay: stay as StayId,
      seenAt,
      place: place as PlaceId,
      activity,
      presentation,
      level,
      late: 0,
      reason: null
    },
    by
  )
}

/** Everybody seen in time: at `now`, the nth person of a level has used a spread part of the interval. */
export function roundsUntil(scene: Scene, now: string): void {
  const start = at('07:00')
  const end = at(now)
  people.forEach(([id, , , , level], i) => {
    const interval = intervalOf[level]
    if (interval === null) return
    const used = (0.15 + ((i * 37) % 61) / 100) * interval * 60_000
    const times: number[] = []
    for (let time = end - used, n = 0; time > start; n++) {
      times.push(time)
      time -= (0.72 + ((i * 13 + n * 29) % 26) / 100) * interval * 60_000
    }
    for (const time of times.reverse()) seen(scene, id, time, i % 3 === 0 ? 'own-room' : 'day-room')
  })
}

/** A meeting that runs: started, with everybody there but those named. */
export function running(
  scene: Scene,
  group: string,
  from: string,
  notHere: string[] = [],
  time?: string
): void {
  const meeting = meetingId(group, time)
  const standing = scene.state.groups.meetings[meeting]
  if (!standing) throw new Error(`no meeting ${meeting}`)
  scene.on(from, { type: 'meeting.started', meeting, place: standing.place }, standing.facilitator ?? 'ruth')
  for (const stay of Object.keys(standing.roster)) {
    const attendance = notHere.includes(stay) ? 'absent' : 'present'
    scene.on(
      from,
      { type: 'meeting.attended', meeting, stay: stay as StayId, attendance, place: standing.place },
      standing.facilitator ?? 'ruth'
    )
  }
}

export function ended(scene: Scene, group: string, until: string, time?: string): void {
  scene.on(until, { type: 'meeting.ended', meeting: meetingId(group, time) })
}

/** A calm early afternoon, 14:05: two groups running, two people off the unit, nobody late. */
export function calmDay(): Scene {
  const scene = mapleHouse()
  running(scene, 'exercise', '07:00', ['s03', 's09'])
  ended(scene, 'exercise', '07:40')
  running(scene, 'goals', '08:00', ['s22'])
  ended(scene, 'goals', '08:25')
  running(scene, 'sleep', '10:00')
  ended(scene, 'sleep', '10:46')
  roundsUntil(scene, '14:05')
  scene.on(
    '13:20',
    {
      type: 'stay.left',
      stay: 's20' as StayId,
      destination: 'dental clinic',
      escort: 'L. Marchetti',
      back: at('15:10')
    },
    'leo'
  )
  scene.on(
    '14:04',
    { type: 'stay.left', stay: 's22' as StayId, destination: 'court', escort: null, back: at('16:00') },
    'priya'
  )
  running(scene, 'relapse', '13:30', ['s03'])
  running(scene, 'art', '13:45')
  return scene
}
