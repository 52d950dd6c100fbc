import { describe, expect, it } from 'vitest'
import type { Problem } from '../../server/http/problem.ts'
import { withRedis } from '../support/redis.ts'
import { cookieOf, smallUnit, TestBoard, withBoard } from './board.ts'

const redis = withRedis()
const board = withBoard(redis)
const unit = smallUnit.id

describe('signing in', () => {
  it('K-6 answers 204 with a cookie that no script reads and no other site sends', async () => {
    const answer = await board.post('/api/sign-in', { unit, member: 'ada', pin: '271828' })
    expect(answer.status).toBe(204)
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^milieu=/)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Strict')
    const lasts = Date.parse(/Expires=([^;]+)/.exec(cookie)?.[1] ?? '') - Date.now()
    expect(Math.round(lasts / 3_600_000)).toBe(12)
  })

  it('K-6 says who is signed in here, and nothing more', async () => {
    const answer = await board.me(await board.signedIn('ben', '314159'))
    expect(await answer.json()).toEqual({ unit, member: 'ben', locked: false })
  })

  it('K-6 lasts over a restart of the server, and holds on another node', async () => {
    const cookie = await board.signedIn('ben', '314159')
    const other = new TestBoard()
    await other.start(redis)
    expect((await other.me(cookie)).status).toBe(200)
    await other.stop()
  })

  it('K-6 makes a new sign-in each time: the one before is over', async () => {
    const first = await board.signedIn('ben', '314159')
    const second = await board.signedIn('ada', '271828', first)
    expect((await board.me(first)).status).toBe(401)
    expect(await (await board.me(second)).json()).toMatchObject({ member: 'ada' })
  })

  it.each([
    ['a wrong PIN', { unit, member: 'cleo', pin: '000000' }],
    ['an unknown member', { unit, member: 'nobody', pin: '161803' }],
    ['an unknown unit', { unit: 'no-such-unit', member: 'cleo', pin: '161803' }]
  ])('K-5 says the same for %s', async (_, body) => {
    const answer = await board.post('/api/sign-in', body)
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ type: 'urn:milieu:problem:sign-in-refused' })
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  it('K-6 does not take a cookie that somebody signed otherwise', async () => {
    const [name, value = ''] = (await board.signedIn('ben', '314159')).split('=')
    const forged = `${name}=${value.slice(0, -4)}AAAA`
    expect((await board.me(forged)).status).toBe(401)
  })

  it('K-6 ends with sign-out, also where nobody was signed in', async () => {
    const cookie = await board.signedIn('ben', '314159')
    expect((await board.post('/api/sign-out', {}, { cookie })).status).toBe(204)
    expect((await board.me(cookie)).status).toBe(401)
    expect((await board.post('/api/sign-out')).status).toBe(204)
  })
})

describe('a locked tablet', () => {
  it('K-8 says that it is locked, and keeps its place for a month', async () => {
    const cookie = await board.signedIn('ben', '314159')
    const answer = await board.post('/api/lock', {}, { cookie })
    expect(answer.status).toBe(204)
    const lasts =
      Date.parse(/Expires=([^;]+)/.exec(answer.headers.getSetCookie()[0] ?? '')?.[1] ?? '') - Date.now()
    expect(Math.round(lasts / 86_400_000)).toBe(30)
    expect(await (await board.me(cookie)).json()).toEqual({ unit, member: 'ben', locked: true })
  })

  it('K-8 is unlocked by signing in, by another member too', async () => {
    const locked = await board.signedIn('ben', '314159')
    await board.post('/api/lock', {}, { cookie: locked })
    const taken = await board.signedIn('cleo', '161803', locked)
    expect(await (await board.me(taken)).json()).toEqual({ unit, member: 'cleo', locked: false })
    expect((await board.me(locked)).status).toBe(401)
  })

  it('K-8 needs somebody to be signed in', async () => {
    expect((await board.post('/api/lock')).status).toBe(401)
  })
})

describe('attempts', () => {
  const attempt = (member: string, pin: string) => board.post('/api/sign-in', { unit, member, pin })

  it('K-7 are stopped after five wrong ones in five minutes, with the time to wait, also for the right PIN', async () => {
    for (let n = 0; n < 5; n++) expect((await attempt('dov', '0000')).status).toBe(401)
    const answer = await attempt('dov', '662607')
    const problem = (await answer.json()) as Problem
    expect(answer.status).toBe(429)
    expect(problem.again).toBeGreaterThan(200)
    expect(problem.again).toBeLessThanOrEqual(300)
    expect(answer.headers.get('Retry-After')).toBe(String(problem.again))
    expect(problem.detail).toContain('5 min')
  })

  it('K-7 count as many when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt('hurried', '0000')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
  })

  it('K-7 of one member do not stop another, and right ones are not counted', async () => {
    for (let n = 0; n < 8; n++) await board.signedIn('ben', '314159')
    expect((await attempt('ben', '314159')).status).toBe(204)
  })

  it('K-7 are counted by all nodes together', async () => {
    for (let n = 0; n < 5; n++) await attempt('shared', '0000')
    const other = new TestBoard()
    await other.start(redis)
    const answer = await other.post('/api/sign-in', { unit, member: 'shared', pin: '0000' })
    expect(answer.status).toBe(429)
    await other.stop()
  })
})

it('K-5 a PIN is nowhere in Redis, a cookie holds nothing but its id', async () => {
  const cookie = decodeURIComponent(
    cookieOf(await board.post('/api/sign-in', { unit, member: 'ada', pin: '271828' }))
  )
  expect(cookie).toMatch(/^milieu=s:[0-9a-f-]{36}\.[\w+/=]+$/)
  const state = await board.board.node.units.with(unit, host => JSON.stringify(host.state))
  expect(state).toContain('$argon2id$')
  expect(state).not.toContain('271828')
})
