import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { folder, listens, start, undo } from './programs.ts'

// Each starts one to three whole servers.
vi.setConfig({ testTimeout: 60_000 })

describe('what keeps it from starting is said in one line, with exit code 1', () => {
  it('H-10 a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    undo.push(() => other.close())
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const { code, said } = await start({ PORT: String(port), DATA_DIR: folder() })
    expect(code).toBe(1)
    expect(said).toEqual([
      `Port ${port} is taken by another program: end that, or set PORT to a free one (0 takes any).`
    ])
  })

  it('H-11 a Redis that is not there', async () => {
    const { code, said } = await start({ REDIS_URL: 'redis://:hunter2@127.0.0.1:1' })
    expect(code).toBe(1)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^Redis does not answer at 127\.0\.0\.1:1 .*REDIS_URL\.$/)
    expect(said[0]).not.toContain('hunter2')
  })

  it('H-11 something that is no Redis', async () => {
    const other = createServer(socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(
      0,
      '127.0.0.1'
    )
    undo.push(() => other.close())
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const { code, said } = await start({ REDIS_URL: `redis://127.0.0.1:${port}` })
    expect([code, said.length]).toEqual([1, 1])
    expect(said[0]).toContain(`127.0.0.1:${port}`)
  })

  it('H-11 a value that cannot be', async () => {
    const { code, said } = await start({ PORT: 'eighty' })
    expect([code, said.length]).toEqual([1, 1])
    expect(said[0]).toContain('PORT is "eighty"')
  })

  it('H-12 a data folder that cannot be one', async () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    const { code, said } = await start({ DATA_DIR: file })
    expect([code, said.length]).toEqual([1, 1])
    expect(said[0]).toContain('DATA_DIR')
  })

  it('H-10 an address that this machine does not have, and nothing stays behind', async () => {
    const where = folder()
    const { code, said } = await start({ HOST: '203.0.113.7', DATA_DIR: where })
    expect([code, said.length]).toEqual([1, 1])
    expect(said[0]).toContain('HOST is 203.0.113.7')
    expect(await listens(join(where, 'redis/redis.sock'))).toBe(false)
  })

  it('H-16 a unit file that is not there, or that has mistakes, which are all named', async () => {
    const where = folder()
    const gone = await start({ DATA_DIR: where }, ['--unit', join(where, 'gone.json')])
    expect([gone.code, gone.said]).toEqual([1, [expect.stringContaining('there is no such file')]])
    const bad = join(where, 'bad.json')
    writeFileSync(bad, '{ "format": 1, "id": "Bad Id" }')
    const wrong = await start({ DATA_DIR: where }, ['--unit', bad])
    expect(wrong.code).toBe(1)
    expect(wrong.out).toContain(`${bad}:1:22: mistake: id: `)
    expect(wrong.said).toEqual([`The unit file ${bad} has mistakes; nothing was changed.`])
  })

  it('H-16 an argument that is not known', async () => {
    const { code, said } = await start({ DATA_DIR: folder() }, ['--demo'])
    expect([code, said.length]).toEqual([1, 1])
    expect(said[0]).toContain('--unit FILE')
  })
})
