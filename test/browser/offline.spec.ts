/**
 * A tablet without its server, as people live it: a real server that is killed, ten minutes in which thirty checks are
 * made, a page that is closed meanwhile. The minutes are moved, not waited for.
 */
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { parseAddress } from '../../server/journal/address.ts'
import type { CheckInEvent } from '../../shared/check-ins/check-in.ts'
import type { UnitId } from '../../shared/ids.ts'
import { everyEvent } from '../faults/read-journal.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'
import { TestServer } from '../support/server.ts'

const unit = 'maple-house'
const checks = 30
const outage = 600_000

let redis: TestRedis
let server: TestServer

test.beforeEach(async () => {
  redis = await startRedis()
  const environment = { DEMO: 'off' }
  const args = ['--unit', 'docs/examples/maple-house.json']
  server = await TestServer.start({ redis: redis.url, args, environment })
})

test.afterEach(async () => {
  await server.remove()
  await redis.remove()
})

async function enterPin(page: Page): Promise<void> {
  await page.getByRole('region', { name: /PIN/ }).waitFor()
  for (const digit of '1729') await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
}

async function signedIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(server.origin)
  await page.getByLabel('Sign-in name').fill('priya')
  await enterPin(page)
  await expect(page.getByText('Live', { exact: true }).first()).toBeVisible()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  return page
}

type Look = Extract<CheckInEvent, { type: 'check-in.completed' }>

const isLook = (event: { type: string }): event is Look => event.type === 'check-in.completed'

interface Waiting {
  id: string
  fields: { stay: string; seenAt: number }
}

/** What the device keeps; `earlier`: first moved back by so many milliseconds, as if the outage had begun then. */
function kept(page: Page, earlier = 0): Promise<Waiting[]> {
  return page.evaluate(
    moved =>
      new Promise<Waiting[]>((done, failed) => {
        const opening = indexedDB.open('milieu-outbox')
        opening.onerror = () => failed(opening.error)
        opening.onsuccess = () => {
          const store = opening.result.transaction('kept', 'readwrite').objectStore('kept')
          const all = store.getAll()
          all.onsuccess = () => {
            const entries = all.result as (Waiting & { enteredAt: number })[]
            for (const entry of moved > 0 ? entries : []) {
              entry.fields.seenAt -= moved
              entry.enteredAt -= moved
              store.put(entry)
            }
            store.transaction.oncomplete = () => {
              opening.result.close()
              done(entries)
            }
          }
        }
      }),
    earlier
  )
}

async function look(page: Page, at: number): Promise<void> {
  const people = page.getByRole('main').getByRole('listitem').getByRole('link')
  await people.nth(at % (await people.count())).click()
  await page.getByRole('button', { name: 'Calm', exact: true }).first().click()
  await page.getByRole('button', { name: 'Sitting', exact: true }).first().click()
  await page.getByRole('button', { name: /^Seen \d/ }).click()
}

test('N-1, N-2, N-8, N-9 and N-11 thirty checks of ten minutes without a server outlive the page, and arrive once, in order', async ({
  browser
}, info) => {
  test.setTimeout(360_000)
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'en-CA' })
  const page = await signedIn(context)
  await server.kill()
  for (let at = 0; at < checks; at++) {
    await look(page, at)
    await page.clock.fastForward(outage / checks)
  }
  await expect(page.getByRole('heading', { name: 'Kept on this tablet' })).toBeVisible()
  await page.screenshot({ path: info.outputPath('kept.png') })
  expect((await kept(page)).length).toBe(checks)
  const waiting = await kept(page, outage + 60_000)
  await page.close()

  const again = await context.newPage()
  await again.goto(server.origin)
  await expect(again.getByRole('heading', { name: 'No connection' })).toBeVisible()
  await expect(again.getByText(`${checks} checks kept here`)).toBeVisible()
  await expect(again.getByRole('button', { name: /Crisis/ })).toBeVisible()
  await again.screenshot({ path: info.outputPath('cut-off.png') })

  // By then it was left for too long: whoever comes shows who they are.
  await again.clock.fastForward(180_000)
  await server.start()
  await enterPin(again)
  await expect(again.getByText(`${checks} entries were sent late`)).toBeVisible({ timeout: 30_000 })
  await expect.poll(async () => (await kept(again)).length, { timeout: 30_000 }).toBe(0)
  await again.screenshot({ path: info.outputPath('sent-late.png') })

  const journal = await everyEvent(parseAddress(redis.url), unit as UnitId)
  const recorded = journal.flatMap(({ command, event }) =>
    isLook(event) ? [[command, event.stay, event.seenAt]] : []
  )
  expect(recorded).toEqual(waiting.map(({ id, fields: { stay, seenAt } }) => [id, stay, seenAt]))
})

test('N-7 the worker keeps the shell and nothing that the server said, and leaves the wall alone', async ({
  browser
}) => {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'en-CA' })
  const page = await signedIn(context)
  await page.reload()
  await expect(page.getByText('Live', { exact: true }).first()).toBeVisible()
  const held = await page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(held.length).toBeGreaterThan(5)
  expect(held.filter(path => !/^\/(?:assets\/[\w.-]+|icon[\w-]*\.svg)$/.test(path))).toEqual([])
  expect(held.filter(path => path.includes('wall'))).toEqual([])
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
    return link ? ((await (await fetch(link.href)).json()) as { icons: { src: string }[] }) : null
  })
  const icons = await Promise.all(manifest?.icons.map(({ src }) => fetch(server.origin + src)) ?? [])
  expect(icons.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  await server.kill()
  const wall = await context.newPage()
  await expect(wall.goto(`${server.origin}/wall`)).rejects.toThrow('ERR_CONNECTION_REFUSED')
})
