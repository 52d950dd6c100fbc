import { describe, expect, it } from 'vitest'
import { diff, stayIdOf, type Change } from '../../server/unit-file/diff.ts'
import { UnitFile } from '../../server/unit-file/schema.ts'
import type { Asking } from '../../shared/asking.ts'
import type { CommandId, UnitId } from '../../shared/ids.ts'
import { isRefused } from '../../shared/refusal.ts'
import { decide, evolve, initial, type UnitState } from '../../shared/unit.ts'

const now = Date.parse('2026-06-16T14:00:00Z')
const member = { id: 'ada', name: 'Ada Synthetic', roles: ['charge', 'administrator'], pin: '2718' }
const wanda = { id: 'wanda', name: 'Wanda Osei', alias: 'Mole 4', bed: '1A', level: 'q15' }
const bruno = { id: 'bruno', name: 'Bruno Keller', alias: 'Finch 2', bed: '1B', level: 'q30' }
const skills = {
  id: 'skills',
  name: { en: 'Skills', fr: 'Habiletés' },
  kind: 'skills',
  roster: ['wanda'],
  weekly: [{ days: ['mon', 'wed'], at: '10:00', minutes: 50, place: 'day-room', facilitator: 'ada' }]
}

const fileWith = (parts: object = {}): UnitFile =>
  UnitFile.parse({
    format: 1,
    id: 'unit-1',
    name: 'Unit 1',
    timeZone: 'America/Toronto',
    kind: 'inpatient',
    population: 'adult',
    wordForPeople: 'patient',
    places: [{ id: 'day-room', name: 'Day room', kind: 'day-room' }],
    beds: ['1A', '1B'],
    members: [member],
    groups: [skills],
    people: [wanda, bruno],
    ...parts
  })

/** The state after the changes, by the unit's own rules; every one of them must be taken. */
function follow(state: UnitState, changes: Change[]): UnitState {
  let seq = 0
  for (const { command, says } of changes) {
    const asking: Asking = { command: `test-${++seq}-0000` as CommandId, by: { kind: 'loader' }, now }
    const decided = decide(state, command, asking)
    if (isRefused(decided)) throw new Error(`${says}: ${decided.refusal}`)
    for (const event of decided) {
      state = evolve(state, { v: 1, command: asking.command, by: asking.by, event, seq, at: now })
    }
  }
  return state
}

async function loadedWith(...files: UnitFile[]): Promise<UnitState> {
  let state = initial
  for (const file of files) state = follow(state, await diff(file, state))
  return state
}

const says = async (file: UnitFile, state: UnitState): Promise<string[]> =>
  (await diff(file, state)).map(change => change.says)

