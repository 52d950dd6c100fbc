import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { give, takeBack } from '../browser.ts'
import { Visit } from '../../../client/sign-in/visit.svelte.ts'

const dana = { unit: 'maple', member: 'dana', locked: false }
const nothing = () => undefined

class NoLine {
  close = nothing
  send = nothing
}

/** A server whose answers the test sets, and a browser that keeps what it is given. */
function browser() {
  const kept = new Map<string, string>()
  const answers: Record<string, [status: number, body: unknown]> = {
    '/api/me': [200, dana],
    '/api/units': [200, []],
    '/api/lock': [204, null],
    '/api/sign-out': [204, null]
  }
  const asked: string[] = []
  give('fetch', (path: string) => {
    asked.push(path)
    const [status, body] = answers[path] ?? [404, {}]
    return Promise.resolve(status === 204 ? new Response(null, { status }) : Response.json(body, { status }))
  })
  give('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key)
  })
  return { answers, asked }
}

describe('a device that is locked while the server fails', () => {
  let page: ReturnType<typeof browser>
  let visit: Visit

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    give('addEventListener', nothing)
    give('document', { documentElement: { lang: 'en' } })
    give('location', { protocol: 'http:', host: 'milieu.test', hostname: 'milieu.test', port: '' })
    give('indexedDB', {
      open: () => {
        throw new Error('refused')
      }
    })
    give('WebSocket', NoLine)
    page = browser()
    visit = new Visit('tablet')
    await visit.ask()
  })

  afterEach(() => {
    if ('board' in visit.standing) visit.standing.board.close()
    vi.useRealTimers()
    takeBack()
  })

  it('K-14 stays locked, and tells the server until it has heard', async () => {
    expect(visit.standing.is).toBe('member')
    page.answers['/api/lock'] = [503, { title: 'cannot record' }]
    await visit.lock()
    expect(visit.standing.is).toBe('locked')
    page.answers['/api/lock'] = [204, null]
    page.answers['/api/me'] = [200, { ...dana, locked: true }]
    const before = page.asked.filter(path => path === '/api/lock').length
    await vi.advanceTimersByTimeAsync(2_500)
    expect(page.asked.filter(path => path === '/api/lock').length).toBe(before + 1)
    expect(visit.standing.is).toBe('locked')
  })

  it('K-14 stays locked over a reload, though the server still takes it for unlocked', async () => {
    page.answers['/api/lock'] = [503, { title: 'cannot record' }]
    await visit.lock()
    if ('board' in visit.standing) visit.standing.board.close()
    visit = new Visit('tablet')
    await visit.ask()
    expect(visit.standing.is).toBe('locked')
  })

  it('K-14 is not signed out by an answer that says only that the server failed', async () => {
    page.answers['/api/sign-out'] = [503, { title: 'cannot record' }]
    expect(await visit.signOut()).toMatchObject({ is: 'no' })
    expect(visit.standing.is).toBe('member')
  })
})
