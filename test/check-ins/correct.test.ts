import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueOf } from '../../shared/check-ins/check-in.ts'
import { by, given, hour, minute, now, type Board } from '../support/given.ts'
import { courtyard, dayRoom, hallway, look, mapleHouse, mei, priya, robin, ruth } from '../support/people.ts'

const house = () => given(...mapleHouse)
const first = 'finger-lifted-1'
const correct = (fields: object) =>
  ({ type: 'check-in.correct', stay: robin, check: first, ...fields }) as const
const stands = ({ state }: Board) => {
  const { last, from } = state.checkIns.rounds[robin] ?? {}
  return { from, place: last?.place, seenAt: last?.seenAt, census: state.census.stays[robin]?.seenAt }
}

function checked() {
  const all = house()
  all.when(look(robin, { place: courtyard }), { by: by(priya), id: first, now: now + 10 * minute })
  return all
}

describe('a correction', () => {
  it('R-26 is a new entry that points to the old, by whom it was seen', () => {
    const { board, when } = checked()
    const circumstances = { by: by(ruth), id: 'finger-lifted-2', now: now + hour }
    when(correct({ place: hallway, reason: 'wrong-place' }), circumstances).then({
      type: 'check-in.corrected',
      corrects: first,
      why: 'wrong-place',
      place: hallway,
      seenAt: now + 10 * minute,
      level: 'q15'
    })
    expect(board.state.checkIns.rounds[robin]?.last).toMatchObject({
      id: 'finger-lifted-2',
      by: priya,
      corrects: first
    })
    expect(board.state.census.stays[robin]).toMatchObject({ place: hallway, seenAt: now + 10 * minute })
    expect(board.journal.some(({ command }) => command === first)).toBe(true)
  })

  it('R-26 of the wrong person leaves nothing of the check, and what was missed is missed again', () => {
    const { board, when } = house()
    board.until(now + 31 * minute)
    const before = board.state.checkIns.rounds[robin]
    const ticks = JSON.stringify(board.state.checkIns.tallies)
    when(look(robin, { reason: 'other' }), { by: by(priya), id: first, now: now + 32 * minute })
    when(correct({ reason: 'wrong-person' }), { by: by(priya), now: now + 40 * minute })
    expect(board.state.checkIns.rounds[robin]).toEqual({ ...before, before: null })
    expect(JSON.stringify(board.state.checkIns.tallies)).toBe(ticks)
    expect(board.state.census.stays[robin]).toMatchObject({ place: dayRoom, seenAt: now })
  })

  it('R-27 is for twelve hours, for who made it or answers for it, and of the newest entry', () => {
    const reason = 'wrong-place'
    const after = { by: by(priya), now: now + 10 * minute + 12 * hour }
    checked()
      .when(correct({ place: null, reason }), { by: by(mei) })
      .refused('not-yours')
    checked()
      .when(correct({ place: courtyard, reason }), { by: by(priya) })
      .refused('no-change')
    checked()
      .when(correct({ place: null, reason }), { ...after, now: after.now + 1 })
      .refused('too-late-to-correct')
    const { when } = checked()
    when(correct({ place: null, reason }), after).then({ corrects: first })
    when(correct({ place: hallway, reason }), after).refused('check-unknown')
  })

  it('R-27 is of the last 200 checks of a person', () => {
    const { board, when } = checked()
    for (let n = 0; n < 205; n++) when(look(robin), { now: now + 11 * minute + n * 1000 })
    expect(board.state.checkIns.kept[robin]?.checks).toHaveLength(200)
    when(correct({ place: null, reason: 'other' }), { by: by(priya), now: now + hour }).refused(
      'check-unknown'
    )
  })

  const looks = fc.array(
    fc.tuple(fc.integer({ min: -100, max: 100 }), fc.constantFrom(dayRoom, hallway, courtyard)),
    {
      minLength: 1,
      maxLength: 12
    }
  )

  it('R-26 leaves what a fold without the entry would, whichever it is', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(looks, fc.nat(), (all, which) => {
        const wrong = which % all.length
        const fold = (skips: boolean) => {
          const { board } = house()
          const at = now + 2 * hour
          for (const [n, [seen, place]] of all.entries()) {
            const seenAt = now + hour + seen * minute
            const fields = { place, seenAt, reason: 'other' }
            if (!skips || n !== wrong)
              board.ask(look(robin, fields), { by: by(priya), now: at + 2 * hour, id: `look-number-${n}` })
          }
          const check = { check: `look-number-${wrong}`, reason: 'wrong-person' }
          if (!skips) board.ask(correct(check), { by: by(priya), now: at + 2 * hour })
          return stands(board)
        }
        const [{ from, place, seenAt }, without] = [fold(false), fold(true)]
        expect({ from, place, seenAt }).toEqual({
          from: without.from,
          place: without.place,
          seenAt: without.seenAt
        })
      }),
      { numRuns: 30 }
    )
  })

  it(
    'R-1 leaves one next due for a person, never later than the interval after the last look',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(looks, all => {
          const { board } = house()
          for (const [n, [seen]] of all.entries()) {
            board.ask(look(robin, { reason: 'other' }), {
              by: by(priya),
              now: now + (120 + seen) * minute,
              id: `look-number-${n}`
            })
          }
          const round = board.state.checkIns.rounds[robin]
          if (!round) throw new Error('nobody')
          expect(dueOf(round)).toBe(
            Math.max(now, ...all.map(([seen]) => now + (120 + seen) * minute)) + 15 * minute
          )
          const owed = board.owed(now + 24 * hour).filter(({ id }) => id.startsWith(`miss:${robin}`))
          expect(owed).toHaveLength(1)
        }),
        { numRuns: 30 }
      )
    }
  )
})

describe('a check of a pass', () => {
  it('R-25 says to which it belongs, and what was only confirmed', () => {
    const pass = '3f2c7a52-5a0e-4d6d-9c1f-1e2d3c4b5a60'
    house()
      .when(look(robin, { pass, carried: ['place', 'presentation'] }))
      .then({ pass, carried: ['place', 'presentation'] })
  })
})
