/** Maple House, a unit that does not exist: who is here on Tuesday 16 June 2026 at 14:00 in Toronto. */
import type { GroupId, MemberId, PlaceId, StayId } from '../../shared/ids.ts'
import type { UnitEvent } from '../../shared/unit.ts'
import { Board, clock, hour, loader, now, type Asked, type Happened } from './given.ts'

const named = (en: string, fr: string) => ({ en, fr })

export const description = {
  name: 'Maple House',
  timeZone: 'America/Toronto',
  kind: 'inpatient',
  population: 'adult',
  people: 'patient',
  language: 'en',
  synthetic: true,
  beds: ['1A', '1B', '2A', '2B', '3A'],
  ladder: [
    { minutes: 0, tells: 'shift' },
    { minutes: 2, tells: 'charge' },
    { minutes: 5, tells: 'director' },
    { minutes: 10, tells: 'everyone' }
  ],
  answerHolds: 3,
  latePolicy: 'strict'
} as const

/** Charge nurse, on shift. */
export const ruth = 'ruth-okafor' as MemberId
/** Licensed counselor, on shift; leads the process group. */
export const mei = 'mei-tanaka' as MemberId
/** Counselor with a certificate, on shift; leads skills. */
export const leo = 'leo-marchetti' as MemberId
/** Licensed until yesterday, on shift. */
export const jonas = 'jonas-lindqvist' as MemberId
/** Licensed, at home. */
export const dana = 'dana-whitfield' as MemberId
/** Nurse with a licence, on shift, leads nothing. */
export const priya = 'priya-sato' as MemberId

const credential = (kind: string, body: string, expires: string) => ({
  kind,
  body,
  number: `${body}-001`,
  expires
})
const member = (id: MemberId, name: string, roles: string[], credentials: object[]): Asked => ({
  type: 'member.join',
  member: id,
  description: { name, roles, credentials, language: 'en' }
})

export const members: Asked[] = [
  member(ruth, 'Ruth Okafor', ['charge', 'nurse'], [credential('licensed', 'RN', '2027-03-31')]),
  member(mei, 'Mei Tanaka', ['counselor'], [credential('licensed', 'LPC', '2027-01-31')]),
  member(leo, 'Leo Marchetti', ['counselor'], [credential('credentialed', 'CADC', '2026-12-31')]),
  member(jonas, 'Jonas Lindqvist', ['counselor'], [credential('licensed', 'LMFT', '2026-06-15')]),
  member(dana, 'Dana Whitfield', ['counselor'], [credential('licensed', 'LCSW', '2028-01-01')]),
  member(priya, 'Priya Sato', ['nurse'], [credential('licensed', 'RN', '2027-09-30')])
]

export const dayRoom = 'day-room' as PlaceId
export const hallway = 'hallway' as PlaceId
export const courtyard = 'courtyard' as PlaceId
export const roomOne = 'group-room-1' as PlaceId
export const roomTwo = 'group-room-2' as PlaceId

export const places: Asked[] = [
  { type: 'place.open', place: dayRoom, name: named('Day room', 'Salle commune'), kind: 'day-room' },
  { type: 'place.open', place: hallway, name: named('Hallway', 'Couloir'), kind: 'hallway' },
  { type: 'place.open', place: courtyard, name: named('Courtyard', 'Cour'), kind: 'courtyard' },
  { type: 'place.open', place: roomOne, name: named('Group room 1', 'Salle 1'), kind: 'group-room' },
  { type: 'place.open', place: roomTwo, name: named('Group room 2', 'Salle 2'), kind: 'group-room' }
]

/** Amara Nwosu, every 15 minutes. */
export const robin = 'st-7f3a01' as StayId
/** Samir Haddad, every 30 minutes. */
export const wren = 'st-7f3a02' as StayId
/** Yara Haddad, every 60 minutes. */
export const lark = 'st-7f3a03' as StayId
/** Quinn Avery, watched one to one. */
export const heron = 'st-7f3a04' as StayId

export const person = (name: string, alias: string) => ({
  name,
  preferred: null,
  alias,
  legalBasis: 'voluntary',
  phase: null,
  approach: null
})

