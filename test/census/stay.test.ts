import { describe, expect, it } from 'vitest'
import { aliasTells, tellsName } from '../../shared/census/tells-name.ts'
import { by, given, minute, now, type Asked } from '../support/given.ts'
import {
  courtyard,
  dayRoom,
  hallway,
  lark,
  look,
  mapleHouse,
  mei,
  person,
  priya,
  processToday,
  robin,
  roomOne,
  wren,
  leo,
  ruth
} from '../support/people.ts'

const house = () => given(...mapleHouse)
const admit = (fields: object = {}): Asked => ({
  type: 'stay.admit',
  stay: 'st-7f3a09',
  person: person('Uma Rao', 'Swan 4'),
  bed: '3A',
  level: 'q30',
  place: dayRoom,
  ...fields
})
const stays = ({ board }: ReturnType<typeof house>) => board.state.census.stays

describe('a stay', () => {
  it('C-1 begins with an admission, once', () => {
    house().when(admit()).then({ type: 'stay.admitted', stay: 'st-7f3a09', bed: '3A', level: 'q30' })
    house()
      .when(admit({ stay: robin }))
      .refused('stay-exists', { stay: robin })
  })

  it('C-2 has a bed of the unit that nobody else has, or none', () => {
    house()
      .when(admit({ bed: '9Z' }))
      .refused('bed-unknown', { bed: '9Z' })
    house()
      .when(admit({ bed: '1A' }))
      .refused('bed-taken', { bed: '1A', stay: robin })
    house()
      .when(admit({ bed: null }))
      .then({ bed: null })
    house().when({ type: 'stay.move', stay: robin, bed: '1B' }).refused('bed-taken', { stay: wren })
    house().when({ type: 'stay.move', stay: robin, bed: '9Z' }).refused('bed-unknown')
    house()
      .when({ type: 'stay.move', stay: robin, bed: '3A' })
      .then({ type: 'stay.moved', bed: '3A', from: '1A' })
    house().when({ type: 'stay.move', stay: robin, bed: null }).then({ bed: null })
  })

  it('C-2 cannot be admitted to a unit that has no beds yet, but to no bed', () => {
    given()
      .when(admit({ place: null }))
      .refused('bed-unknown')
    given()
      .when(admit({ place: null, bed: null }))
      .then({ type: 'stay.admitted' })
  })

  it('C-3 has an alias of its own, whatever its case', () => {
    house()
      .when(admit({ person: person('Uma Rao', 'robin 1') }))
      .refused('alias-taken', { stay: robin })
    house()
      .when({ type: 'stay.describe', stay: wren, person: person('Samir Haddad', 'LARK 8') })
      .refused('alias-taken', { stay: lark })
    house()
      .when({ type: 'stay.describe', stay: wren, person: person('Samir Haddad', 'WREN 3') })
      .then({ type: 'stay.described' })
  })

  it('C-4 has an alias and an id that do not tell the name', () => {
    house()
      .when(admit({ person: person('Uma Rao', 'Rao 4') }))
      .refused('tells-name', { what: 'alias' })
    house()
      .when(admit({ stay: 'uma-rao' }))
      .refused('tells-name', { what: 'id' })
    house()
      .when({ type: 'stay.describe', stay: wren, person: person('Wren Tully', 'Wren 3') })
      .refused('tells-name', { stay: wren })
  })

  it.each([
    ['RÉMI', 'Remi Côté', null, true],
    ['cote-7', 'Rémi Côté', null, true],
    ['umarao', 'Uma Rao', null, true],
    ['Kit', 'Christopher Lane', 'Kit', true],
    ['李 2', '李 小龙', null, true],
    ['Le Merle', 'Anne de la Tour', null, false],
    ['U. R.', 'Uma Rao', null, false],
    ['st-9f3ada21', 'Ada Fontaine', null, false],
    ['Robin 1', 'Amara Nwosu', null, false]
  ])('C-4 "%s" beside the name "%s" (%s): %s', (text, name, preferred, tells) => {
    expect(tellsName(text, { name, preferred })).toBe(tells)
  })

  it.each([
    ['OBrien', 'Sean O’Brien', null, true],
    ['O Brien 2', "Sean O'Brien", null, true],
    ['Jeanluc', 'Jean-Luc Picot', null, true],
    ['Lukasz', 'Łukasz Wrona', null, true],
    ['Soren', 'Søren Dahl', null, true],
    ['Strasser', 'Ute Straßer', null, true],
    ['DanaW', 'Dana Whitfield', null, true],
    ['WhitfieldDana', 'Dana Whitfield', null, true],
    ['Da\u00adna', 'Dana Whitfield', null, true],
    ['Da-na 3', 'Dana Whitfield', null, true],
    ['MissKit', 'Christopher Lane', 'Kit', true],
    ['st-9f3ada21', 'Ada Fontaine', null, false],
    ['Plover 1', 'Al Over-Po', null, true],
    ['Le Merle', 'Anne de la Tour', null, false],
    ['Stoat 5', 'Jo St. Ito', null, false],
    ['Robin 1', 'Amara Nwosu', null, false]
  ])('C-12 alias "%s" beside the name "%s" (%s): %s', (alias, name, preferred, tells) => {
    expect(aliasTells(alias, { name, preferred })).toBe(tells)
  })

  it('C-12 refuses an alias that a name shows through', () => {
    house()
      .when(admit({ person: person('Dana Whitfield', 'DanaW') }))
      .refused('tells-name', { what: 'alias' })
  })

  it('C-12 lets the id of a stay stand in for its alias, whatever letters chance to be in it', () => {
    house()
      .when(admit({ stay: 'st-faded21', person: person('Ade Fontaine', 'st-faded21') }))
      .then({ type: 'stay.admitted' })
  })

  it.each(['   ', '\u200f\u2067', '\u00ad', '—', '\u0301'])('C-13 refuses %j as an alias', alias => {
    house()
      .when(admit({ person: person('Uma Rao', alias) }))
      .refused('alias-blank')
  })

  it('C-5 changes only to something else', () => {
    const { when, board } = house()
    when({
      type: 'stay.describe',
      stay: robin,
      person: { ...board.state.census.stays[robin]?.person }
    }).refused('no-change')
    when({ type: 'stay.move', stay: robin, bed: '1A' }).refused('no-change')
    when({ type: 'stay.set-level', stay: robin, level: 'q15' }).refused('no-change')
    when({ type: 'stay.set-level', stay: robin, level: 'q30', reason: 'Slept well' }).then({
      from: 'q15',
      reason: 'Slept well'
    })
  })

  it.each(['stay.describe', 'stay.move', 'stay.set-level', 'stay.leave', 'stay.return', 'stay.discharge'])(
    'C-5 that is unknown is refused %s',
    type => {
      const fields: Record<string, object> = {
        'stay.describe': { person: person('Uma Rao', 'Swan 4') },
        'stay.move': { bed: null },
        'stay.set-level': { level: 'q15' },
        'stay.leave': { destination: 'court' }
      }
      house()
        .when({ type, stay: 'st-gone', ...fields[type] } as Asked)
        .refused('stay-unknown', { stay: 'st-gone' })
    }
  )

  it('C-6 is off the unit once, and says since when; who is here cannot come back', () => {
    const leave = {
      type: 'stay.leave',
      stay: robin,
      destination: 'court',
      escort: 'L. Marchetti',
      back: now + 90 * minute
    } as const
    const at = house()
    at.when(leave).then({
      type: 'stay.left',
      destination: 'court',
      escort: 'L. Marchetti',
      back: now + 90 * minute
    })
    at.when(leave, { now: now + minute }).refused('already-off-unit', { since: now })
    at.when({ type: 'stay.return', stay: robin }).then({ type: 'stay.returned', place: null })
    at.when({ type: 'stay.return', stay: robin }).refused('not-off-unit', { stay: robin })
  })

  it('C-11 is in a place that the unit has', () => {
    house()
      .when(admit({ place: 'attic' }))
      .refused('place-unknown', { place: 'attic' })
    const { when } = house()
    when({ type: 'stay.leave', stay: robin, destination: 'court' })
    when({ type: 'stay.return', stay: robin, place: 'attic' }).refused('place-unknown')
  })

  it('C-10 of somebody who is missed is not ended before the alert is over', () => {
    const { when } = house()
    const alert = '6f1d2c58-0000-4000-8000-00000000a1e8'
    when({ type: 'check-in.not-found', stay: robin, place: hallway }, { by: by(leo), id: alert })
    when({ type: 'stay.discharge', stay: robin }).refused('missing-now', { stay: robin })
    when({ type: 'alert.resolve', alert, action: 'Found', notes: 'Found in the garden' }, { by: by(ruth) })
    when({ type: 'stay.discharge', stay: robin }).then({ type: 'stay.discharged' })
  })

  it('C-10 ends with the discharge; bed and alias are free again', () => {
    const { when } = house()
    when({ type: 'stay.discharge', stay: robin }).then({ type: 'stay.discharged' })
    when(admit({ bed: '1A', person: person('Uma Rao', 'Robin 1') })).then({ type: 'stay.admitted' })
    when({ type: 'stay.discharge', stay: robin }).refused('stay-unknown')
  })
})

