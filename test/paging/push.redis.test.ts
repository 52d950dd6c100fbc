import { createPublicKey, verify } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { CommandId, MemberId, PlaceId } from '../../shared/ids.ts'
import { smallUnit, withBoard } from '../http/board.ts'
import { withRedis } from '../support/redis.ts'
import { pushBrowser } from './push-browser.ts'
import { Receiver, type Answer, type Heard } from './receiver.ts'

const redis = withRedis()
const board = withBoard(redis)
const { id: unit } = smallUnit
const ada = 'ada' as MemberId

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

async function pushing(...answers: Answer[]): Promise<Receiver> {
  const made = await new Receiver().start()
  made.answers = answers
  undo.push(() => made.stop())
  return made
}

/** Whether the request is signed by that key for the service it goes to (RFC 8292). */
function isSignedFor({ headers }: Heard, key: string, origin: string): boolean {
  const token = /t=([^,]+)/.exec(headers.authorization ?? '')?.[1] ?? ''
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map(part => part.toString('base64url'))
  const publicKey = createPublicKey({
    key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' },
    format: 'jwk'
  })
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url')
  )
  const { aud } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string }
  return signed && aud === origin
}

const submit = (command: object, by: object = { kind: 'loader' }) =>
  board.board.node.units.submit(
    unit,
    command as never,
    crypto.randomUUID() as string as CommandId,
    by as never
  )

async function wanted(push: boolean): Promise<void> {
  const { description } = (await board.board.node.units.with(unit, host => host.state)).profile
  await submit({ type: 'profile.describe', description: { ...description, push } })
}

const raise = (fields: object = {}) =>
  submit(
    { type: 'alert.raise', kind: 'medical', place: 'day-room' as PlaceId, ...fields },
    { kind: 'member', member: 'ben' }
  )

const ask = (cookie: string, method: string, body?: object) =>
  fetch(`${board.origin}/api/push`, {
    method,
    headers: { cookie, origin: board.origin, 'content-type': 'application/json' },
    body: body ? JSON.stringify(body) : null
  })

/** Signs Ada in, on shift, with a browser that wants to be told. */
async function subscribed(to: Receiver, language = 'fr') {
  await wanted(true)
  await submit({ type: 'member.start-shift', member: ada })
  const cookie = await board.signedIn('ada', '271828')
  const { keys, read } = pushBrowser()
  const endpoint = `${to.url}/${crypto.randomUUID()}`
  const answer = await ask(cookie, 'POST', { subscription: { endpoint, keys }, language })
  undo.push(() => board.board.access.subscriptions.forget(unit, ada, endpoint))
  return { cookie, endpoint, read, status: answer.status }
}

interface Said {
  alert: string
  over: boolean
  quiet: boolean
}

/** The first that is as wanted; alerts of other tests go on meanwhile. */
async function first(to: Receiver, read: (heard: Heard) => object, wanted: (said: Said) => boolean) {
  for (let count = 1; ; count++) {
    const heard = (await to.has(count))[count - 1]
    const said = heard && (read(heard) as Said)
    if (said && wanted(said)) return { said, topic: heard.headers['topic'] }
  }
}

/** The name of a sign-in, as its cookie has it. */
const idOf = (cookie: string): string => /^milieu=s:([^.]+)\./.exec(decodeURIComponent(cookie))?.[1] ?? ''

const standing = async (cookie: string) =>
  (await (await ask(cookie, 'GET')).json()) as { key: string; endpoints: string[] }

