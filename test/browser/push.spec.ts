/**
 * Web Push as a browser lives it: the real server encrypts for a browser whose keys are ours, on a push service of ours;
 * what it says is then delivered to the real worker in a real Chromium.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type BrowserContext, type CDPSession, type Page } from '@playwright/test'
import { io, type Socket } from 'socket.io-client'
import type { Outcome } from '../../shared/protocol/submit.ts'
import { protocolVersion } from '../../shared/protocol/version.ts'
import { pushBrowser, type PushBrowser } from '../paging/push-browser.ts'
import { Receiver } from '../paging/receiver.ts'
import { signIn, TestServer } from '../support/server.ts'

const unit = 'maple-house'
const folder = mkdtempSync(join(tmpdir(), 'milieu-push-'))
const receiver = new Receiver()
let server: TestServer
let dana: Socket

test.beforeAll(async () => {
  const described = JSON.parse(readFileSync('docs/examples/maple-house.json', 'utf8')) as object
  const file = join(folder, 'unit.json')
  writeFileSync(file, JSON.stringify({ ...described, push: true }))
  await receiver.start()
  const environment = { DEMO: 'off', PUSH_LOOPBACK: 'on' }
  server = await TestServer.start({ args: ['--unit', file], environment })
  const ruth = await live('ruth', '2718', 'charge')
  await submit(ruth, { type: 'member.start-shift', member: 'helen' })
  ruth.disconnect()
  dana = await live('dana', '3141', 'tablet')
})

test.afterAll(async () => {
  dana.disconnect()
  receiver.stop()
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
})

async function live(member: string, pin: string, audience: string): Promise<Socket> {
  const cookie = await signIn(server.origin, unit, member, pin)
  const socket = io(server.origin, { path: '/live', transports: ['websocket'], extraHeaders: { cookie } })
  await new Promise<void>(done => socket.once('connect', done))
  await socket.timeout(5_000).emitWithAck('hello', { protocol: protocolVersion, unit, audience })
  return socket
}

const submit = async (socket: Socket, command: object, id: string = crypto.randomUUID()): Promise<Outcome> =>
  (await socket.timeout(5_000).emitWithAck('submit', { ...command, id })) as Outcome

/** Helen's tablet, with the worker, where what the server sends is read with the keys that she subscribed with. */
class Phone {
  readonly page: Page
  readonly #browser: PushBrowser
  readonly #path: string
  readonly #deliver: (payload: string) => Promise<unknown>

  private constructor(page: Page, browser: PushBrowser, path: string, deliver: Phone['deliver']) {
    this.page = page
    this.#browser = browser
    this.#path = path
    this.#deliver = deliver
  }

  static async open(context: BrowserContext, language: 'en' | 'fr'): Promise<Phone> {
    await context.grantPermissions(['notifications'], { origin: server.origin })
    const page = await context.newPage()
    const browser = pushBrowser()
    const path = `/${crypto.randomUUID()}`
    await page.goto(server.origin)
    await page.getByLabel('Sign-in name').fill('helen')
    await page.getByRole('region', { name: /PIN/ }).waitFor()
    for (const digit of '4669') await page.getByRole('button', { name: digit, exact: true }).click()
    await page.getByRole('button', { name: 'Enter', exact: true }).click()
    await expect(page.getByText('Live', { exact: true }).first()).toBeVisible({ timeout: 20_000 })
    const deliver = await workerOf(page)
    const body = { subscription: { endpoint: receiver.url + path, keys: browser.keys }, language }
    const status = await page.evaluate(async asked => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch('/api/push', { method: 'POST', headers, body: JSON.stringify(asked) })).status
    }, body)
    expect(status).toBe(204)
    return new Phone(page, browser, path, deliver)
  }

  get deliver(): (payload: string) => Promise<unknown> {
    return this.#deliver
  }

  /** Waits for what the server sends of an alert, and gives it to the worker. */
  async told(alert: string, over = false): Promise<string> {
    for (let count = 1; ; count++) {
      const heard = (await receiver.has(count))[count - 1]
      if (heard?.path !== this.#path) continue
      const said = this.#browser.read(heard) as { alert: string; over: boolean }
      if (said.alert !== alert || said.over !== over) continue
      const payload = JSON.stringify(said)
      const before = await shownBy(this.page)
      await this.#deliver(payload)
      if (!over) await expect.poll(() => shownBy(this.page)).toBe(before + 1)
      return payload
    }
  }

  /** What lies on the screen of the device. */
  notifications(): Promise<{ title: string; body: string; lang: string; silent: boolean; stays: boolean }[]> {
    return this.page.evaluate(async () => {
      const shown = await (await navigator.serviceWorker.ready).getNotifications()
      return shown.map(({ title, body, lang, silent, requireInteraction: stays }) => {
        return { title, body, lang, silent: silent === true, stays }
      })
    })
  }

  /** A tap, as the worker is told of it. */
  async tap(): Promise<void> {
    const [worker] = this.page.context().serviceWorkers()
    await worker?.evaluate(async () => {
      const scope = globalThis as unknown as WorkerScope
      const [notification] = await scope.registration.getNotifications()
      scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }))
    })
  }
}

