import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Turns } from '../../../client/sign-in/turns.ts'
import { give, takeBack } from '../browser.ts'
import { Visit } from '../../../client/sign-in/visit.svelte.ts'
import type { UnitId } from '../../../shared/ids.ts'

const maple = 'maple' as UnitId

/** What a page has of its browser: a server that answers when the test says so, and no lines that open. */
class Server {
  #open: { path: string; answer: (response: Response) => void }[] = []

  readonly fetch = (path: string) =>
    new Promise<Response>(answer => {
      this.#open.push({ path, answer })
    })

  asked(path: string): number {
    return this.#open.filter(one => one.path === path).length
  }

  /** Answers the oldest question of this path, as soon as it is asked. */
  async answers(path: string, status: number, body: unknown = null): Promise<void> {
    await vi.waitUntil(() => this.asked(path) > 0)
    const [one] = this.#open.splice(
      this.#open.findIndex(open => open.path === path),
      1
    )
    one?.answer(status === 204 ? new Response(null, { status }) : Response.json(body, { status }))
  }
}

const nothing = () => undefined

class NoLine {
  close = nothing
  send = nothing
}

describe('whom a device stands for', () => {
  let server: Server

  beforeEach(() => {
    server = new Server()
    give('fetch', server.fetch)
    give('addEventListener', nothing)
    give('document', { documentElement: { lang: 'en' } })
    give('location', { protocol: 'http:', host: 'milieu.test', hostname: 'milieu.test', port: '' })
    give('indexedDB', { open: () => new EventTarget() })
    give('IDBRequest', EventTarget)
    give('WebSocket', NoLine)
  })
  afterEach(() => takeBack())

  const priya = { unit: maple, member: 'priya', locked: true }

  async function locked(): Promise<Visit> {
    const visit = new Visit('charge')
    const asked = visit.ask()
    await server.answers('/api/units', 200, [])
    await server.answers('/api/me', 200, priya)
    void asked
    await vi.waitUntil(() => visit.standing.is === 'locked')
    return visit
  }

  it('Y-10 is not asked while somebody signs in: the cookie from before is nobody’s by then', async () => {
    const visit = await locked()
    void visit.signIn(maple, 'dana', '2468')
    // The sign-in has ended the locked one: its board hears the farewell, and the screen asks.
    void visit.ask()
    await vi.waitUntil(() => server.asked('/api/sign-in') === 1)
    expect(server.asked('/api/me')).toBe(0)
    await server.answers('/api/sign-in', 204)
    await server.answers('/api/units', 200, [])
    await server.answers('/api/me', 200, { ...priya, member: 'dana', locked: false })
    expect(visit.standing).toMatchObject({ is: 'member', member: 'dana' })
    if ('board' in visit.standing) visit.standing.board.close()
  })

  it('Y-10 is who signed in while the question was under way', async () => {
    const visit = await locked()
    void visit.ask()
    await vi.waitUntil(() => server.asked('/api/me') === 1)
    void visit.signIn(maple, 'dana', '2468')
    await server.answers('/api/sign-in', 204)
    await vi.waitUntil(() => visit.standing.is === 'member')
    await server.answers('/api/units', 200, [])
    await server.answers('/api/me', 401, { title: 'not signed in' })
    await vi.waitUntil(() => server.asked('/api/me') === 1)
    expect(visit.standing).toMatchObject({ is: 'member', member: 'dana' })
    await server.answers('/api/units', 200, [])
    await server.answers('/api/me', 200, { ...priya, member: 'dana', locked: false })
    expect(visit.standing).toMatchObject({ is: 'member', member: 'dana' })
    if ('board' in visit.standing) visit.standing.board.close()
  })
})

describe('turns', () => {
  it('Y-10 an answer is of the turn in which it was asked for, and no change is under way', async () => {
    const turns = new Turns()
    const asked: ((answer: string) => void)[] = []
    const ask = () => new Promise<string>(answer => asked.push(answer))
    const latest = turns.latest(ask)
    await vi.waitUntil(() => asked.length === 1)
    const changes: ((answer: string) => void)[] = []
    const taken = turns.take(() => new Promise<string>(done => changes.push(done)))
    asked[0]?.('before')
    changes[0]?.('changed')
    expect(await taken).toBe('changed')
    await vi.waitUntil(() => asked.length === 2)
    asked[1]?.('after')
    expect(await latest).toBe('after')
  })

  it('a change that fails is over too', async () => {
    const turns = new Turns()
    await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await turns.latest(() => Promise.resolve('now'))).toBe('now')
  })
})
