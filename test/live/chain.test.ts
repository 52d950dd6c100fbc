import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Channel, type Source } from '../../server/live/channel.ts'
import type { Audience } from '../../shared/audience.ts'
import type { Position } from '../../shared/position.ts'
import type { Delta } from '../../shared/protocol/delta.ts'
import type { Welcome } from '../../shared/protocol/hello.ts'
import type { RowSet } from '../../shared/protocol/rows.ts'
import { takeDelta, type Standing } from '../../shared/protocol/take-delta.ts'
import { rowSets } from '../protocol/row-sets.ts'
import { textOf } from '../protocol/text-of.ts'

const audiences = ['wall', 'wall-public', 'charge'] as const

/** A unit that says to each audience whatever it was told to say, at each seq. */
class Unit implements Source {
  position: Position = { epoch: 'e0', seq: 0 }
  #views: RowSet[][] = [[{}, {}, {}]]
  view(audience: Audience): RowSet {
    return this.viewAt(this.position.seq, audience) as RowSet
  }
  viewAt(seq: number, audience: Audience): RowSet | undefined {
    return this.#views[seq]?.[audiences.indexOf(audience as 'wall')]
  }
  /** `null` for an audience: it sees no change. */
  fold(views: (RowSet | null)[]): void {
    const seq = this.position.seq + 1
    this.#views[seq] = views.map((view, n) => view ?? (this.#views[seq - 1]?.[n] as RowSet))
    this.position = { ...this.position, seq }
  }
  /** A new life, that may hold less than the old one did. */
  renew(seq: number, epoch: string): void {
    this.position = { epoch, seq }
  }
}

const overTheWire = <T>(told: T): T => JSON.parse(JSON.stringify(told)) as T

/** A screen that goes by what it is told alone. */
class Follower {
  standing: Standing<RowSet> = { rows: {}, position: null }
  epoch: string | null = null
  greets(channel: Channel): void {
    const welcome = overTheWire(channel.welcome(0, this.standing.position ?? undefined))
    if (!welcome.ok) throw new Error('not welcome')
    this.epoch = ('snapshot' in welcome ? welcome.snapshot : welcome).position.epoch
    if ('snapshot' in welcome) this.standing = welcome.snapshot
    else for (const delta of welcome.deltas) expect(this.takes(delta)).toBe('taken')
  }
  takes(delta: Delta): string {
    const taken = takeDelta(this.standing, overTheWire(delta), this.epoch)
    if (typeof taken === 'string') return taken
    this.standing = taken
    return 'taken'
  }
}

type Step =
  | { is: 'fold'; views: (RowSet | null)[] }
  | { is: 'turn'; lost: boolean }
  | { is: 'greet'; who: number }
  | { is: 'renew'; back: number }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        is: fc.constant('fold' as const),
        views: fc.tuple(...audiences.map(() => fc.option(rowSets)))
      })
    },
    { weight: 4, arbitrary: fc.record({ is: fc.constant('turn' as const), lost: fc.boolean() }) },
    { weight: 3, arbitrary: fc.record({ is: fc.constant('greet' as const), who: fc.nat(2) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('renew' as const), back: fc.nat(2) }) }
  ),
  { maxLength: 30 }
)

function play(audience: Audience, all: Step[]): void {
  const unit = new Unit()
  const channel = new Channel(unit, audience)
  const screens = [new Follower(), new Follower(), new Follower()]
  /** As a node does before anybody greets: told to those there were, of whom one may have lost its connection. */
  const turn = (lost = false): void => {
    const told = channel.turn()
    for (const screen of lost ? screens.slice(1) : screens) {
      if (told === 'anew') screen.epoch = channel.position.epoch
      else if (told) expect(screen.takes(told)).not.toBe('unfit')
    }
  }
  for (const [n, step] of all.entries()) {
    if (step.is === 'fold') unit.fold(step.views)
    if (step.is === 'turn') turn(step.lost)
    if (step.is === 'renew') unit.renew(Math.max(0, unit.position.seq - step.back), `e${n + 1}`)
    if (step.is !== 'greet') continue
    turn()
    screens[step.who]?.greets(channel)
  }
  turn()
  for (const screen of screens) {
    screen.greets(channel)
    expect(textOf(screen.standing.rows)).toBe(textOf(unit.view(audience)))
    expect(screen.standing.position).toEqual(channel.position)
  }
}

describe('a chain', () => {
  it('L-1, L-20, L-21 leads everybody to the rows of the unit, whatever was missed or began anew', () => {
    fc.assert(
      fc.property(fc.constantFrom(...audiences), steps, (audience, all) => play(audience, all)),
      { numRuns: 1_000 }
    )
  })
})

describe('what was missed', () => {
  const missedBy = (channel: Channel, seq: number, now = 0): Extract<Welcome, { deltas: Delta[] }> => {
    const welcome = channel.welcome(now, { epoch: 'e0', seq })
    if (!welcome.ok || !('deltas' in welcome)) throw new Error('not resumed')
    return welcome
  }

  const unit = new Unit()
  for (let n = 1; n <= 200; n++) unit.fold([{ rows: { r: { n } } }, null, null])
  const channel = new Channel(unit, 'wall')

  it('L-23 is one answer for all who stand at the same seq, and anew as time or the unit goes on', () => {
    const first = missedBy(channel, 7)
    expect(missedBy(channel, 7, 99)).toBe(first)
    const later = missedBy(channel, 7, 100)
    expect(later).toEqual({ ...first, now: 100 })
    expect(later.deltas).toBe(first.deltas)
    expect(missedBy(channel, 7, -500).now).toBe(-500)
    unit.fold([{ rows: { r: { n: 'next' } } }, null, null])
    channel.turn()
    expect(missedBy(channel, 7, 100).deltas).toEqual([[201, 194, { '/rows/r/n': 'next' }]])
  })

  it('L-23 is kept for few of them, however many places screens stand at', () => {
    const answers = Array.from({ length: 150 }, (_, seq) => missedBy(channel, seq, 1_000))
    const kept = answers.filter((answer, seq) => missedBy(channel, seq, 1_000) === answer)
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.length).toBeLessThan(100)
    for (const [seq, { deltas }] of answers.entries())
      expect(missedBy(channel, seq, 1_000).deltas).toEqual(deltas)
  })
})
