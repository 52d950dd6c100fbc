import { describe, expect, it } from 'vitest'
import { by, given, hour, minute, now, type Asked } from '../support/given.ts'
import {
  courtyard,
  dayRoom,
  look,
  mapleHouse,
  mei,
  priya,
  processToday,
  robin,
  roomOne,
  ruth
} from '../support/people.ts'

/** Robin was seen at 14:00, when the board began; minutes are counted from there. */
const at = (n: number) => now + n * minute
const level = (to: string): Asked => ({ type: 'stay.set-level', stay: robin, level: to })
const leave: Asked = { type: 'stay.leave', stay: robin, destination: 'court' }
const comesBack: Asked = { type: 'stay.return', stay: robin, place: dayRoom }
const asked = { by: by(ruth) }

/** Each level, and from which minute on. */
function levelled(...levels: [string, number][]) {
  const all = given(...mapleHouse)
  for (const [to, from] of levels) all.when(level(to), { ...asked, now: at(from) })
  return all
}

describe('a look that is told late', () => {
  it.each([
    [
      'in time then, and closer since',
      [
        ['q60', 0],
        ['q15', 45]
      ],
      40,
      50,
      { level: 'q60', late: 0 }
    ],
    [
      'late then, and less close since',
      [
        ['q30', 0],
        ['q15', 5],
        ['q60', 30]
      ],
      28,
      35,
      { level: 'q15', late: 13 }
    ],
    [
      'of who is watched without a break since',
      [
        ['q60', 0],
        ['one-to-one', 39]
      ],
      38,
      41,
      { level: 'q60', late: 0 }
    ],
    [
      'of who was watched then',
      [
        ['one-to-one', 10],
        ['q15', 40]
      ],
      38,
      41,
      { level: 'one-to-one', late: 0 }
    ],
    ['of the very moment of a new level', [['q60', 40]], 40, 50, { level: 'q60', late: 0 }]
  ] as const)('R-22, R-49 is judged by the level in force then: %s', (_, levels, seen, sent, judged) => {
    const { when } = levelled(...levels.map(([to, from]) => [to, from] as [string, number]))
    when(look(robin, { seenAt: at(seen), reason: 'other' }), { now: at(sent) }).then({
      seenAt: at(seen),
      ...judged
    })
  })

  it('R-4, R-49 is as late as it was, whoever has seen the person since', () => {
    const { when } = given(...mapleHouse)
    when(look(robin), { now: at(50) }).then({ late: 35 })
    when(look(robin, { seenAt: at(40) }), { now: at(51) }).then({ late: 25 })
    when(look(robin, { seenAt: at(45) }), { now: at(52) }).then({ late: 0 })
  })

  it('R-4, R-49 is as late as it was before the person left and came back', () => {
    const { when } = given(...mapleHouse)
    when(leave, { now: at(40) })
    when(comesBack, { now: at(60) })
    when(look(robin, { seenAt: at(30) }), { now: at(61) }).then({ level: 'q15', late: 15 })
  })

  it('R-26, R-49 is judged so also where it is corrected to another time', () => {
    const { when } = levelled(['q60', 0], ['q15', 45])
    when(look(robin), { by: by(priya), id: 'finger-lifted-1', now: at(50) }).then({ level: 'q15', late: 35 })
    const correct = {
      type: 'check-in.correct',
      stay: robin,
      check: 'finger-lifted-1',
      reason: 'wrong-time'
    } as const
    when({ ...correct, seenAt: at(44) }, { by: by(priya), now: at(52) }).then({ level: 'q60', late: 0 })
  })

  it('R-49 knows levels of twelve hours, and lets go of those before', () => {
    const { board, when } = given(...mapleHouse)
    for (let hours = 1; hours < 60; hours++) {
      when(level(hours % 2 === 0 ? 'q15' : 'q30'), { ...asked, now: now + hours * hour })
    }
    const { stretches = [] } = board.state.checkIns.kept[robin] ?? {}
    expect(stretches.length).toBeLessThanOrEqual(14)
    expect(stretches[0]?.since).toBeLessThanOrEqual(now + 47 * hour)
    const late = { now: now + 59 * hour, by: by(priya) }
    when(look(robin, { seenAt: now + 47.5 * hour }), late).then({ level: 'q30' })
  })
})

