/** A little unit of made-up people, set up as the unit file does: by ordinary commands of the loader. */
import type { CommandId, UnitId } from '../../shared/ids.ts'
import type { UnitCommand, UnitState } from '../../shared/unit.ts'
import type { Units } from '../../server/unit/units.ts'
import { newId } from './screen.ts'

const both = (name: string): { en: string; fr: string } => ({ en: name, fr: name })

const description = {
  name: 'Alder House',
  timeZone: 'America/Toronto',
  kind: 'inpatient',
  population: 'adult',
  people: 'patient',
  language: 'en',
  synthetic: true,
  beds: ['1', '2', '3', '4', '5', '6'],
  ladder: [
    { minutes: 0, tells: 'shift' },
    { minutes: 2, tells: 'charge' }
  ],
  answerHolds: 3,
  latePolicy: 'strict'
}

const person = (name: string, alias: string): object => ({
  name,
  preferred: null,
  alias,
  legalBasis: 'voluntary',
  phase: null,
  approach: `canary-approach of ${name}`
})

/** Names that no audience without names may ever be sent. */
export const canaries = ['Canary Bird', 'canary-approach']

const commands = [
  { type: 'profile.describe', description },
  { type: 'place.open', place: 'day-room', name: both('Day room'), kind: 'day-room' },
  { type: 'place.open', place: 'hall', name: both('Hallway'), kind: 'hallway' },
  join('mia', 'Mia Okafor', ['counselor']),
  join('ben', 'Ben Castle', ['charge']),
  {
    type: 'stay.admit',
    stay: 's1',
    person: person('Canary Bird', 'Fox'),
    bed: '1',
    level: 'q15',
    place: 'day-room'
  },
  {
    type: 'stay.admit',
    stay: 's2',
    person: person('Canary Bird Two', 'Owl'),
    bed: '2',
    level: 'q30',
    place: null
  }
] as unknown as UnitCommand[]

function join(member: string, name: string, roles: string[]): object {
  return { type: 'member.join', member, description: { name, roles, credentials: [], language: 'en' } }
}

export async function setUp(units: Units<UnitState, UnitCommand>, unit: UnitId): Promise<void> {
  for (const command of commands) {
    const outcome = await units.submit(unit, command, newId(), { kind: 'loader' })
    if (outcome.outcome === 'refused') throw new Error(`${command.type}: ${outcome.refusal}`)
  }
}

export const raise = (place: string | null = 'day-room'): UnitCommand =>
  ({ type: 'alert.raise', kind: 'medical', place }) as unknown as UnitCommand

export const acknowledge = (alert: CommandId | string): UnitCommand =>
  ({ type: 'alert.acknowledge', alert, answer: 'coming' }) as unknown as UnitCommand

export const seen = (stay: string, place = 'hall'): UnitCommand =>
  ({
    type: 'check-in.complete',
    stay,
    place,
    activity: 'sitting',
    presentation: 'calm'
  }) as unknown as UnitCommand

export const moveBed = (stay: string, bed: string | null): UnitCommand =>
  ({ type: 'stay.move', stay, bed }) as unknown as UnitCommand

/** Gives a hundred places another name each, in one append: some 25 KB for everybody. */
export async function renamePlaces(
  units: Units<UnitState, UnitCommand>,
  unit: UnitId,
  name: string
): Promise<void> {
  const known = await units.with(unit, ({ state }) => 'many-0' in state.profile.places)
  const places = Array.from({ length: 100 }, (_, n) => ({
    type: known ? 'place.change' : 'place.open',
    place: `many-${n}`,
    name: both(`${name} ${'x'.repeat(80)}`),
    kind: 'other'
  })) as unknown as UnitCommand[]
  await Promise.all(places.map(command => units.submit(unit, command, newId(), { kind: 'loader' })))
}
