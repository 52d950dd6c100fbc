import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { differs, runsTypeScript } from '../../scripts/set-up/packages.mjs'
import { adviceFor, versionIn } from '../../scripts/set-up/programs.mjs'
import { lastWords } from '../../scripts/set-up/run.mjs'

/** The real script, in a copy that has its packages, on a machine that has only what `environment` leaves it. */
async function setUp(purpose: string, environment: Record<string, string>) {
  const script = join(import.meta.dirname, '../../scripts/set-up.mjs')
  const child = spawn(process.execPath, [script, purpose], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit')
  ])
  return { said, complained, code }
}

describe('set-up', () => {
  it('says in one line that there is no Redis and that it may not install one', async () => {
    const { complained, code } = await setUp('start', { PATH: '/nowhere' })
    expect(code).toBe(1)
    expect(complained).toMatch(/^Redis is not on this machine: .* REDIS_URL\.\n$/)
  })

  it('says in one line that CHROMIUM_PATH names no program', async () => {
    const { complained, code } = await setUp('test', {
      PATH: process.env['PATH'] ?? '',
      CHROMIUM_PATH: '/nowhere/x'
    })
    expect(code).toBe(1)
    expect(complained).toBe('CHROMIUM_PATH is "/nowhere/x", but there is no program.\n')
  })

  it('does not know how to set up for anything else', async () => {
    expect((await setUp('party', {})).code).toBe(2)
  })

  it('names the command of each system', () => {
    expect(adviceFor('redis', (name: string) => (name === 'dnf' ? '/bin/dnf' : undefined))).toBe(
      'run "sudo dnf install valkey"'
    )
    expect(adviceFor('chromium', (name: string) => (name === 'brew' ? '/bin/brew' : undefined))).toBe(
      'run "brew install --cask chromium"'
    )
    expect(adviceFor('redis', () => undefined)).toBe('install Redis 7 or newer, or Valkey')
  })

  it('reads the version of Redis and of Valkey', () => {
    expect(versionIn('Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64')).toBe(7)
    expect(versionIn('Valkey server v=8.1.1 sha=00000000:0')).toBe(8)
    expect(versionIn('something else')).toBe(Infinity)
  })

  it('starts with no Redis here where REDIS_URL names one', async () => {
    const { complained } = await setUp('start', { PATH: '/nowhere', REDIS_URL: 'redis://127.0.0.1' })
    expect(complained).not.toContain('Redis')
  })

  it('finds the line that tells most', () => {
    expect(lastWords('Get:1\nE: Unable to locate package x\nmore\n')).toBe('E: Unable to locate package x')
    expect(lastWords('npm error code E404\nnpm error 404 Not Found\n')).toBe('npm error 404 Not Found')
    expect(lastWords('')).toBe('it said nothing')
  })
})

describe('what is installed', () => {
  const locked = {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b/node_modules/c': { version: '2.0.0', integrity: 'sha512-c' },
    'node_modules/windows-only': { version: '1.0.0', integrity: 'sha512-w', optional: true }
  }
  const { 'node_modules/windows-only': _, '': __, ...installed } = locked

  it('is what the lockfile says, also without what is for other systems', () => {
    expect(differs(locked, installed)).toBeUndefined()
  })

  it.each([
    ['none are installed yet', undefined],
    ['c is not there', { 'node_modules/a': locked['node_modules/a'] }],
    ['a is another version', { ...installed, 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
    ['a is another version', { ...installed, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }],
    [
      'd is not wanted any more',
      { ...installed, 'node_modules/d': { version: '1.0.0', integrity: 'sha512-d' } }
    ]
  ])('is not when %s', (why, found) => {
    expect(differs(locked, found)).toBe(why)
  })

  it.each([
    ['20.20.2', false],
    ['22.17.1', false],
    ['22.18.0', true],
    ['23.5.0', false],
    ['23.6.0', true],
    ['26.0.0', true]
  ])('Node %s runs the sources as they are: %s', (version, runs) => {
    expect(runsTypeScript(version)).toBe(runs)
  })
})