describe('a look from while they were not here', () => {
  function away() {
    const all = given(...mapleHouse)
    all.when(leave, { now: at(5) })
    all.when(comesBack, { now: at(30) })
    return all
  }

  it('R-12, R-50 is refused also once they are back, saying since when', () => {
    const { when } = away()
    when(look(robin, { seenAt: at(20) }), { now: at(31) }).refused('off-unit', { stay: robin, since: at(5) })
    when(look(robin, { seenAt: at(4) }), { now: at(31) }).then({ seenAt: at(4) })
    when(look(robin, { seenAt: at(5) }), { now: at(31) }).then({ seenAt: at(5) })
  })

  it('R-50 is as of when they came back where the clock of a screen is a little slow', () => {
    const { board, when } = away()
    when(look(robin, { seenAt: at(30) - 30_001 }), { now: at(31) }).refused('off-unit')
    when(look(robin, { seenAt: at(30) - 30_000 }), { now: at(31) }).then({ seenAt: at(30), late: 0 })
    expect(board.state.checkIns.rounds[robin]).toMatchObject({ from: at(30), last: { seenAt: at(30) } })
  })

  it('R-50 is none that a check is corrected to', () => {
    const { when } = away()
    when(look(robin), { by: by(priya), id: 'finger-lifted-1', now: at(40) })
    const correct = {
      type: 'check-in.correct',
      stay: robin,
      check: 'finger-lifted-1',
      reason: 'wrong-time'
    } as const
    when({ ...correct, seenAt: at(20) }, { by: by(priya), now: at(41) }).refused('off-unit', { since: at(5) })
  })

  it('R-50 is refused of whom a member admitted since, and not of whom the unit file brought', () => {
    const { board, when } = given(...mapleHouse)
    const { person } = board.state.census.stays[robin] ?? {}
    const admit = { type: 'stay.admit', stay: 'st-new', bed: '3A', level: 'q15', place: dayRoom } as const
    const someone = { ...person, name: 'Uma Rao', preferred: null, alias: 'Swan 4' }
    when({ ...admit, person: someone }, { ...asked, now: at(10) })
    const stay = { stay: 'st-new' }
    when({ ...look(robin, { seenAt: at(9) }), ...stay }, { now: at(12) }).refused('seen-too-long-ago', stay)
    when({ ...look(robin, { seenAt: at(10) - 20_000 }), ...stay }, { now: at(12) }).then({ seenAt: at(10) })
    when(look(robin, { seenAt: now - 8 * hour }), { now: at(12) }).then({ seenAt: now - 8 * hour, late: 0 })
  })
})

describe('a correction of what was attested or only confirmed', () => {
  const pass = '3f2c7a52-5a0e-4d6d-9c1f-1e2d3c4b5a60'
  const carried = ['place', 'presentation']
  const check = 'finger-lifted-1'
  const correct = (fields: object) =>
    ({ type: 'check-in.correct', stay: robin, check, reason: 'other', ...fields }) as const

  function attested() {
    const all = given(...mapleHouse)
    all.when({ type: 'meeting.start', meeting: processToday }, { by: by(mei), now: at(30) })
    const came = { meeting: processToday, stay: robin, attendance: 'present' }
    all.when({ type: 'meeting.attend', ...came }, { by: by(mei), now: at(31) })
    const seen = { place: roomOne, meeting: processToday, pass, carried }
    all
      .when(look(robin, { ...seen, reason: 'other' }), { by: by(mei), now: at(40), id: check })
      .then({ meeting: processToday, pass })
    return all
  }

  it.each([
    ['place', { place: courtyard }, ['presentation']],
    ['time', { seenAt: at(20) }, carried]
  ])('R-38, R-51 to another %s belongs to no meeting and no pass', (_, fields, confirmed) => {
    const { board, when } = attested()
    when(correct(fields), { by: by(mei), now: at(42) }).then({ ...fields, carried: confirmed })
    const [last] = board.journal.slice(-1)
    expect(last?.event).not.toHaveProperty('meeting')
    expect(last?.event).not.toHaveProperty('pass')
    expect(board.state.checkIns.rounds[robin]?.last).not.toHaveProperty('meeting')
  })

  it('R-25, R-51 of how the person was stays of the meeting, and was not only confirmed', () => {
    const { when } = attested()
    when(correct({ presentation: 'tearful' }), { by: by(mei), now: at(42) }).then({
      meeting: processToday,
      pass,
      presentation: 'tearful',
      carried: ['place']
    })
  })
})