const admit = (stay: StayId, name: string, alias: string, bed: string, level: string): Asked => ({
  type: 'stay.admit',
  stay,
  person: person(name, alias),
  bed,
  level,
  place: dayRoom
})

export const people: Asked[] = [
  admit(robin, 'Amara Nwosu', 'Robin 1', '1A', 'q15'),
  admit(wren, 'Samir Haddad', 'Wren 3', '1B', 'q30'),
  admit(lark, 'Yara Haddad', 'Lark 8', '2A', 'q60'),
  admit(heron, 'Quinn Avery', 'Heron 7', '2B', 'one-to-one')
]

/** Tuesdays 14:30 to 15:20, asks for a licence. */
export const process = 'process-a' as GroupId
/** Tuesdays 14:30 to 15:15, asks for a certificate. */
export const skills = 'skills' as GroupId
/** Every day at 15:30, everyone, no leader. */
export const community = 'community' as GroupId

export const slot = (
  day: number,
  at: string,
  minutes: number,
  place: PlaceId,
  facilitator: MemberId | null
) => ({
  day,
  at,
  minutes,
  place,
  facilitator,
  coFacilitators: [] as MemberId[]
})

export const processDescription = {
  name: named('Process group A', 'Groupe de parole A'),
  short: named('Process A', 'Parole A'),
  kind: 'process',
  leads: 'licensed',
  capacity: 3,
  roster: [robin, wren],
  weekly: [slot(2, '14:30', 50, roomOne, mei)]
}

export const groups: Asked[] = [
  { type: 'group.define', group: process, description: processDescription },
  {
    type: 'group.define',
    group: skills,
    description: {
      name: named('Distress tolerance', 'Tolérance à la détresse'),
      short: named('Distress tolerance', 'Tolérance détresse'),
      kind: 'skills',
      leads: 'credentialed',
      capacity: null,
      roster: [robin, lark],
      weekly: [slot(2, '14:30', 45, roomTwo, leo)]
    }
  },
  {
    type: 'group.define',
    group: community,
    description: {
      name: named('Community meeting', 'Assemblée générale'),
      short: named('Community', 'Assemblée'),
      kind: 'community',
      leads: 'anyone',
      capacity: null,
      roster: 'everyone',
      weekly: [1, 2, 3, 4, 5, 6, 7].map(day => slot(day, '15:30', 30, dayRoom, null))
    }
  }
]

export const processToday = 'process-a~2026-06-16~1430'
export const skillsToday = 'skills~2026-06-16~1430'
export const communityToday = 'community~2026-06-16~1530'

/** The unit as the file describes it, its members on shift, today and tomorrow planned; the last event at 14:00. */
export const mapleHouse: readonly Happened[] = recorded(board => {
  const load = (asked: Asked) => done(board, asked, { by: loader, now: now - 7 * hour })
  load({ type: 'profile.describe', description })
  ;[...places, ...members, ...people, ...groups].forEach(load)
  for (const id of [ruth, mei, leo, jonas, priya]) load({ type: 'member.start-shift', member: id })
  for (const date of ['2026-06-16', '2026-06-17'])
    done(board, { type: 'meeting.plan', date }, { by: clock, now: now - 7 * hour })
  for (const stay of [robin, wren, lark])
    done(board, look(stay), { by: { kind: 'member', member: priya }, now })
})

/** A check of somebody who sits calmly in the day room. */
export function look(stay: StayId, fields: object = {}): Asked {
  const seen = { place: dayRoom, activity: 'sitting', presentation: 'calm' }
  return { type: 'check-in.complete', stay, ...seen, ...fields }
}

/** The events of what is done to an empty board. */
export function recorded(does: (board: Board) => void): readonly Happened[] {
  const board = new Board()
  does(board)
  return board.journal.map(
    ({ event, at, by, command }) => [event as UnitEvent, { now: at, by, id: command }] as const
  )
}

/** Asks, and takes no for a mistake of the test. */
export function done(board: Board, ...[asked, circumstances]: Parameters<Board['ask']>): Board {
  const decision = board.ask(asked, circumstances)
  if ('refusal' in decision) throw new Error(`${asked.type} was refused: ${decision.refusal}`)
  return board
}
