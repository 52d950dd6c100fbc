import { request as raw } from 'node:http'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, describe, expect, it } from 'vitest'
import { clientFrom } from '../../server/http/client.ts'
import { Problem, problemOf } from '../../server/http/problem.ts'
import { UnitSummary } from '../../server/http/schemas.ts'
import { z } from 'zod'
import { withRedis } from '../support/redis.ts'
import { front, smallUnit, withBoard } from './board.ts'

const redis = withRedis()
const board = withBoard(redis)

/** The problem of an answer, which must be one by its form, in the language that was asked for. */
async function problemOfAnswer(answer: Response, language = 'en'): Promise<Problem> {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(answer.headers.get('content-language')).toBe(language)
  const problem = Problem.parse(await answer.json())
  expect(problem.status).toBe(answer.status)
  return problem
}

const send = (method: string, path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${board.origin}${path}`, { method, body, headers })

const json = { 'content-type': 'application/json' }

describe('problems', () => {
  it.each<[string, number, () => Promise<Response>]>([
    ['not-found', 404, () => board.get('/api/nothing')],
    ['wrong-method', 405, () => board.get('/api/sign-in')],
    ['not-signed-in', 401, () => board.get('/api/me')],
    ['not-understood', 400, () => send('POST', '/api/sign-in', '{"unit":', json)],
    ['not-understood', 400, () => send('POST', '/api/sign-in', 'unit=x', { 'content-type': 'text/plain' })],
    ['not-understood', 400, () => board.post('/api/sign-in', { unit: 1 })],
    ['too-large', 413, () => board.post('/api/sign-in', { pin: 'x'.repeat(9000) })],
    ['other-origin', 403, () => board.post('/api/sign-out', {}, { origin: 'http://elsewhere.example' })],
    ['sign-in-refused', 401, () => board.post('/api/sign-in', { unit: smallUnit.id, member: 'x', pin: '1' })]
  ])('H-1 %s is told with status %i', async (name, status, ask) => {
    const problem = await problemOfAnswer(await ask())
    expect(problem).toMatchObject({ type: `urn:milieu:problem:${name}`, status })
  })

  it('H-1 are told in French to whoever prefers it', async () => {
    const answer = await board.get('/api/me', { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.5' })
    expect((await problemOfAnswer(answer, 'fr')).title).toBe('Non connecté')
    expect(answer.headers.get('vary')).toContain('Accept-Language')
  })

  it('H-1 name the fields that were not understood, never what was in them', async () => {
    const answer = await board.post('/api/sign-in', {
      unit: 'Not A Unit',
      member: 'ada',
      pin: 7,
      extra: 'canary'
    })
    const text = await answer.text()
    expect((JSON.parse(text) as Problem).fields?.sort()).toEqual(['extra', 'pin', 'unit'])
    expect(text).not.toMatch(/canary|Not A Unit/)
  })

  it('H-1 say by which methods an address is asked', async () => {
    const answer = await board.get('/api/sign-in')
    expect(answer.headers.get('allow')).toBe('POST')
  })

  it('H-2 a fault that nobody expected shows nothing of itself, and only where it happened is logged', async () => {
    const logged: unknown[] = []
    const app = express()
    app.get('/', () => {
      throw new Error('canary in the message')
    })
    app.use(problemOf((code, fields) => logged.push([code, fields])))
    const server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const answer = await fetch(`http://127.0.0.1:${port}/`)
    const text = await answer.text()
    server.close()
    expect(answer.status).toBe(500)
    expect(JSON.parse(text)).toMatchObject({ type: 'urn:milieu:problem:fault' })
    expect(text).not.toMatch(/canary|at .*\.ts/)
    expect(logged).toHaveLength(1)
    expect(JSON.stringify(logged)).toContain('request.failed')
    expect(JSON.stringify(logged)).not.toContain('canary')
  })
})

describe('where a request comes from', () => {
  const out = (origin: string) => board.post('/api/sign-out', {}, { origin })

  it('H-3 changes are taken from our own pages, and from programs that are no browser', async () => {
    expect((await out(board.origin)).status).toBe(204)
    expect((await send('POST', '/api/sign-out', '{}', json)).status).toBe(204)
  })

  it('H-3 changes are taken from a page of an origin that was named', async () => {
    expect((await out(front)).status).toBe(204)
    expect((await out(`${front}:8443`)).status).toBe(403)
  })

  it.each(['http://127.0.0.1:1', 'https://elsewhere.example', 'null', 'file://'])(
    'H-3 changes are not taken from a page of %s',
    async origin => {
      expect((await out(origin)).status).toBe(403)
    }
  )
})

