/** Who is on the unit, as the file says. Beds and aliases may change hands: they are freed before they are given. */
import type { Stay } from '../../shared/census/stay.ts'
import type { StayId } from '../../shared/ids.ts'
import type { UnitState } from '../../shared/unit.ts'
import { personOf, same, stayIdOf, type Change } from './diff.ts'
import type { UnitFile } from './schema.ts'

type FilePerson = NonNullable<UnitFile['people']>[number]

interface Known {
  person: FilePerson
  stay: Stay
}

export function diffPeople(file: UnitFile, { census }: UnitState): Change[] {
  if (!file.people) return []
  const stays = census.stays
  const wanted = new Map(file.people.map(person => [stayIdOf(file.id, person.id), person]))
  const known = [...wanted].flatMap(([id, person]): Known[] => {
    const stay = stays[id]
    return stay ? [{ person, stay }] : []
  })
  return [
    ...Object.values(stays).flatMap(stay => (wanted.has(stay.id) ? [] : [discharge(stay)])),
    ...vacate(known),
    ...unname(known),
    ...known.flatMap(change),
    ...[...wanted].flatMap(([id, person]) => (stays[id] ? [] : [admit(id, person), ...watch(id, person)]))
  ]
}

function admit(stay: StayId, person: FilePerson): Change {
  const { name, bed, level, place } = person
  const says = `admit ${name}${bed === null ? '' : ` to bed ${bed}`}, ${level}`
  return { says, command: { type: 'stay.admit', stay, person: personOf(person), bed, level, place } }
}

/** Only with the admission: what a nurse has stopped since is not begun anew by the file. */
const watch = (stay: StayId, { name, withdrawal }: FilePerson): Change[] =>
  withdrawal.map(scale => {
    const says = `watch the withdrawal of ${name} by ${scale}`
    return { says, command: { type: 'withdrawal.watch', stay, scale } }
  })

const discharge = ({ id, person }: Stay): Change => {
  return { says: `discharge ${person.name}`, command: { type: 'stay.discharge', stay: id } }
}

function change({ person, stay }: Known): Change[] {
  const { name, bed, level } = person
  const described = personOf(person)
  const before = personOf({ ...person, noInformation: false, ...stay.person })
  const changes: Change[] = []
  if (!same(before, described)) {
    changes.push({
      says: `describe ${name} anew`,
      command: { type: 'stay.describe', stay: stay.id, person: described }
    })
  }
  if (stay.bed !== bed) {
    const says = bed === null ? `give ${name} no bed` : `move ${name} to bed ${bed}`
    changes.push({ says, command: { type: 'stay.move', stay: stay.id, bed } })
  }
  if (stay.level !== level) {
    const says = `watch ${name} at ${level} instead of ${stay.level}`
    changes.push({ says, command: { type: 'stay.set-level', stay: stay.id, level } })
  }
  return changes
}

/** Somebody who moves out of a bed that another one moves into gets up first. */
function vacate(known: Known[]): Change[] {
  const moving = known.filter(
    ({ person, stay }) => stay.bed !== null && person.bed !== null && person.bed !== stay.bed
  )
  return moving
    .filter(({ stay }) => moving.some(other => other.person.bed === stay.bed))
    .map(({ person, stay }) => ({
      says: `free bed ${stay.bed} of ${person.name}`,
      command: { type: 'stay.move', stay: stay.id, bed: null }
    }))
}

/** An alias that goes to another is let go of first; for a moment the stay's own id stands in for it. */
function unname(known: Known[]): Change[] {
  const low = (alias: string): string => alias.toLowerCase()
  const renamed = known.filter(({ person, stay }) => low(person.alias) !== low(stay.person.alias))
  return renamed
    .filter(({ stay }) => renamed.some(other => low(other.person.alias) === low(stay.person.alias)))
    .map(({ person, stay }) => ({
      says: `free the alias of ${person.name}`,
      command: { type: 'stay.describe', stay: stay.id, person: { ...stay.person, alias: stay.id } }
    }))
}
