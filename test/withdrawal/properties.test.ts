import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefused } from '../../shared/refusal.ts'
import { dangers } from '../../shared/withdrawal/dangers.ts'
import { profileIds } from '../../shared/withdrawal/profiles/band-profile.ts'
import { bandOf, minutesOf, profiles } from '../../shared/withdrawal/profiles/profiles.ts'
import { scales } from '../../shared/withdrawal/scales/scales.ts'
import { lastOf, scoreDueOf } from '../../shared/withdrawal/watch.ts'
import { view } from '../../shared/unit.ts'
import { by, hour, minute, now, type Asked, type Board } from '../support/given.ts'
import { priya, robin } from '../support/people.ts'
import { answersOf, the, totalsOf, watch, watched } from './watched.ts'

/** One step of a schedule: what somebody asks, how long after the one before. */
interface Step {
  asked: Asked
  after: number
}

const profile = fc.constantFrom(...profileIds)
const signs = fc.subarray([...dangers], { maxLength: 2 })
const after = fc.constantFrom(0, 1, 5 * minute, 31 * minute, 2 * hour, 9 * hour)

/** Answers, mostly whole and of the scale; some with a value or a question that there is not. */
const answersFor = (scale: 'ciwa-ar' | 'cows') =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...totalsOf(scale)).map(total => answersOf(scale, total)) },
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('tremor', 'anxiety', 'temper'), fc.nat(9)) }
  )

function steps(of: (typeof profileIds)[number]): fc.Arbitrary<Step[]> {
  const { scale } = profiles[of]
  const whole = answersFor(scale)
  const ago = fc.option(fc.constantFrom(0, minute, 40 * minute, 3 * hour, 13 * hour), { nil: undefined })
  const score = fc.record({ answers: whole, dangers: signs, ago }).map(fields => {
    return { type: 'withdrawal.score', watch, ...fields } as Asked
  })
  const correct = fc.record({ answers: whole, dangers: signs, nth: fc.nat(5) }).map(fields => {
    return { type: 'withdrawal.correct', watch, reason: 'Wrong row', ...fields } as Asked
  })
  const other = fc.constantFrom<Asked>(
    { type: 'withdrawal.defer', watch, reason: 'asleep' },
    { type: 'withdrawal.watch', stay: robin, scale },
    { type: 'stay.leave', stay: robin, destination: 'Court' },
    { type: 'stay.return', stay: robin }
  )
  const asked = fc.oneof({ weight: 5, arbitrary: score }, { weight: 2, arbitrary: correct }, other)
  return fc.array(fc.record({ asked, after }), { minLength: 1, maxLength: 20, size: 'max' })
}

const schedules = profile.chain(of => steps(of).map(all => ({ of, all })))

/** Names scores and moments that there are by then. */
function meant({ ago, nth, ...asked }: Asked, board: Board, at: number): Asked {
  const scores = the(board)?.scores ?? []
  const score = scores.at(-1 - (Number(nth) % Math.max(1, scores.length)))?.id ?? 'finger-none'
  return {
    ...asked,
    ...(typeof ago === 'number' && { seenAt: at - ago }),
    ...(nth !== undefined && { score })
  }
}

function play(
  { of, all }: { of: (typeof profileIds)[number]; all: Step[] },
  each: (board: Board, decision: ReturnType<Board['ask']>, asked: Asked) => void
): Board {
  const board = watched({ scale: profiles[of].scale, profile: of })
  let at = now
  for (const [n, { asked, after }] of all.entries()) {
    at += after
    board.until(at)
    const what = meant(asked, board, at)
    each(board, board.ask(what, { by: by(priya), now: at, id: `finger-${n}-lifted` }), what)
  }
  return board
}

const runs = { numRuns: 25 }

describe('any schedule', { timeout: 60_000 }, () => {
  it('M-7 has one next due, never later than the interval of the band after the last score', () => {
    fc.assert(
      fc.property(schedules, schedule => {
        play(schedule, board => {
          const watches = Object.values(board.state.withdrawal.watches).filter(({ stay }) => stay === robin)
          expect(watches).toHaveLength(1)
          expect(Object.values(view(board.state, 'wall').dueChecks).length).toBeLessThan(2)
          const standing = the(board)
          const due = standing ? scoreDueOf(standing) : null
          const last = standing && lastOf(standing)
          if (!standing || due === null || !last) return
          const most = last.seenAt + minutesOf(schedule.of, last.band, last.dangers) * minute
          expect(due).toBe(Math.max(most, standing.notBefore))
        })
      }),
      runs
    )
  })

  it('M-1, M-3, M-4 records totals of the scale in their band, and nothing of answers that there are not', () => {
    fc.assert(
      fc.property(schedules, schedule => {
        const { scale } = profiles[schedule.of]
        play(schedule, (board, decision, asked) => {
          const legal = Object.entries(asked.answers ?? {}).every(([id, value]) =>
            scales[scale].questions.find(one => one.id === id)?.values.includes(value as number)
          )
          if (!legal) expect(isRefused(decision)).toBe(true)
          for (const { total, answers, band, dangers } of the(board)?.scores ?? []) {
            expect(total).toBe(Object.values(answers).reduce((a, b) => a + b, 0))
            expect(total).toBeLessThanOrEqual(scales[scale].max)
            expect(band).toBe(bandOf(schedule.of, total, dangers))
          }
        })
      }),
      runs
    )
  })

  it('M-10 keeps every score, and each correction points to one that it replaces', () => {
    fc.assert(
      fc.property(schedules, schedule => {
        let before = the(watched())?.scores ?? []
        play(schedule, board => {
          const { scores = [] } = the(board) ?? {}
          for (const old of before)
            expect(scores.find(({ id }) => id === old.id)).toMatchObject({ total: old.total, at: old.at })
          for (const { id, corrects } of scores.filter(one => one.corrects))
            expect(scores.find(one => one.id === corrects?.score)?.correctedBy).toBe(id)
          expect(scores.map(({ seenAt }) => seenAt)).toEqual(
            scores.map(one => one.seenAt).toSorted((a, b) => a - b)
          )
          before = scores
        })
      }),
      runs
    )
  })

  it('M-15 never has two open alerts of withdrawal for one person', () => {
    fc.assert(
      fc.property(schedules, schedule => {
        play(schedule, ({ state }) => {
          const open = Object.values(state.alerts.alerts).filter(({ stay }) => stay === robin)
          expect(open.length).toBeLessThan(2)
        })
      }),
      runs
    )
  })

  it('M-11 counts nothing that time owes twice', () => {
    fc.assert(
      fc.property(schedules, schedule => {
        const board = play(schedule, () => undefined)
        const ids = board.journal.flatMap(({ command, event }) =>
          event.type === 'withdrawal.missed' ? [command] : []
        )
        expect(new Set(ids).size).toBe(ids.length)
      }),
      runs
    )
  })

  it('M-7 is not all refused', () => {
    let recorded = 0
    fc.assert(
      fc.property(schedules, schedule => {
        play(schedule, (_, decision) => (recorded += isRefused(decision) ? 0 : 1))
      }),
      { ...runs, seed: 7 }
    )
    expect(recorded).toBeGreaterThan(120)
  })
})
