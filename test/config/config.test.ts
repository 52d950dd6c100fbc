import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { SetUpFault } from '../../server/set-up-fault.ts'

/** The one line somebody gets to read who set it wrongly. */
function refusedBecause(environment: Record<string, string>): string {
  try {
    readConfig(environment)
  } catch (fault) {
    if (fault instanceof SetUpFault) return fault.message
    throw fault
  }
  throw new Error('it was accepted')
}

describe('the environment', () => {
  it('needs nothing: everything has a usual value', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      host: '0.0.0.0',
      origins: [],
      redis: null,
      folder: resolve('data'),
      demo: 'auto',
      pushLoopback: false,
      logLevel: 'info'
    })
  })

  it('takes an empty variable, as compose files leave them, for one that is not set', () => {
    expect(readConfig({ PORT: '', REDIS_URL: '', DEMO: '' })).toEqual(readConfig({}))
  })

  it('decides everything when it is set, and stays as it was read', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      ORIGINS: 'https://board.example, http://10.0.0.5:8080',
      REDIS_URL: 'redis+sentinel://s1:26379,s2/board',
      DATA_DIR: '/srv/with space',
      DEMO: 'off',
      PUSH_LOOPBACK: 'on',
      LOG_LEVEL: 'warn'
    })
    expect(config).toMatchObject({
      port: 0,
      host: '127.0.0.1',
      origins: ['https://board.example', 'http://10.0.0.5:8080'],
      folder: '/srv/with space',
      demo: 'off',
      pushLoopback: true,
      logLevel: 'warn'
    })
    expect(config.redis).toMatchObject({ kind: 'sentinel', master: 'board' })
    expect(Object.isFrozen(config)).toBe(true)
  })

  it.each([
    ['redis://redis.example:6380/2', 'server'],
    ['rediss://user:secret@redis.example', 'server'],
    ['unix:/run/redis.sock', 'socket'],
    ['redis+cluster://n1:7000,n2:7001', 'cluster']
  ])('knows %s', (url, kind) => {
    expect(readConfig({ REDIS_URL: url }).redis).toMatchObject({ kind })
  })
})

describe('a wrong value', () => {
  it.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['ORIGINS', 'board.example'],
    ['ORIGINS', 'https://board.example/'],
    ['ORIGINS', 'https://a.example,*'],
    ['REDIS_URL', 'localhost:6379'],
    ['REDIS_URL', 'redis://a:1,b:2'],
    ['DEMO', 'yes'],
    ['PUSH_LOOPBACK', 'yes'],
    ['LOG_LEVEL', 'loud']
  ])('%s=%s is refused in one line with its name, what was given and what is allowed', (name, value) => {
    const line = refusedBecause({ [name]: value })
    expect(line).toContain(`${name} is "${value}"`)
    expect(line).toContain('allowed is')
    expect(line).not.toContain('\n')
  })

  it('is named together with every other', () => {
    expect(refusedBecause({ PORT: 'x', DEMO: 'y' })).toMatch(/PORT is "x".*DEMO is "y"/)
  })

  it.each([
    'redis://:hunter2@',
    'redis://user:hunter2@a:1,b:2',
    'hunter2@host',
    'redis://:hun/ter2@host:99999',
    'redis://:hunter2@a:1:2'
  ])('of REDIS_URL never shows its password (%#)', url => {
    expect(refusedBecause({ REDIS_URL: url })).not.toMatch(/hun|ter2/)
  })
})
