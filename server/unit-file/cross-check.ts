/** What the parts of a unit file say about each other: everything that a schema cannot see. */
import { inForce, mayLead } from '../../shared/staff/credential.ts'
import { aliasTells, isBlank } from '../../shared/census/tells-name.ts'
import { isTimeZone } from '../../shared/profile/decide.ts'
import { PlaceKind, type Rung } from '../../shared/profile/profile.ts'
import { strangeKinds } from './codes.ts'
import type { Path } from './locate.ts'
import type { UnitFile } from './schema.ts'

export interface Remark {
  /** a mistake stops the file from being loaded, a warning does not */
  is: 'mistake' | 'warning'
  path: Path
  says: string
}

/** `today`: the ISO local date by which credentials are judged. */
export function crossCheck(file: UnitFile, today: string): Remark[] {
  return [
    ...zone(file),
    ...kinds(file),
    ...taken(file),
    ...staff(file, today),
    ...groups(file, today),
    ...people(file),
    ...ladders(file)
  ]
}

const mistake = (path: Path, says: string): Remark => ({ is: 'mistake', path, says })
const warning = (path: Path, says: string): Remark => ({ is: 'warning', path, says })

function zone({ timeZone }: UnitFile): Remark[] {
  return isTimeZone(timeZone) ? [] : [mistake(['timeZone'], `there is no time zone "${timeZone}"`)]
}

function kinds({ places, codes }: UnitFile): Remark[] {
  return strangeKinds(places, codes, PlaceKind.options).map(i =>
    mistake(['places', i, 'kind'], `"${places[i]?.kind}": neither a usual kind nor one in codes.placeKinds`)
  )
}

/** Ids, beds and aliases that two have. */
function taken({ places, members, groups, people = [], beds }: UnitFile): Remark[] {
  const aliases = people.map(({ alias }) => alias.toLowerCase())
  const occupied = people.map(({ bed }) => bed)
  return [
    ...twice(
      places.map(({ id }) => id),
      i => ['places', i, 'id'],
      'a place before it has this id'
    ),
    ...twice(
      members.map(({ id }) => id),
      i => ['members', i, 'id'],
      'a member before it has this id'
    ),
    ...twice(
      groups.map(({ id }) => id),
      i => ['groups', i, 'id'],
      'a group before it has this id'
    ),
    ...twice(
      people.map(({ id }) => id),
      i => ['people', i, 'id'],
      'a person before this one has this id'
    ),
    ...twice(beds, i => ['beds', i], 'this bed is in the list already'),
    ...twice(aliases, i => ['people', i, 'alias'], 'a person before this one has this alias'),
    ...twice(occupied, i => ['people', i, 'bed'], 'a person before this one has this bed')
  ]
}

function twice(values: (string | null)[], path: (i: number) => Path, says: string): Remark[] {
  return values.flatMap((value, i) => {
    return value !== null && values.indexOf(value) < i ? [mistake(path(i), `"${value}": ${says}`)] : []
  })
}

function staff({ members }: UnitFile, today: string): Remark[] {
  const missing = (['charge', 'administrator'] as const).filter(role => {
    return !members.some(({ roles }) => roles.includes(role))
  })
  return [
    ...missing.map(role => mistake(['members'], `nobody has the role "${role}": somebody must`)),
    ...members.flatMap(({ pin, pinHash, credentials }, i) => [
      ...(pin !== undefined && pinHash !== undefined
        ? [mistake(['members', i, 'pinHash'], 'give either pin or pinHash, not both')]
        : []),
      ...(pin === undefined && pinHash === undefined
        ? [warning(['members', i], 'has neither pin nor pinHash, and cannot sign in until a PIN is set')]
        : []),
      ...credentials.flatMap((credential, c) =>
        inForce(credential, today)
          ? []
          : [warning(['members', i, 'credentials', c, 'expires'], `expired on ${credential.expires}`)]
      )
    ])
  ]
}

function groups(file: UnitFile, today: string): Remark[] {
  const people = new Set(file.people?.map(({ id }) => id))
  return file.groups.flatMap((group, g) => [
    ...(Array.isArray(group.roster) ? group.roster : []).flatMap((person, i) =>
      people.has(person)
        ? []
        : [mistake(['groups', g, 'roster', i], `"${person}": nobody in people has this id`)]
    ),
    ...group.weekly.flatMap((slot, s) => slotRemarks(file, group, slot, ['groups', g, 'weekly', s], today))
  ])
}

type Group = UnitFile['groups'][number]

function slotRemarks(
  { places, members }: UnitFile,
  { leads }: Group,
  { place, facilitator, coFacilitators }: Group['weekly'][number],
  path: Path,
  today: string
): Remark[] {
  const found = members.find(({ id }) => id === facilitator)
  const unknown = (member: string, at: Path): Remark => mistake(at, `"${member}": no member has this id`)
  return [
    ...(places.some(({ id }) => id === place)
      ? []
      : [mistake([...path, 'place'], `"${place}": no place has this id`)]),
    ...(facilitator !== null && !found ? [unknown(facilitator, [...path, 'facilitator'])] : []),
    ...coFacilitators.flatMap((member, i) =>
      members.some(({ id }) => id === member) ? [] : [unknown(member, [...path, 'coFacilitators', i])]
    ),
    ...(found && !mayLead(found.credentials, leads, today)
      ? [
          warning(
            [...path, 'facilitator'],
            `"${found.id}" has no credential in force for a group that asks for "${leads}"`
          )
        ]
      : [])
  ]
}

function people({ people = [], beds, places }: UnitFile): Remark[] {
  return people.flatMap(({ name, preferred, alias, bed, place }, i) => [
    ...(bed !== null && !beds.includes(bed)
      ? [mistake(['people', i, 'bed'], `"${bed}" is not among the beds`)]
      : []),
    ...(place !== null && !places.some(({ id }) => id === place)
      ? [mistake(['people', i, 'place'], `"${place}": no place has this id`)]
      : []),
    ...(tells(alias, [name, preferred ?? '']) || aliasTells(alias, { name, preferred })
      ? [mistake(['people', i, 'alias'], 'holds a part of the name: walls would show who this is')]
      : []),
    ...(isBlank(alias)
      ? [mistake(['people', i, 'alias'], 'needs a letter or a digit: walls would show nobody')]
      : [])
  ])
}

/** Whether an alias gives a name away: a word of it (three letters or more), or its initials alone. */
export function tells(alias: string, names: string[]): boolean {
  const plain = fold(alias)
  return names.some(name => {
    const words = fold(name)
      .split(/[^\p{L}]+/u)
      .filter(Boolean)
    const initials = words.map(word => word[0]).join('')
    const letters = plain.replace(/[^\p{L}]/gu, '')
    return (
      words.some(word => word.length >= 3 && plain.includes(word)) ||
      (words.length > 1 && letters === initials)
    )
  })
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Rungs are climbed in order, from the moment an alert is raised. */
function ladders({ alerts: { ladder, ladders = {} } }: UnitFile): Remark[] {
  const own = Object.entries(ladders).flatMap(([kind, rungs]) => inOrder(rungs ?? [], ['ladders', kind]))
  return [...inOrder(ladder, ['ladder']), ...own]
}

function inOrder(rungs: readonly Rung[], path: Path): Remark[] {
  return rungs.flatMap(({ minutes }, i) => {
    const before = rungs[i - 1]
    return before && before.minutes >= minutes
      ? [mistake(['alerts', ...path, i, 'minutes'], 'is not later than the rung before it')]
      : []
  })
}
