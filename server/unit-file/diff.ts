/** From a unit as it is to what its file says: ordinary commands, in an order in which each can be followed. */
import { createHash } from 'node:crypto'
import type { Person } from '../../shared/census/stay.ts'
import type { GroupDescription } from '../../shared/groups/meeting.ts'
import type { StayId, UnitId } from '../../shared/ids.ts'
import type { Description } from '../../shared/profile/profile.ts'
import type { MemberDescription } from '../../shared/staff/member.ts'
import type { UnitCommand, UnitState } from '../../shared/unit.ts'
import { hashPin, isPin } from '../access/pins.ts'
import { bilingual, codesOf } from './codes.ts'
import { diffPeople } from './diff-people.ts'
import type { UnitFile } from './schema.ts'

/** One command, and what it does in plain words. */
export interface Change {
  says: string
  command: UnitCommand
}

/** What is no longer in the file is retired or discharged, never deleted. Empty where nothing differs. */
export async function diff(file: UnitFile, state: UnitState): Promise<Change[]> {
  return [
    ...description(file, state),
    ...places(file, state),
    ...(await members(file, state)),
    ...diffPeople(file, state),
    ...groups(file, state),
    ...retired(file, state)
  ]
}

/** Opaque, since ids reach the walls: of the unit and of what the file calls the person, but not to be read back. */
export function stayIdOf(unit: UnitId, person: string): StayId {
  const digest = createHash('sha256').update(`${unit}/${person}`).digest('hex')
  return `s${BigInt(`0x${digest}`).toString(36).slice(0, 12)}` as StayId
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function description(file: UnitFile, { profile }: UnitState): Change[] {
  const described = describe(file)
  if (same(described, profile.description)) return []
  const says = profile.description ? 'describe the unit anew' : `describe the unit: ${file.name}`
  return [{ says, command: { type: 'profile.describe', description: described } }]
}

function describe(file: UnitFile): Description {
  const { name, timeZone, kind, population, wordForPeople: people, language, synthetic, beds } = file
  const { ladder, ladders, afterwards, answerHolds } = file.alerts
  const { latePolicy, night, relief, followUps } = file.checkIns
  return {
    name,
    timeZone,
    kind,
    population,
    people,
    language,
    synthetic,
    beds,
    ladder,
    ...(ladders && { ladders: given(ladders) }),
    ...(afterwards && { afterwards: given(afterwards) }),
    answerHolds,
    latePolicy,
    ...(file.withdrawal && { withdrawal: withdrawalOf(file.withdrawal) }),
    ...(night && { night }),
    ...(followUps && { followUps: given(followUps) }),
    ...(relief !== undefined && { relief }),
    ...(file.codes && { codes: codesOf(file.codes) }),
    ...(file.pagers && { pagers: file.pagers }),
    ...(file.push !== undefined && { push: file.push })
  }
}

function withdrawalOf({ profiles, minutes, asleep }: NonNullable<UnitFile['withdrawal']>) {
  const own = Object.entries(minutes ?? {}).map(([id, bands]) => [id, given(bands ?? {})] as const)
  return {
    ...(profiles && { profiles: given(profiles) }),
    ...(minutes && { minutes: Object.fromEntries(own) }),
    ...(asleep && { asleep })
  }
}

/** Without the keys that the file leaves out. */
const given = <T>(record: Readonly<Record<string, T | undefined>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter((one): one is [string, T] => one[1] !== undefined))

const own = <T>(record: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined

function places(file: UnitFile, { profile }: UnitState): Change[] {
  return file.places.flatMap(({ id, name: given, kind }): Change[] => {
    const name = bilingual(given)
    const now = own(profile.places, id)
    if (now && same([now.name, now.kind], [name, kind])) return []
    const fields = { place: id, name, kind }
    return now
      ? [{ says: `change the place ${id}`, command: { type: 'place.change', ...fields } }]
      : [{ says: `open the place ${id}: ${name[file.language]}`, command: { type: 'place.open', ...fields } }]
  })
}

async function members(file: UnitFile, { staff }: UnitState): Promise<Change[]> {
  const changes: Change[] = []
  for (const member of file.members) {
    const { id, name, roles, credentials, language = file.language, pin, pinHash, onShift } = member
    const description: MemberDescription = { name, roles, credentials, language }
    const now = own(staff.members, id)
    const before = now && {
      name: now.name,
      roles: now.roles,
      credentials: now.credentials,
      language: now.language
    }
    if (!now)
      changes.push({
        says: `let ${name} join as ${id} (${roles.join(', ')})`,
        command: { type: 'member.join', member: id, description }
      })
    else if (!same(before, description))
      changes.push({
        says: `describe ${name} (${id}) anew`,
        command: { type: 'member.describe', member: id, description }
      })
    const hash = await newHash(now?.pinHash ?? null, pin, pinHash)
    if (hash !== null)
      changes.push({ says: `set the PIN of ${name}`, command: { type: 'member.set-pin', member: id, hash } })
    if (!now && onShift)
      changes.push({
        says: `start the shift of ${name}`,
        command: { type: 'member.start-shift', member: id }
      })
  }
  return changes
}

/** Null where the PIN is as it should be. A PIN is compared with the hash that is kept, so an unchanged one stays. */
async function newHash(kept: string | null, pin?: string, pinHash?: string): Promise<string | null> {
  if (pinHash !== undefined) return pinHash === kept ? null : pinHash
  if (pin === undefined || (kept !== null && (await isPin(kept, pin)))) return null
  return hashPin(pin)
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

function groups(file: UnitFile, { groups: { groups: now } }: UnitState): Change[] {
  return file.groups.flatMap((group): Change[] => {
    const { id: _id, ...before } = own(now, group.id) ?? { id: group.id }
    const description = groupOf(file, group)
    if (same(before, description)) return []
    const does = Object.hasOwn(now, group.id) ? 'change' : 'add'
    const says = `${does} the group ${group.id}: ${description.name[file.language]}, ${description.weekly.length} a week`
    return [{ says, command: { type: 'group.define', group: group.id, description } }]
  })
}

function groupOf({ id: unit }: UnitFile, group: UnitFile['groups'][number]): GroupDescription {
  const { name, short = name, kind, leads, capacity, roster } = group
  const weekly = group.weekly.flatMap(({ days: on, at, minutes, place, facilitator, coFacilitators }) =>
    on.map(day => ({ day: days.indexOf(day) + 1, at, minutes, place, facilitator, coFacilitators }))
  )
  return {
    name: bilingual(name),
    short: bilingual(short),
    kind,
    leads,
    capacity,
    roster: roster === 'everyone' ? roster : roster.map(person => stayIdOf(unit, person)),
    weekly: weekly.sort((a, b) => a.day - b.day || a.at.localeCompare(b.at))
  }
}

function retired(file: UnitFile, { groups, staff, profile }: UnitState): Change[] {
  const gone = <Id extends string>(all: Readonly<Record<Id, unknown>>, kept: { id: Id }[]): Id[] =>
    (Object.keys(all) as Id[]).filter(id => !kept.some(one => one.id === id))
  return [
    ...gone(groups.groups, file.groups).map((group): Change => {
      return { says: `retire the group ${group}`, command: { type: 'group.retire', group } }
    }),
    ...gone(staff.members, file.members).map((member): Change => {
      const says = `retire ${staff.members[member]?.name} (${member})`
      return { says, command: { type: 'member.retire', member } }
    }),
    ...gone(profile.places, file.places).map((place): Change => {
      return { says: `retire the place ${place}`, command: { type: 'place.retire', place } }
    })
  ]
}

type FilePerson = NonNullable<UnitFile['people']>[number]
type Described = Omit<FilePerson, 'noInformation'> & { noInformation?: boolean | undefined }

/** The fields of a person as the journal keeps them, in its own order, so that two can be compared. */
export function personOf(person: Described): Person {
  const { name, preferred, alias, legalBasis, phase, approach, noInformation } = person
  return { name, preferred, alias, legalBasis, phase, approach, ...(noInformation && { noInformation }) }
}