/** As far as a tap needs it: this file is checked for pages, not for workers. */
interface WorkerScope extends EventTarget {
  registration: ServiceWorkerRegistration
  shown: number
  NotificationEvent: new (type: string, init: object) => Event
}

async function workerOf(page: Page): Promise<(payload: string) => Promise<unknown>> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const registered = new Promise<string>(done => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const active = versions.find(({ status }) => status === 'activated')
      if (active) done(active.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js')
    await navigator.serviceWorker.ready
  })
  const registrationId = await registered
  await page
    .context()
    .serviceWorkers()[0]
    ?.evaluate(() => {
      const scope = globalThis as unknown as WorkerScope
      const { registration } = scope
      const show = registration.showNotification.bind(registration)
      scope.shown = 0
      registration.showNotification = async (title, options) => {
        await show(title, options)
        scope.shown++
      }
    })
  return data =>
    session.send('ServiceWorker.deliverPushMessage', { origin: server.origin, registrationId, data })
}

/**
 * How many notifications the worker has put on the screen, each to its end. Asked for the list while one is only half
 * shown, Chromium takes it for one that was swept away, and forgets it.
 */
const shownBy = async (page: Page): Promise<number> => {
  const [worker] = page.context().serviceWorkers()
  return (await worker?.evaluate(() => (globalThis as unknown as WorkerScope).shown)) ?? NaN
}

const raise = async (fields: object): Promise<string> => {
  const alert = crypto.randomUUID()
  const asked = { type: 'alert.raise', kind: 'medical', place: 'day-room', ...fields }
  expect(await submit(dana, asked, alert)).toMatchObject({ outcome: 'recorded' })
  return alert
}

async function cancel(alert: string): Promise<void> {
  expect(await submit(dana, { type: 'alert.cancel', alert })).toMatchObject({
    outcome: 'recorded'
  })
}

test('B-15 a notification says what and where in the language of its browser, and never who', async ({
  browser
}) => {
  for (const [language, kind, said, lang] of [
    ['en', 'medical', 'High · Medical emergency · Day room', 'en'],
    ['fr', 'fire', 'Haute · Incendie · Salle commune', 'fr-CA']
  ] as const) {
    const context = await browser.newContext({ locale: 'en-CA' })
    const phone = await Phone.open(context, language)
    const alert = await raise({ kind })
    const payload = await phone.told(alert)
    expect(payload).not.toMatch(/dana|helen|Strand|Whitfield/i)
    await expect
      .poll(() => phone.notifications())
      .toEqual([{ title: 'Maple House', body: said, lang, silent: false, stays: true }])
    await cancel(alert)
    await context.close()
  }
})

test('B-16 a tap on a notification opens the alert on the tablet that is open', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'en-CA' })
  const phone = await Phone.open(context, 'en')
  const alert = await raise({ kind: 'weapon' })
  await phone.told(alert)
  await expect.poll(() => phone.notifications()).toHaveLength(1)
  await phone.tap()
  await phone.page.waitForURL(url => url.hash === `#/alert/${alert}`)
  await expect.poll(() => phone.notifications()).toEqual([])
  await cancel(alert)
  await context.close()
})

test('B-15 when the alert is over its notification is taken away', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'en-CA' })
  const phone = await Phone.open(context, 'en')
  const alert = await raise({ kind: 'behavioural' })
  await phone.told(alert)
  await expect.poll(() => phone.notifications()).toHaveLength(1)
  await cancel(alert)
  await phone.told(alert, true)
  await expect.poll(() => phone.notifications()).toEqual([])
  await context.close()
})

test('B-15 a silent alert says nothing of itself, and makes no sound', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'en-CA' })
  const phone = await Phone.open(context, 'en')
  const alert = await raise({ kind: 'staff-duress', silent: true })
  await phone.told(alert)
  await expect
    .poll(() => phone.notifications())
    .toMatchObject([{ title: 'Maple House', body: 'Please look at the board', silent: true }])
  await cancel(alert)
  await phone.told(alert, true)
  await expect.poll(() => phone.notifications()).toEqual([])
  await context.close()
})
