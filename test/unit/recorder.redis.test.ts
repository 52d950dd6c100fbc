import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newUnit } from '../support/node.ts'
import { withRedis } from '../support/redis.ts'
import { allOf, startTicks, type TickNode } from '../support/ticks.ts'

const redis = withRedis()
let node: TickNode
beforeAll(async () => {
  node = await startTicks(redis.url, { waiting: 600 })
})
afterAll(() => node.stop())

const places = (count: number): string[] => Array.from({ length: count }, (_, n) => `p${n}`)

describe('a submit', () => {
  it('U-1 is recorded with the seq of its last event, in the epoch of the journal', async () => {
    const unit = newUnit()
    const first = await node.take(unit, 'a')
    const second = await node.take(unit, 'b')
    const { position } = await node.journal.open(unit)
    expect(first).toEqual({
      outcome: 'recorded',
      position: { epoch: position.epoch, seq: 1 },
      repeated: false
    })
    expect(second).toEqual({ outcome: 'recorded', position, repeated: false })
  })

  it('U-2 waits while another is under way, and all that waited goes in one append', async () => {
    const unit = newUnit()
    await node.take(unit, 'first')
    const before = node.ledger.appends.length
    const outcomes = await Promise.all(places(100).map(place => node.take(unit, place)))
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(places(100).map(() => 'recorded'))
    expect(node.ledger.appends.slice(before)).toEqual([100])
    expect((await allOf(node.journal, unit)).map(({ seq }) => seq)).toEqual(
      [...Array(101).keys()].map(n => n + 1)
    )
  })

  it('U-2 is decided on what those before it lead to, and its refusal disturbs no other', async () => {
    const unit = newUnit()
    const outcomes = await Promise.all(['a', 'b', 'a', 'c'].map(place => node.take(unit, place)))
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded', 'refused', 'recorded'])
    expect(outcomes[2]).toMatchObject({ refusal: 'bed-taken' })
    expect((await allOf(node.journal, unit)).length).toBe(3)
  })

  it('U-2, B-18 that the unit trips over disturbs no other, and its line names no pager', async () => {
    const unit = newUnit()
    const [tripped, fine] = await Promise.all([
      node.submit(unit, { type: 'place.trip' }, 'page-end:b7e1~0~pager:radio:1'),
      node.take(unit, 'a')
    ])
    expect(tripped).toMatchObject({ outcome: 'refused', refusal: 'not-understood' })
    expect(fine).toMatchObject({ outcome: 'recorded' })
    const line = node.ledger.lines.find(({ code }) => code === 'decide.threw')
    expect(line?.fields).toEqual({ id: 'page-end:b7e1', why: 'TypeError' })
  })

  it('U-3 under an id that was recorded is told so, also where it would be refused now', async () => {
    const unit = newUnit()
    const first = await node.take(unit, 'a', 'the-same-id')
    const again = await node.take(unit, 'a', 'the-same-id')
    expect(again).toEqual({ ...first, repeated: true })
    expect(await allOf(node.journal, unit)).toHaveLength(1)
  })

  it('U-3 sent twice in one breath has one effect', async () => {
    const unit = newUnit()
    const [first, second] = await Promise.all([
      node.take(unit, 'a', 'the-same-id'),
      node.take(unit, 'a', 'the-same-id')
    ])
    expect(first).toMatchObject({ outcome: 'recorded', repeated: false })
    expect(second).toEqual({ ...first, repeated: true })
    expect(await allOf(node.journal, unit)).toHaveLength(1)
  })

  it('U-4 under the id of another command is refused, at once and later', async () => {
    const unit = newUnit()
    const [first, meanwhile] = await Promise.all([
      node.take(unit, 'a', 'the-same-id'),
      node.take(unit, 'b', 'the-same-id')
    ])
    const later = await node.take(unit, 'b', 'the-same-id')
    expect(first).toMatchObject({ outcome: 'recorded' })
    expect(meanwhile).toMatchObject({ outcome: 'refused', refusal: 'id-reused' })
    expect(later).toMatchObject({ outcome: 'refused', refusal: 'id-reused' })
    expect(await allOf(node.journal, unit)).toHaveLength(1)
  })

  it('U-9 that finds too many waiting is left unsure, and nothing of it is recorded', async () => {
    const unit = newUnit()
    await node.take(unit, 'first')
    const outcomes = await Promise.allSettled(places(601).map(place => node.take(unit, place)))
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(outcomes.at(-1)).toMatchObject({ status: 'rejected', reason: { name: 'Unsure' } })
    expect(await allOf(node.journal, unit)).toHaveLength(601)
  })
})