describe('health', () => {
  it('H-4 the process says that it lives, and that Redis answers', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const answer = await board.get(path)
      expect([answer.status, await answer.json()]).toEqual([200, { ok: true }])
    }
  })

  it('H-4 a node whose Redis hangs lives, but is not ready, and says so soon', async () => {
    redis.pause()
    const began = performance.now()
    const answer = await board.get('/readyz')
    const took = performance.now() - began
    const alive = await board.get('/healthz')
    const units = await board.get('/api/units')
    await redis.resume()
    expect((await problemOfAnswer(answer)).type).toBe('urn:milieu:problem:cannot-record')
    expect(answer.status).toBe(503)
    expect(took).toBeLessThan(4000)
    expect(alive.status).toBe(200)
    expect(units.status).toBe(503)
  })

  it('K-12 while Redis hangs nobody is told that they are not signed in', async () => {
    const cookie = await board.signedIn('ben', '314159')
    redis.pause()
    const answer = await board.me(cookie)
    await redis.resume()
    expect(answer.status).toBe(503)
  })
})

describe('what operators and programs read', () => {
  it('H-5 figures begin with milieu_ and hold no id of a unit or a member', async () => {
    await board.signedIn('ben', '314159')
    const text = await (await board.get('/metrics')).text()
    const names = text.split('\n').filter(line => line && !line.startsWith('#'))
    expect(names.every(line => line.startsWith('milieu_'))).toBe(true)
    for (const name of [
      'milieu_append_seconds_count',
      'milieu_screens{audience="wall"}',
      'milieu_redis_age_seconds'
    ]) {
      expect(text).toContain(name)
    }
    expect(text).not.toMatch(/small-unit|\bben\b/)
  })

  it('H-6 the OpenAPI document names every route there is, with its problems', async () => {
    const document = (await (await board.get('/openapi.json')).json()) as {
      openapi: string
      paths: Record<string, Record<string, { responses: object }>>
    }
    expect(document.openapi).toMatch(/^3\.1/)
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        const body = method === 'get' ? null : '{}'
        const answer = await fetch(`${board.origin}${path}`, {
          method: method.toUpperCase(),
          body,
          headers: json
        })
        expect(Object.keys(responses), `${method} ${path}`).toContain(String(answer.status))
      }
    }
    expect(document.paths['/api/sign-in']?.['post']?.responses).toHaveProperty('429')
  })

  it('H-6 the units are listed with what a screen must know to let somebody choose', async () => {
    const listed = z.array(UnitSummary).parse(await (await board.get('/api/units')).json())
    expect(listed).toEqual([{ id: 'small-unit', name: 'Small Unit', language: 'en', synthetic: true }])
  })
})

describe('the screens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'milieu-client-'))
  mkdirSync(join(folder, 'assets'))
  for (const [name, text] of Object.entries({
    'index.html': '<title>tablet</title>',
    'wall.html': '<title>wall</title>',
    'assets/app-1a2b.js': 'export {}'
  })) {
    writeFileSync(join(folder, name), text)
  }
  const app = express().use(clientFrom(folder))
  const server = app.listen(0, '127.0.0.1')
  const origin = (): string => `http://127.0.0.1:${(server.address() as { port: number }).port}`
  afterAll(() => {
    server.close()
    rmSync(folder, { recursive: true })
  })

  it.each([
    ['/', 'tablet'],
    ['/charge', 'tablet'],
    ['/sign-in', 'tablet'],
    ['/round/anything', 'tablet'],
    ['/wall', 'wall']
  ])('H-8 %s is the page of the %s', async (path, title) => {
    const answer = await fetch(`${origin()}${path}`)
    expect(await answer.text()).toContain(title)
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  })

  it('H-8 what is named by its content is kept for good, and what is not there is not a page', async () => {
    const kept = await fetch(`${origin()}/assets/app-1a2b.js`)
    expect(kept.headers.get('cache-control')).toContain('immutable')
    expect((await fetch(`${origin()}/assets/gone-3c4d.js`)).status).toBe(404)
  })

  it('H-8 no path leads out of the folder', async () => {
    const { port } = server.address() as { port: number }
    const asked = raw({ port, host: '127.0.0.1', path: '/..%2f..%2f..%2fetc%2fpasswd' }).end()
    const [answer] = await once(asked, 'response')
    let text = ''
    for await (const part of answer) text += String(part)
    expect(text).not.toContain('root:')
  })

  it('H-7 scripts, styles and connections are ours only', async () => {
    const policy = (await board.get('/healthz')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("connect-src 'self' ws: wss:")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*/)
  })
})
