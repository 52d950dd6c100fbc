import { describe, expect, it } from 'vitest'
import { given, loader, type Asked } from '../support/given.ts'
import {
  courtyard,
  dayRoom,
  description,
  hallway,
  lark,
  look,
  mapleHouse,
  robin,
  roomOne,
  roomTwo,
  wren
} from '../support/people.ts'

const house = () => given(...mapleHouse)
const describeAs = (fields: object): Asked => ({
  type: 'profile.describe',
  description: { ...description, ...fields }
})
const retire = (place: string): Asked => ({ type: 'place.retire', place })

describe('the unit’s description', () => {
  it('P-1 is replaced as a whole, unless nothing changes', () => {
    house()
      .when(describeAs({ name: 'Birch House' }))
      .then({ type: 'profile.described', description: { name: 'Birch House' } })
    house().when(describeAs({})).refused('no-change')
    const other = Object.fromEntries(Object.entries(description).reverse())
    house().when({ type: 'profile.describe', description: other }).refused('no-change')
  })

  it('P-2 needs a time zone that exists', () => {
    const board = house()
      .when(describeAs({ timeZone: 'America/Montreuil' }))
      .refused('time-zone-unknown', { timeZone: 'America/Montreuil' })
    expect(board.state.profile.description?.timeZone).toBe('America/Toronto')
    house()
      .when(describeAs({ timeZone: 'Europe/Paris' }))
      .then({ type: 'profile.described' })
  })

  it.each([
    '2026-01-01T00:00[America/Toronto]',
    '2026-01-01T00:00Z',
    '[America/Toronto]',
    'America/Toronto ',
    '+05:00:30',
    '+25:00'
  ])('P-6 refuses "%s" as the name of a time zone', timeZone => {
    house().when(describeAs({ timeZone })).refused('time-zone-unknown', { timeZone })
  })

  it.each(['UTC', 'Etc/GMT+5', 'America/Port-au-Prince', 'america/toronto', '+05:30', '-04'])(
    'P-6 takes "%s", with which clock times can be written',
    timeZone => {
      house().when(describeAs({ timeZone })).then({ type: 'profile.described' })
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
    }
  )

  it('P-5 may take a bed off the list that somebody lies in; they keep it until they move', () => {
    const { board, when } = house()
    when(describeAs({ beds: ['1B', '2A', '2B'] }), { by: loader }).then({ type: 'profile.described' })
    expect(board.state.census.stays[robin]?.bed).toBe('1A')
    when({ type: 'stay.move', stay: robin, bed: null })
    when({ type: 'stay.move', stay: robin, bed: '1A' }).refused('bed-unknown')
  })
})

describe('a place', () => {
  const quiet = {
    type: 'place.open',
    place: 'quiet',
    name: { en: 'Quiet room', fr: 'Apaisement' },
    kind: 'quiet-room'
  } as const

  it('P-3 is opened or changed, unless nothing changes', () => {
    const { when } = house()
    when(quiet).then({ type: 'place.opened', place: 'quiet' })
    when(quiet).refused('no-change')
    when({ ...quiet, type: 'place.change', kind: 'seclusion' }).then({
      type: 'place.changed',
      kind: 'seclusion'
    })
  })

  it('P-4 is retired when nothing open is in it', () => {
    house().when(retire(hallway)).then({ type: 'place.retired', place: hallway })
    house().when(retire('attic')).refused('place-unknown', { place: 'attic' })
  })

  it('P-4 is not retired while a group meets there', () => {
    house().when(retire(roomOne)).refused('place-in-use', { place: roomOne })
    const { when } = house()
    when({ type: 'meeting.reassign', meeting: 'skills~2026-06-16~1430', facilitator: null })
    when({ type: 'group.retire', group: 'skills' })
    when(retire(roomTwo)).then({ type: 'place.retired' })
  })

  it('P-4 is not retired while an open meeting is planned there that no template has any more', () => {
    const { board, when } = house()
    when({ type: 'meeting.attend', meeting: 'skills~2026-06-16~1430', stay: lark, attendance: 'excused' })
    const { id: _id, ...skills } = board.state.groups.groups['skills' as never] as unknown as { id: string }
    when({ type: 'group.define', group: 'skills', description: { ...skills, weekly: [] } }, { by: loader })
    when(retire(roomTwo)).refused('place-in-use')
    when({ type: 'meeting.cancel', meeting: 'skills~2026-06-16~1430', reason: 'Moved' })
    when(retire(roomTwo)).then({ type: 'place.retired' })
  })

  it('P-4 is not retired while somebody was last seen there, or an alert there is open', () => {
    const { when } = house()
    when(look(wren, { place: courtyard }))
    when(retire(courtyard)).refused('place-in-use')
    when(look(wren, { place: dayRoom }))
    when({ type: 'alert.raise', kind: 'fire', place: courtyard }, { id: 'finger-lifted-1' })
    when(retire(courtyard)).refused('place-in-use')
    when({ type: 'alert.resolve', alert: 'finger-lifted-1', action: 'Barbecue' })
    when(retire(courtyard)).then({ type: 'place.retired' })
  })
})