describe('Web Push', () => {
  it('B-12 tells a browser what and where, so that it alone can read it, signed by the board', async () => {
    const to = await pushing()
    const { cookie, read, status } = await subscribed(to)
    expect(status).toBe(204)
    const { key, endpoints } = await standing(cookie)
    expect(endpoints).toHaveLength(1)
    await raise()
    const [told] = await to.has(1)
    if (!told) throw new Error('nothing came')
    expect(isSignedFor(told, key, to.url)).toBe(true)
    const said = read(told)
    expect(said).toMatchObject({ title: 'Small Unit', language: 'fr', over: false, quiet: false })
    expect(JSON.stringify(said)).toContain('Day room')
    expect(told.body.toString('latin1')).not.toContain('Day room')
    for (const who of ['ada', 'ben', 'Synthetic']) expect(JSON.stringify(said)).not.toContain(who)
  })

  it('B-12 forgets a browser whose push service says that it is gone', async () => {
    const to = await pushing(410)
    const { cookie } = await subscribed(to)
    const off = new Promise<void>(done => {
      board.board.node.units.onChanged(({ state }) => {
        if (!Object.hasOwn(state.paging.pushing, ada)) done()
      })
    })
    await raise({ kind: 'fire' })
    await to.has(1)
    await off
    expect((await standing(cookie)).endpoints).toEqual([])
  })

  it('B-13 tells a locked device what anyone may read there, so nothing silent', async () => {
    const to = await pushing()
    const { cookie, read } = await subscribed(to, 'en')
    expect((await board.post('/api/lock', {}, { cookie })).status).toBe(204)
    const settled = new Promise<void>(done => {
      board.board.node.units.onChanged(({ state }) => {
        const silent = state.paging.letters.filter(({ call }) => call.silent)
        if (silent.some(letter => letter.state.is === 'queued' && letter.attempts === 1)) done()
      })
    })
    await raise({ kind: 'staff-duress', silent: true })
    await settled
    expect(to.heard).toEqual([])
    await raise({ kind: 'weapon' })
    const [told] = await to.has(1)
    expect(told && read(told)).toMatchObject({ language: 'en', text: 'High · Weapon · Day room' })
  })

  it('B-15 says of a silent alert only to look at the board', async () => {
    const to = await pushing()
    const { read } = await subscribed(to, 'en')
    await raise({ kind: 'self-harm', silent: true })
    const { said } = await first(to, read, ({ quiet }) => quiet)
    expect(said).toMatchObject({ text: 'Please look at the board', over: false })
    expect(JSON.stringify(said)).not.toMatch(/[Hh]arm|Day room|[Ss]ilent/)
  })

  it('B-17 names all that it sends of an alert alike, so that the last takes the place of what waits', async () => {
    const to = await pushing()
    const { read } = await subscribed(to)
    const alert = crypto.randomUUID()
    const asked = { type: 'alert.raise', kind: 'weapon', place: 'day-room' as PlaceId, drill: true }
    const by = { kind: 'member', member: 'ben' as MemberId } as const
    await board.board.node.units.submit(unit, asked as never, alert as string as CommandId, by)
    const begun = await first(to, read, said => said.alert === alert && !said.over)
    await submit({ type: 'alert.cancel', alert }, by)
    const ended = await first(to, read, said => said.alert === alert && said.over)
    expect(begun.topic).toMatch(/^[\w-]{32}$/)
    expect(ended.topic).toBe(begun.topic)
  })

  it('B-19 goes with the same member who signs in again on the device, not with another', async () => {
    const to = await pushing()
    const { cookie, endpoint } = await subscribed(to)
    const again = await board.signedIn('ada', '271828', cookie)
    const signIns = async () =>
      (await board.board.access.subscriptions.of(unit, ada))
        .filter(kept => kept.subscription.endpoint === endpoint)
        .map(({ signIn }) => signIn)
    expect(await signIns()).toEqual([idOf(again)])
    await raise({ kind: 'fire', drill: true })
    await to.has(1)
    const other = await board.signedIn('cleo', '161803', again)
    expect(await signIns()).toEqual([idOf(again)])
    expect((await standing(other)).endpoints).toEqual([])
    expect(await board.board.access.subscriptions.of(unit, 'cleo' as MemberId)).toEqual([])
  })

  it('B-13 is switched on and off by who is signed in there, and only where the unit wants it', async () => {
    const to = await pushing()
    const { cookie, endpoint } = await subscribed(to)
    expect((await ask(cookie, 'DELETE', { endpoint })).status).toBe(204)
    expect((await standing(cookie)).endpoints).toEqual([])
    const on = (at: string, keys: object = pushBrowser().keys) =>
      ask(cookie, 'POST', { subscription: { endpoint: at, keys }, language: 'en' })
    expect((await on('https://10.0.0.7/x')).status).toBe(400)
    expect((await on('https://push.example/x', { p256dh: 'x', auth: 'y' })).status).toBe(400)
    expect((await on('https://push.example/x')).status).toBe(204)
    expect((await ask(cookie, 'DELETE', { endpoint: 'https://push.example/x' })).status).toBe(204)
    expect((await ask('', 'GET')).status).toBe(401)
    await wanted(false)
    expect(await standing(cookie)).toEqual({ key: null, endpoints: [] })
    expect((await on(endpoint)).status).toBe(403)
  })
})
