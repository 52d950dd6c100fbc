/**
 * P10 under tab kills: a real Chromium, a real server. Tabs are ended at random moments while they keep and send what is
 * entered, every tenth time the server with them. What the device said it kept is compared with the journal, id by id.
 * `OUTBOX_KILLS` sets how many kills (default 10), `FAULT_SEED` plays the same moments again.
 */
import { chromium, type Browser, type BrowserContext } from '@playwright/test'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAddress } from '../../../server/journal/address.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { startRedis, type TestRedis } from '../../support/redis.ts'
import { TestServer, signIn } from '../../support/server.ts'
import { everyEvent } from '../read-journal.ts'
import { drawing } from './drawing.ts'

const unit = 'maple-house'
const kills = Number(process.env['OUTBOX_KILLS'] ?? 10)
const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 100_000)
const seconds = 1_000

/** The page's program, as a browser takes it. */
async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [svelte({ configFile: false })],
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: 'test/faults/outbox/page.ts', formats: ['es'], fileName: 'page' }
    }
  })
  const [first] = made as Rolldown.RolldownOutput[]
  return first?.output.find(file => file.type === 'chunk')?.code ?? ''
}

type Ids = Record<'entered' | 'kept' | 'recorded' | 'refused', string[]>

describe(`tabs that are killed (seed ${seed})`, () => {
  let redis: TestRedis
  let server: TestServer
  let browser: Browser
  let context: BrowserContext
  const ids: Ids = { entered: [], kept: [], recorded: [], refused: [] }

  beforeAll(async () => {
    redis = await startRedis()
    const args = ['--unit', 'docs/examples/maple-house.json']
    server = await TestServer.start({ redis: redis.url, args, environment: { DEMO: 'off' } })
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    context = await browser.newContext()
    const [name = '', value = ''] = (await signIn(server.origin, unit, 'priya', '1729')).split(/=(.*)/s)
    await context.addCookies([{ name, value, url: server.origin }])
    const body = await bundled()
    await context.route('**/outbox.js', route => route.fulfill({ contentType: 'text/javascript', body }))
    await context.exposeFunction('said', (what: keyof Ids, id: string) => void ids[what].push(id))
  })

  afterAll(async () => {
    await browser.close()
    await server.remove()
    await redis.remove()
  })

  async function tab(entering: boolean) {
    const page = await context.newPage()
    // A document of the server's own, without a program: the browser lets only that speak to it.
    await page.goto(`${server.origin}/push-worker.js`)
    await page.addScriptTag({ type: 'module', url: '/outbox.js' })
    await page.waitForFunction(() => typeof window.work === 'function')
    await page.evaluate(going => window.work('priya', going), entering)
    return page
  }

  /** Killed once it has entered a few, at a moment within what they take to be kept and sent. */
  async function killed(after: number, wait: number): Promise<void> {
    const page = await tab(true)
    const until = ids.entered.length + after
    await expect
      .poll(() => ids.entered.length, { interval: 1, timeout: 20 * seconds })
      .toBeGreaterThanOrEqual(until)
    await new Promise(done => setTimeout(done, wait))
    const session = await context.newCDPSession(page)
    const gone = new Promise(done => page.once('crash', done))
    void session.send('Page.crash').catch(() => undefined)
    await gone
    await page.close()
  }

  it(
    `N-12 P10: after ${kills} kills nothing that was kept is lost, and nothing is doubled or overtaken`,
    async () => {
      const draw = drawing(seed)
      for (let done = 1; done <= kills; done++) {
        const together = done % 10 === 0
        await killed(1 + draw(6), draw(30))
        if (together) {
          await server.kill()
          await server.start()
        }
      }
      const last = await tab(false)
      await expect.poll(() => last.evaluate(() => window.waiting()), { timeout: 60 * seconds }).toBe(0)

      const journal = await everyEvent(parseAddress(redis.url), unit as UnitId)
      const recorded = journal.flatMap(({ command, event }) =>
        event.type === 'check-in.completed' ? [command] : []
      )
      const there = new Set<string>(recorded)
      const lost = ids.kept.filter(id => !there.has(id))
      const unkept = ids.entered.filter(id => !ids.kept.includes(id))
      const order = ids.entered.filter(id => there.has(id))
      process.stdout.write(
        `seed ${seed}: ${kills} tab kills, ${ids.entered.length} entered, ${ids.kept.length} said kept, ` +
          `${unkept.length} killed before that (${unkept.filter(id => there.has(id)).length} of them recorded), ` +
          `${ids.refused.length} refused, ${recorded.length} recorded, ${lost.length} lost, ` +
          `${recorded.length - there.size} doubled\n`
      )
      expect(lost).toEqual([])
      expect(recorded).toEqual([...there])
      expect(recorded).toEqual(order)
      expect(ids.refused).toEqual([])
      expect(ids.kept.length).toBeGreaterThan(kills)
    },
    (60 + kills * 15) * seconds
  )
})
