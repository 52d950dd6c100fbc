import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseAddress } from '../../server/journal/address.ts'
import { createLog, type Log } from '../../server/log.ts'
import { startBoard, type Board } from '../../server/start/board.ts'
import { examples } from '../../server/start/examples.ts'
import { seedDemo } from '../../server/start/seed.ts'
import { usual } from '../../server/unit/around.ts'
import { diff } from '../../server/unit-file/diff.ts'
import { initial } from '../../shared/unit.ts'
import { withRedis } from '../support/redis.ts'

const redis = withRedis()
let board: Board
beforeAll(async () => {
  const ground = { redis: parseAddress(redis.url), folder: redis.folder }
  const about = { port: 0, host: '127.0.0.1', origins: [], demo: 'auto', logLevel: 'silent' } as const
  board = await startBoard({ ...ground, ...about, pushLoopback: false }, '0.0.0', createLog('silent'))
})
afterAll(() => board.stop())

const silent: Log = () => undefined
const ids = async (): Promise<string[]> => (await board.units()).map(({ id }) => id)

it('H-9 a start that was ended between the units of the demo is made up for by the next', async () => {
  const ended: Log = code => {
    if (code === 'unit.loaded') throw new Error('ended here')
  }
  await expect(seedDemo(board, { demo: 'auto' }, ended)).rejects.toThrow('ended here')
  expect(await ids()).toEqual(['maple-house'])
  const seeded = await seedDemo(board, { demo: 'auto' }, silent)
  expect(seeded.map(({ id }) => id)).toEqual(['maple-house', 'la-passerelle'])
  expect((await ids()).sort()).toEqual(['la-passerelle', 'maple-house'])
})

it('H-9 each unit of the demo is there as a whole or not at all: it goes into one append', async () => {
  for (const { id } of examples(Date.now())) {
    const recorded = await board.journal.read(id, 0, 1_000)
    const loaded = recorded.filter(({ by }) => by.kind === 'loader')
    expect(new Set(loaded.map(({ at }) => at)).size).toBe(1)
  }
  for (const file of examples(Date.now())) {
    expect((await diff(file, initial)).length).toBeLessThanOrEqual(usual.batch)
  }
})