describe('from a unit as it is to what its file says', () => {
  it('F-6 a new unit becomes what its file says, and then nothing differs any more', async () => {
    const state = await loadedWith(fileWith())
    expect(state.profile.description).toMatchObject({ name: 'Unit 1', people: 'patient', beds: ['1A', '1B'] })
    expect(Object.values(state.census.stays).map(({ person, bed }) => [person.alias, bed])).toEqual([
      ['Mole 4', '1A'],
      ['Finch 2', '1B']
    ])
    expect(await diff(fileWith(), state)).toEqual([])
  })

  it('F-6 only what differs is changed, and said in plain words', async () => {
    const state = await loadedWith(fileWith())
    const file = fileWith({
      places: [{ id: 'day-room', name: { en: 'Day room', fr: 'Salle commune' }, kind: 'day-room' }],
      people: [{ ...wanda, level: 'q60' }, bruno]
    })
    expect(await says(file, state)).toEqual([
      'change the place day-room',
      'watch Wanda Osei at q60 instead of q15'
    ])
  })

  it('F-6 ladders of some kinds, times of what a crisis leaves, and who may be told of nobody', async () => {
    const rungs = [{ minutes: 0, tells: 'everyone' }]
    const alerts = { ladders: { fire: rungs }, afterwards: { debrief: 90 } }
    const file = fileWith({ alerts, people: [{ ...wanda, noInformation: true }, bruno] })
    const state = await loadedWith(fileWith(), file)
    expect(state.profile.description).toMatchObject(alerts)
    expect(Object.values(state.census.stays).map(({ person }) => person.noInformation)).toEqual([
      true,
      undefined
    ])
    expect(await diff(file, state)).toEqual([])
    const undone = await loadedWith(file, fileWith())
    expect(undone.profile.description).not.toHaveProperty('ladders')
    expect(Object.values(undone.census.stays).map(({ person }) => person.noInformation)).toEqual([
      undefined,
      undefined
    ])
    expect(await diff(fileWith(), undone)).toEqual([])
  })

  it('M-20 how withdrawal scores are read', async () => {
    const withdrawal = {
      profiles: { 'ciwa-ar': 'classic-8-15' },
      minutes: { 'classic-8-15': { severe: 45, complicated: 20 } },
      asleep: 'wake'
    }
    const state = await loadedWith(fileWith(), fileWith({ withdrawal }))
    expect(state.profile.description?.withdrawal).toEqual(withdrawal)
    expect(await diff(fileWith({ withdrawal }), state)).toEqual([])
    const undone = await loadedWith(fileWith({ withdrawal }), fileWith())
    expect(undone.profile.description).not.toHaveProperty('withdrawal')
    for (const wrong of [{ 'ciwa-ar': 'cows-2003' }, { cows: 'asam-2020' }])
      expect(() => fileWith({ withdrawal: { profiles: wrong } })).toThrow()
    for (const wrong of [{ 'asam-2020': { minimal: 60 } }, { 'cows-2003': { mild: 4 } }])
      expect(() => fileWith({ withdrawal: { minutes: wrong } })).toThrow()
  })

  it('M-20 a watch begins when a person is first admitted, and what was stopped is not begun anew', async () => {
    const file = fileWith({ people: [{ ...wanda, withdrawal: ['ciwa-ar', 'cows'] }, bruno] })
    const state = await loadedWith(file)
    const watches = Object.values(state.withdrawal.watches)
    expect(watches.map(({ stay, scale }) => [stay, scale])).toEqual([
      [stayIdOf(file.id, 'wanda'), 'ciwa-ar'],
      [stayIdOf(file.id, 'wanda'), 'cows']
    ])
    expect(await diff(file, state)).toEqual([])
    expect(await diff(file, { ...state, withdrawal: { watches: {} } })).toEqual([])
    expect(await says(file, await loadedWith(fileWith({ people: [bruno] })))).toContain(
      'watch the withdrawal of Wanda Osei by cows'
    )
  })

  it('F-7 what is no longer in the file is retired or discharged', async () => {
    const before = fileWith({
      members: [member, { id: 'ben', name: 'Ben Synthetic', roles: ['nurse'], pin: '1234' }],
      places: [
        { id: 'day-room', name: 'Day room', kind: 'day-room' },
        { id: 'attic', name: 'Attic', kind: 'other' }
      ]
    })
    const state = await loadedWith(before)
    const after = fileWith({ groups: [], people: [wanda] })
    expect(await says(after, state)).toEqual([
      'discharge Bruno Keller',
      'retire the group skills',
      'retire Ben Synthetic (ben)',
      'retire the place attic'
    ])
    const followed = follow(state, await diff(after, state))
    expect(Object.keys(followed.staff.members)).toEqual(['ada'])
  })

  it('F-7 without people in the file nobody is admitted or discharged', async () => {
    const state = await loadedWith(fileWith())
    expect(
      await diff(fileWith({ people: undefined, groups: [{ ...skills, roster: 'everyone' }] }), state)
    ).toHaveLength(1)
  })

  it('F-8 two people swap their beds and their aliases', async () => {
    const state = await loadedWith(fileWith())
    const swapped = fileWith({
      people: [
        { ...wanda, bed: '1B', alias: 'Finch 2' },
        { ...bruno, bed: '1A', alias: 'Mole 4' }
      ]
    })
    const after = follow(state, await diff(swapped, state))
    expect(
      Object.values(after.census.stays).map(({ person, bed }) => [person.name, person.alias, bed])
    ).toEqual([
      ['Wanda Osei', 'Finch 2', '1B'],
      ['Bruno Keller', 'Mole 4', '1A']
    ])
    expect(await diff(swapped, after)).toEqual([])
  })

  it('F-8 a bed goes to somebody new on the day that another leaves it', async () => {
    const state = await loadedWith(fileWith())
    const after = fileWith({ people: [wanda, { ...bruno, id: 'tess', name: 'Tess Morrow' }] })
    expect(await says(after, state)).toEqual(['discharge Bruno Keller', 'admit Tess Morrow to bed 1B, q30'])
    follow(state, await diff(after, state))
  })

  it('F-9 the id of a stay shows nothing of the person, and is the same each time', async () => {
    const id = stayIdOf('unit-1' as UnitId, 'wanda')
    expect(id).toMatch(/^s[0-9a-z]{12}$/)
    expect(id).toBe(stayIdOf('unit-1' as UnitId, 'wanda'))
    expect(id).not.toBe(stayIdOf('unit-2' as UnitId, 'wanda'))
    const { groups, census } = await loadedWith(fileWith())
    expect(Object.keys(census.stays)).toContain(id)
    expect(Object.values(groups.groups)[0]?.roster).toEqual([id])
  })

  it('F-10 a PIN becomes a hash, stays while it is the same, and is set anew when it is not', async () => {
    const state = await loadedWith(fileWith())
    expect(JSON.stringify(state)).not.toContain('2718')
    expect(await says(fileWith({ members: [{ ...member, pin: '2719' }] }), state)).toEqual([
      'set the PIN of Ada Synthetic'
    ])
    const pinHash = Object.values(state.staff.members)[0]?.pinHash
    expect(await diff(fileWith({ members: [{ ...member, pin: undefined, pinHash }] }), state)).toEqual([])
  })

  it('F-10 a shift starts when a member first joins, and not again when the file is loaded later', async () => {
    const file = fileWith({ members: [{ ...member, onShift: true }] })
    const state = await loadedWith(file)
    expect(Object.values(state.staff.members)[0]?.shiftSince).toBe(now)
    const end = { says: 'end', command: { type: 'member.end-shift', member: 'ada' } } as Change
    expect(await diff(file, follow(state, [end]))).toEqual([])
  })

  it('F-6 a weekly meeting of several days becomes one of each day, in the order of the week', async () => {
    const { groups } = await loadedWith(fileWith())
    expect(Object.values(groups.groups)[0]?.weekly.map(({ day, at }) => [day, at])).toEqual([
      [1, '10:00'],
      [3, '10:00']
    ])
  })
})