describe('where a person is', () => {
  it('C-7 is where they were last seen, by a check or in a group', () => {
    const at = house()
    at.when(look(robin, { place: hallway }), { now: now + minute })
    expect(stays(at)[robin]).toMatchObject({ place: hallway, seenAt: now + minute })
    at.when({ type: 'meeting.start', meeting: processToday })
    at.when(
      { type: 'meeting.attend', meeting: processToday, stay: robin, attendance: 'late' },
      { now: now + 2 * minute }
    )
    expect(stays(at)[robin]).toMatchObject({ place: roomOne, seenAt: now + 2 * minute })
    at.when(
      { type: 'meeting.attend', meeting: processToday, stay: robin, attendance: 'left-early' },
      { now: now + 3 * minute }
    )
    expect(stays(at)[robin]).toMatchObject({ place: roomOne, seenAt: now + 2 * minute })
  })

  it('C-7 is not moved back by an entry made late', () => {
    const at = house()
    at.when(look(robin, { place: hallway }), { now: now + 9 * minute })
    at.when(look(robin, { place: courtyard, seenAt: now + 5 * minute }), { now: now + 10 * minute })
    expect(stays(at)[robin]).toMatchObject({ place: hallway, seenAt: now + 9 * minute })
  })

  it('C-7 is unknown where the check did not say, though the person was seen', () => {
    const at = house()
    at.when(look(robin, { place: null }), { now: now + minute })
    expect(stays(at)[robin]).toMatchObject({ place: null, seenAt: now + minute })
  })

  it('C-8 keeps no trace of a check that was undone', () => {
    const at = house()
    const before = stays(at)[robin]
    at.when(look(robin, { place: hallway }), { by: by(mei), now: now + minute, id: 'finger-lifted-1' })
    at.when(
      { type: 'check-in.undo', stay: robin, check: 'finger-lifted-1' },
      { by: by(mei), now: now + minute }
    )
    expect(stays(at)[robin]).toMatchObject({ place: before?.place, seenAt: before?.seenAt })
  })

  it('C-8 keeps what another has seen since', () => {
    const at = house()
    at.when({ type: 'meeting.start', meeting: processToday })
    at.when(look(robin, { place: hallway }), { by: by(priya), now: now + minute, id: 'finger-lifted-1' })
    at.when(
      { type: 'meeting.attend', meeting: processToday, stay: robin, attendance: 'present' },
      { now: now + minute + 5 }
    )
    at.when(
      { type: 'check-in.undo', stay: robin, check: 'finger-lifted-1' },
      { by: by(priya), now: now + minute + 9 }
    )
    expect(stays(at)[robin]).toMatchObject({ place: roomOne, seenAt: now + minute + 5 })
  })

  it('C-9 is unknown once they were not found, until they are seen', () => {
    const at = house()
    at.when({ type: 'check-in.not-found', stay: robin, place: null }, { now: now + minute })
    expect(stays(at)[robin]).toMatchObject({ place: null, seenAt: now })
    at.when(look(robin, { place: hallway }), { now: now + 2 * minute })
    expect(stays(at)[robin]?.place).toBe(hallway)
  })
})
