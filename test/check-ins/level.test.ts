import { describe, expect, it } from 'vitest'
import { isNight } from '../../shared/profile/local-time.ts'
import { by, given, hour, loader, minute, now } from '../support/given.ts'
import { description, leo, look, mapleHouse, mei, priya, robin, ruth } from '../support/people.ts'

const house = () => given(...mapleHouse)
const level = (to: string) => ({ type: 'stay.set-level', stay: robin, level: to }) as const

describe('a level', () => {
  it('R-21 is made closer by anybody who may set it, less close only by who answers for it', () => {
    house()
      .when(level('one-to-one'), { by: by(leo) })
      .then({ level: 'one-to-one', from: 'q15' })
    house()
      .when(level('q30'), { by: by(leo) })
      .refused('licence-needed')
    for (const author of [by(ruth), by(mei), by(priya), loader]) {
      house().when(level('q30'), { by: author }).then({ level: 'q30' })
    }
  })

  it('R-22 counts at once, and what was checked before keeps the level in force then', () => {
    const { board, when } = house()
    when(look(robin), { by: by(priya), id: 'check-at-q15', now: now + minute })
    when(level('q60'), { by: by(ruth), now: now + 2 * minute })
    when(look(robin), { now: now + 50 * minute }).then({ level: 'q60', late: 0 })
    expect(board.state.checkIns.kept[robin]?.checks.map(check => check.level)).toEqual(['q15', 'q15', 'q60'])
  })
})

describe('at night', () => {
  const night = Date.parse('2026-06-17T04:00:00Z')
  const asleep = { activity: 'eyes-closed', reason: 'other' }
  const seen = { ...asleep, breathing: true, method: 'doorway' }

  it('R-23 closed eyes ask whether breathing was seen, and how', () => {
    house().when(look(robin, asleep), { now: night }).refused('breathing-needed', { stay: robin })
    house()
      .when(look(robin, { ...seen, breathing: false }), { now: night })
      .refused('breathing-needed')
    house()
      .when(look(robin, { ...asleep, breathing: true }), { now: night })
      .refused('method-needed')
    house().when(look(robin, seen), { now: night }).then({ breathing: true, method: 'doorway' })
    house()
      .when(look(robin, asleep), { now: now + hour })
      .then({ activity: 'eyes-closed' })
    house()
      .when(look(robin, { reason: 'other' }), { now: night })
      .then({ activity: 'sitting' })
  })

  it('R-23 is when the unit says', () => {
    const { board, when } = house()
    const own = { ...description, night: { from: '13:00', to: '15:00' } }
    board.ask({ type: 'profile.describe', description: own }, { by: loader })
    when(look(robin, asleep), { now: now + minute }).refused('breathing-needed')
  })

  it.each([
    ['America/Toronto', '2026-03-08T10:00:00Z', false],
    ['America/Toronto', '2026-03-08T09:59:00Z', true],
    ['America/Toronto', '2026-11-01T10:59:00Z', true],
    ['America/Toronto', '2026-11-01T11:00:00Z', false],
    ['Europe/Paris', '2026-03-29T03:59:00Z', true],
    ['Europe/Paris', '2026-03-29T04:00:00Z', false],
    ['Europe/Paris', '2026-10-25T04:59:00Z', true],
    ['Europe/Paris', '2026-10-25T05:00:00Z', false],
    ['Australia/Lord_Howe', '2026-04-04T19:29:00Z', true],
    ['Australia/Lord_Howe', '2026-04-04T19:30:00Z', false],
    ['Australia/Lord_Howe', '2026-10-03T18:59:00Z', true],
    ['Australia/Lord_Howe', '2026-10-03T19:00:00Z', false],
    ['America/Toronto', '2026-06-17T04:00:00Z', true]
  ])('R-24 is by the clock of %s at %s: %s', (zone, at, is) => {
    expect(isNight(Date.parse(at), zone)).toBe(is)
  })

  it('R-24 leaves a quarter of an hour a quarter of an hour where clocks change', () => {
    for (const change of ['2026-11-01T06:00:00Z', '2027-03-14T07:00:00Z']) {
      const at = Date.parse(change)
      const { when } = house()
      when(look(robin, { reason: 'other' }), { now: at - 10 * minute })
      when(look(robin), { now: at + 5 * minute }).then({ late: 0 })
      when(look(robin), { now: at + 21 * minute }).then({ late: 1 })
    }
  })
})
