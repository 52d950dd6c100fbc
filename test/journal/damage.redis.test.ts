import { readdirSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../server/journal/address.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { keysWith } from '../../server/journal/keys.ts'
import { withRedis } from '../support/redis.ts'
import {
  answers,
  appendOf,
  commandOf,
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

describe('what cannot be read', () => {
  it('J-14 an entry of an unknown shape advances the seq and keeps its text', async () => {
    const journal = await node()
    const unit = newUnit()
    const listener = await listenTo(journal, unit)
    await recordOn(journal, unit, 'good')
    await say(redis.path, `XADD ${keys.journal(unit)} 2-0 at 12 e {"v":1`)
    await say(redis.path, `XADD ${keys.journal(unit)} 3-0 other thing`)
    await say(redis.path, `HSET ${keys.meta(unit)} seq 3`)
    await recordOn(journal, unit, 'good again')
    await listener.until(4)
    expect(listener.seqs).toEqual(oneTo(4))
    expect(listener.given[1]).toMatchObject({ at: 12, event: { type: 'journal.unreadable', text: '{"v":1' } })
    expect(listener.given[2]).toMatchObject({ at: 0, event: { type: 'journal.unreadable' } })
  })

  it('J-14 a gap that cannot be filled ends the tail', async () => {
    const journal = await node()
    const unit = newUnit()
    const { position } = await journal.open(unit)
    for (const n of oneTo(3)) await recordOn(journal, unit, `n-${n}`)
    await say(redis.path, `XDEL ${keys.journal(unit)} 2-0`)
    const listener = new Listener(position)
    journal.tail(unit, position, listener)
    await listener.untilRenewed()
    expect(listener.seqs).toEqual([])
  })

  it('J-14 a journal that does not end where it should is not opened, and not mended', async () => {
    const journal = await node()
    const unit = newUnit()
    for (const n of oneTo(3)) await recordOn(journal, unit, `n-${n}`)
    await say(redis.path, `XDEL ${keys.journal(unit)} 3-0`)
    expect((await faultOf(() => journal.open(unit))).code).toBe('damaged')
    expect(await say(redis.path, `HGET ${keys.meta(unit)} seq`)).toBe('$1\r\n3\r\n')
  })

  it('J-14 a listener that throws ends its own tail only', async () => {
    const [here, there] = await Promise.all([node(), node()])
    const [unit, sound] = [newUnit(), newUnit()]
    const { position } = await here.open(unit)
    const broken = new Listener(position)
    broken.onRecorded = () => {
      throw new Error('a fault of the listener')
    }
    here.tail(unit, position, broken)
    const other = await listenTo(here, sound)
    await recordOn(there, unit, 'x')
    await broken.untilRenewed()
    await recordOn(there, sound, 'y')
    await other.until(1)
    expect(other.seqs).toEqual([1])
  })
})

describe('what Redis keeps', () => {
  it('J-2 keeps receipts for 72 hours and journals for good', async () => {
    const journal = await node()
    const unit = newUnit()
    await recordOn(journal, unit, 'kept')
    const ttl = async (key: string): Promise<number> =>
      Number((await say(redis.path, `PTTL ${key}`)).slice(1))
    const hours = (await ttl(keys.receipt(unit, commandOf('kept').command))) / 3_600_000
    expect(hours).toBeLessThanOrEqual(72)
    expect(hours).toBeGreaterThan(71.9)
    expect(await ttl(keys.journal(unit))).toBe(-1)
    expect(await ttl(keys.meta(unit))).toBe(-1)
  })

  it('J-15 a fault carries no word of what was written', async () => {
    const journal = await node()
    const unit = newUnit()
    const { position } = await journal.open(unit)
    await say(redis.path, `SET ${keys.journal(unit)} wrong-kind`)
    const canary = 'a-name-that-must-not-leak'
    const append = appendOf(position, [canary])
    const fault = await journal.append(unit, append).catch((error: unknown) => error)
    expect(fault).toMatchObject({ name: 'JournalFault', code: 'reply' })
    expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toContain(canary)
    expect(Object.getOwnPropertyNames(fault).sort()).toEqual(['code', 'message', 'name', 'stack'])
    expect(await say(redis.path, `HGET ${keys.meta(unit)} seq`)).toBe('$1\r\n0\r\n')
    expect(await journal.receipts(unit, [commandOf(canary).command])).toEqual([])
  })

  it('J-1 writes nothing of an append when the memory is full', async () => {
    const journal = await node()
    const unit = newUnit()
    const after = await recordOn(journal, unit, 'before')
    await say(redis.path, 'CONFIG SET maxmemory 1')
    const fault = await faultOf(() => journal.append(unit, appendOf(after, ['full-1', 'full-2'], 9)))
    await say(redis.path, 'CONFIG SET maxmemory 0')
    expect(fault.says).toContain('OOM')
    expect((await journal.open(unit)).position.seq).toBe(1)
    expect(await journal.read(unit, 0, 10)).toHaveLength(1)
    expect(await journal.append(unit, appendOf(after, ['full-1', 'full-2']))).toMatchObject({ seq: 3 })
  })
})

describe('a file that was cut at its tail', () => {
  it('J-6 has lost whole appends, never a part of one', async () => {
    const journal = await node()
    const unit = newUnit()
    const groups = oneTo(30).map(g => oneTo(3).map(n => `g${g}-${n}`))
    let { position } = await journal.open(unit)
    for (const marks of groups) {
      await journal.append(unit, appendOf(position, marks))
      position = { ...position, seq: position.seq + marks.length }
    }
    for (const bytes of [1, 100, 300, 700, 2000]) {
      await redis.kill()
      cutTail(join(redis.folder, 'appendonlydir'), bytes)
      await redis.start()
      await answers(journal)
      const opened = await journal.open(unit)
      const recorded = await journal.read(unit, 0, 1000)
      const kept = groups.slice(0, opened.position.seq / 3).flat()
      expect(opened.position.epoch).not.toBe(position.epoch)
      expect(opened.position.seq).toBeLessThanOrEqual(position.seq)
      expect(recorded.map(markOf)).toEqual(kept.map(mark => `${mark}/0`))
      const receipts = await journal.receipts(
        unit,
        groups.flat().map(mark => commandOf(mark).command)
      )
      expect(receipts.map(({ seq }) => seq)).toEqual(oneTo(kept.length))
      position = opened.position
    }
    expect(position.seq).toBeGreaterThan(0)
    expect(position.seq).toBeLessThan(87)
    const next = groups[position.seq / 3] ?? []
    expect(await journal.append(unit, appendOf(position, next))).toMatchObject({ word: 'appended' })
  })
})

/** Cuts so many bytes off the file that Redis was writing to. */
function cutTail(folder: string, bytes: number): void {
  const last =
    readdirSync(folder)
      .filter(name => name.includes('.incr.'))
      .sort()
      .at(-1) ?? ''
  const file = join(folder, last)
  truncateSync(file, statSync(file).size - bytes)
}
