import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../server/journal/address.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { keysWith } from '../../server/journal/keys.ts'
import { withRedis } from '../support/redis.ts'
import {
  answers,
  appendedAt,
  appendOf,
  commandOf,
  elapsed,
  faultOf,
  Listener,
  listenTo,
  markOf,
  newUnit,
  nodeOn,
  oneTo,
  recordOn,
  say
} from './rig.ts'

const keys = keysWith('milieu:')
const redis = withRedis()
const node = (): Promise<Journal> => nodeOn(parseAddress(redis.url))

describe('a clock that was set back', () => {
  /** Appends once, then lets the stamp of that be so many milliseconds ahead of the clock, and appends again. */
  async function appendedAfter(ahead: number) {
    const journal = await node()
    const unit = newUnit()
    const { position, now } = await journal.open(unit)
    await journal.append(unit, appendOf(position, ['before']))
    await say(redis.path, `HSET ${keys.meta(unit)} at ${now + ahead}`)
    const answer = appendedAt(await journal.append(unit, appendOf({ ...position, seq: 1 }, ['after'])))
    const [, second] = await journal.read(unit, 0, 2)
    expect(second).toMatchObject({ seq: 2, at: answer.at })
    expect(Math.abs(answer.now - now)).toBeLessThan(2_500)
    return { ...answer, held: answer.at === now + ahead }
  }

  it('J-1 by a little holds the stamp back, and is told beside it', async () => {
    const { at, now, held } = await appendedAfter(4_500)
    expect(held).toBe(true)
    expect(at).toBeGreaterThan(now)
  })

  it('J-1 by an hour is followed', async () => {
    const { at, now } = await appendedAfter(3_600_000)
    expect(at).toBe(now)
  })
})

describe('a Redis that comes back', () => {
  it('J-4, J-6 killed with kill -9: all that was acknowledged is there, in a new life', async () => {
    const journal = await node()
    const unit = newUnit()
    const listener = await listenTo(journal, unit)
    const { position: old } = await journal.open(unit)
    for (const n of oneTo(200)) await recordOn(journal, unit, `n-${n}`)
    await listener.until(200)
    await journal.store(unit, { ...old, seq: 150 }, 'of the old life')

    await redis.kill()
    expect((await faultOf(() => journal.now())).code).toBe('link')
    await redis.start()
    await listener.untilRenewed()
    await answers(journal)

    expect(await journal.append(unit, appendOf({ ...old, seq: 200 }, ['old life']))).toEqual({
      word: 'renewed'
    })
    expect(await journal.readOn(unit, { ...old, seq: 0 }, 10)).toBe('renewed')
    const { position, snapshot } = await journal.open(unit)
    expect(await journal.readOn(unit, { ...position, seq: 198 }, 10)).toMatchObject([
      { seq: 199 },
      { seq: 200 }
    ])
    expect(position.seq).toBe(200)
    expect(position.epoch).not.toBe(old.epoch)
    expect((await journal.open(unit)).position).toEqual(position)
    expect(snapshot).toEqual({ seq: 150, text: 'of the old life' })
    await journal.store(unit, { ...old, seq: 200 }, 'late, from the old life')
    expect((await journal.open(unit)).snapshot?.seq).toBe(150)
    expect((await journal.read(unit, 0, 1000)).map(markOf)).toEqual(oneTo(200).map(n => `n-${n}/0`))
    const commands = oneTo(200).map(n => commandOf(`n-${n}`).command)
    expect((await journal.receipts(unit, commands)).map(({ seq }) => seq)).toEqual(oneTo(200))
    expect(await journal.append(unit, appendOf(position, ['n-7']))).toMatchObject({ word: 'repeated' })
    expect(await journal.append(unit, appendOf(position, ['goes on']))).toMatchObject({
      word: 'appended',
      seq: 201
    })
  })

  it('J-12 a listener that follows anew goes on where it stood', async () => {
    const journal = await node()
    const unit = newUnit()
    const before = await listenTo(journal, unit)
    await recordOn(journal, unit, 'one')
    await before.until(1)
    await redis.kill()
    await redis.start()
    await before.untilRenewed()
    await answers(journal)

    const { position } = await journal.open(unit)
    const after = new Listener(position)
    journal.tail(unit, position, after)
    await recordOn(journal, unit, 'two')
    await after.until(2)
    expect(before.seqs).toEqual([1])
    expect(after.seqs).toEqual([2])
  })

  it('J-12 a journal that began anew under a running Redis is noticed within two seconds', async () => {
    const journal = await node()
    const unit = newUnit()
    for (const n of oneTo(3)) await recordOn(journal, unit, `n-${n}`)
    const listener = await listenTo(journal, unit)
    const began = elapsed()
    await say(redis.path, `DEL ${keys.journal(unit)} ${keys.meta(unit)}`)
    await listener.untilRenewed()
    expect(elapsed() - began).toBeLessThan(2500)
    const { position } = await journal.open(unit)
    expect(position.seq).toBe(0)
    expect(listener.given).toEqual([])
  })
})

describe('a connection that is cut', () => {
  it('J-12 loses and repeats nothing', async () => {
    const [here, there] = await Promise.all([node(), node()])
    const unit = newUnit()
    const listener = await listenTo(here, unit)
    for (const n of oneTo(5)) {
      await recordOn(there, unit, `before-${n}`)
      await listener.until(n * 2 - 1)
      await say(redis.path, 'CLIENT KILL TYPE normal')
      await answers(there)
      await recordOn(there, unit, `behind-${n}`)
      await listener.until(n * 2)
    }
    expect(listener.seqs).toEqual(oneTo(10))
    expect(listener.renewed).toBe(false)
  })
})

describe('a connection that is cut while a new life begins', () => {
  it('J-12 gives nothing of the new life as if it were the old', async () => {
    const journal = await node()
    const unit = newUnit()
    const listener = await listenTo(journal, unit)
    await recordOn(journal, unit, 'old')
    await listener.until(1)
    await say(redis.path, 'CLIENT KILL TYPE normal')
    await say(redis.path, `HSET ${keys.meta(unit)} epoch another seq 2`)
    await say(redis.path, `XADD ${keys.journal(unit)} 2-0 at 5 e {}`)
    await listener.untilRenewed()
    expect(listener.seqs).toEqual([1])
  })
})
