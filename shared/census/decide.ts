import type { Asking, Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import type { StayId } from '../ids.ts'
import type { Profile } from '../profile/profile.ts'
import { refuse, type Refused } from '../refusal.ts'
import type { CensusCommand } from './command.ts'
import type { Census, CensusEvent, Person, Stay } from './stay.ts'
import { same } from '../same.ts'
import { setLevel, type SetLevel } from './set-level.ts'
import { aliasTells, isBlank, tellsName } from './tells-name.ts'

type Admit = Extract<CensusCommand, { type: 'stay.admit' }>
type Other = Exclude<CensusCommand, Admit | SetLevel>

export function decideCensus(floor: Floor, command: CensusCommand, asking: Asking): Decision<CensusEvent> {
  const { census, profile } = floor
  if (command.type === 'stay.admit') return admit(census, profile, command)
  const stay = census.stays[command.stay]
  if (!stay) return refuse('stay-unknown', { stay: command.stay })
  if (command.type === 'stay.set-level') return setLevel(stay, command, floor, asking)
  return decideStay(census, profile, stay, command)
}

function admit(census: Census, profile: Profile, command: Admit): Decision<CensusEvent> {
  const { stay, person, bed, level, place } = command
  if (census.stays[stay]) return refuse('stay-exists', { stay })
  if (place !== null && !profile.places[place]) return refuse('place-unknown', { place })
  return (
    bedRefused(census, profile, bed, stay) ??
    nameRefused(person, stay) ??
    aliasRefused(census, person.alias, stay) ?? [{ type: 'stay.admitted', stay, person, bed, level, place }]
  )
}

function decideStay(census: Census, profile: Profile, stay: Stay, command: Other): Decision<CensusEvent> {
  switch (command.type) {
    case 'stay.describe':
      if (same(command.person, stay.person)) return refuse('no-change')
      return (
        nameRefused(command.person, stay.id) ??
        aliasRefused(census, command.person.alias, stay.id) ?? [
          { type: 'stay.described', stay: stay.id, person: command.person }
        ]
      )
    case 'stay.move':
      if (command.bed === stay.bed) return refuse('no-change')
      return (
        bedRefused(census, profile, command.bed, stay.id) ?? [
          { type: 'stay.moved', stay: stay.id, bed: command.bed, from: stay.bed }
        ]
      )
    case 'stay.leave': {
      if (stay.whereabouts.is === 'off-unit') {
        return refuse('already-off-unit', { stay: stay.id, since: stay.whereabouts.since })
      }
      const { destination, escort = null, back = null } = command
      return [{ type: 'stay.left', stay: stay.id, destination, escort, back }]
    }
    case 'stay.return': {
      if (stay.whereabouts.is === 'here') return refuse('not-off-unit', { stay: stay.id })
      const { place = null } = command
      if (place !== null && !profile.places[place]) return refuse('place-unknown', { place })
      return [{ type: 'stay.returned', stay: stay.id, place }]
    }
    case 'stay.discharge':
      return [{ type: 'stay.discharged', stay: stay.id }]
  }
}

function bedRefused(census: Census, profile: Profile, bed: string | null, id: StayId): Refused | null {
  if (bed === null) return null
  if (!profile.description?.beds.includes(bed)) return refuse('bed-unknown', { bed })
  const holder = Object.values(census.stays).find(stay => stay.bed === bed && stay.id !== id)
  return holder ? refuse('bed-taken', { bed, stay: holder.id }) : null
}

/** Walls and logs carry ids and aliases: neither may tell who the person is. An id may stand in for an alias. */
function nameRefused(person: Person, id: StayId): Refused | null {
  const { alias } = person
  if (isBlank(alias)) return refuse('alias-blank', { stay: id })
  if (alias !== id && aliasTells(alias, person)) return refuse('tells-name', { stay: id, what: 'alias' })
  return tellsName(id, person) ? refuse('tells-name', { what: 'id' }) : null
}

function aliasRefused(census: Census, alias: string, id: StayId): Refused | null {
  const same = alias.toLowerCase()
  const holder = Object.values(census.stays).find(
    stay => stay.person.alias.toLowerCase() === same && stay.id !== id
  )
  return holder ? refuse('alias-taken', { alias, stay: holder.id }) : null
}
