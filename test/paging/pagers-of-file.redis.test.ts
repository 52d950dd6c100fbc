import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadUnit } from '../../server/unit-file/load.ts'
import { UnitFile } from '../../server/unit-file/schema.ts'
import type { Fields } from '../../server/log.ts'
import { audiences } from '../../shared/audience.ts'
import type { CommandId, PlaceId } from '../../shared/ids.ts'
import { view } from '../../shared/unit.ts'
import { smallUnit, TestBoard } from '../http/board.ts'
import { withRedis } from '../support/redis.ts'
import { isSigned, Receiver } from './receiver.ts'

const redis = withRedis()
const board = new TestBoard()
const lines: { code: string; fields: Fields }[] = []
const [taking, failing, leaving] = [new Receiver(), new Receiver(), new Receiver()]
const secret = 'CpagerSecret-0123456789'
const { id: unit } = smallUnit

beforeAll(async () => {
  for (const receiver of [taking, failing, leaving]) await receiver.start()
  failing.answers = [503]
  leaving.answers = [410]
  await board.start(redis, (code, fields = {}) => lines.push({ code, fields }))
})
afterAll(async () => {
  await board.stop()
  for (const receiver of [taking, failing, leaving]) receiver.stop()
})

/** The unit as its file says, with three pagers. */
async function loaded() {
  const ids = { taking, failing, leaving }
  const pagers = Object.entries(ids).map(([id, { url }]) => ({ id, url: `${url}/CpagerUrl`, secret }))
  const file = UnitFile.parse({ ...smallUnit, pagers })
  const { journal, node } = board.board
  return loadUnit(file, { journal, units: node.units }, () => Promise.resolve(true))
}

const stateOf = () => board.board.node.units.with(unit, host => host.state)

/** Resolves when each letter is as far as it comes by one attempt. */
async function tried(): Promise<void> {
  for (;;) {
    const next = new Promise<void>(done => board.board.node.units.onChanged(() => done()))
    const letters = (await stateOf()).paging.letters
    const settled = letters.filter(({ state, attempts }) => attempts > 0 && state.is !== 'trying')
    if (letters.length === 3 && settled.length === 3) return
    await next
  }
}

describe('pagers of a unit file', () => {
  it('B-18 are called once it is loaded; their secrets and addresses are in no row, log or figure', async () => {
    expect(await loaded()).toMatchObject({ refused: [] })
    expect(await loaded()).toEqual({ changes: [], refused: [] })
    const raise = { type: 'alert.raise', kind: 'fire', place: 'day-room' as PlaceId } as const
    const by = { kind: 'screen', screen: 'tablet-7' } as const
    await board.board.node.units.submit(unit, raise as never, 'a-fire-in-the-day-room' as CommandId, by)
    await tried()
    const [call] = taking.heard
    expect(call && isSigned(call, secret)).toBe(true)
    expect(call?.path).toBe('/CpagerUrl')

    const metrics = await (await board.get('/metrics')).text()
    const state = await stateOf()
    const rows = audiences.map(audience => view(state, audience))
    expect(JSON.stringify(rows)).toContain('taking')
    expect(JSON.stringify([rows, lines, metrics])).not.toMatch(/Cpager|127\.0\.0\.1:/)
    expect(lines.filter(({ code }) => code === 'page.failed')).toHaveLength(2)
  })

  it('B-18 /metrics counts what was sent, what failed and waits, and what is dead', async () => {
    const text = await (await board.get('/metrics')).text()
    const counts = [...text.matchAll(/^milieu_pages\{state="(\w+)"\} (\d+)$/gm)].map(([, state, n]) => [
      state,
      n
    ])
    expect(Object.fromEntries(counts)).toEqual({
      queued: '1',
      trying: '0',
      sent: '1',
      dead: '1',
      outdated: '0'
    })
  })
})
