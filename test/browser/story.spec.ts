/**
 * The first paragraph of what this board is for, as people live it: a real server with a Redis of its own, and four
 * real pages. A counselor raises an alert, the wall shows it, a nurse comes; a round is checked off; the charge nurse gives
 * a group to another, and everyone sees it.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { TestServer } from '../support/server.ts'

/** The promise is 300 ms at the 99th percentile; one measurement on a busy machine is held to the one-second step. */
const paintedWithin = 1_000

let server: TestServer
let folder: string

/** The example unit, moved to where it is about ten in the morning now, so that the day has a past and a future. */
function unitAtTen(): string {
  folder = mkdtempSync(join(tmpdir(), 'milieu-story-'))
  const ahead = ((10 - new Date().getUTCHours() + 36) % 24) - 12
  const timeZone = ahead === 0 ? 'Etc/UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
  const unit = JSON.parse(readFileSync('docs/examples/maple-house.json', 'utf8')) as Record<string, unknown>
  const file = join(folder, 'unit.json')
  writeFileSync(file, JSON.stringify({ ...unit, timeZone }))
  return file
}

test.beforeAll(async () => {
  server = await TestServer.start({ args: ['--unit', unitAtTen()], environment: { DEMO: 'off' } })
})

test.afterAll(async () => {
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
})

async function wallPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.goto(server.wall('maple-house'))
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  return page
}

async function signedIn(browser: Browser, member: string, pin: string, path = '/'): Promise<Page> {
  const viewport = path === '/' ? { width: 1024, height: 768 } : { width: 1366, height: 768 }
  const context = await browser.newContext({ viewport, locale: 'en-CA' })
  const page = await context.newPage()
  await page.goto(`${server.origin}${path}`)
  await page.getByLabel('Sign-in name').fill(member)
  await page.getByRole('region', { name: /PIN/ }).waitFor()
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  await expect(page.getByText('Live', { exact: true }).first()).toBeVisible()
  return page
}

/** When a text is on the glass of a page: two frames after it is in the document. Milliseconds since 1970. */
function painted(page: Page, text: string): Promise<number> {
  return page.evaluate(
    wanted =>
      new Promise<number>(resolve => {
        const look = () => {
          if (!document.body.innerText.includes(wanted)) return requestAnimationFrame(look)
          return requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))
        }
        look()
      }),
    text
  )
}

/** When the finger lifted last, on that page. */
async function watchFinger(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    addEventListener(
      'click',
      () => ((window as never as { lifted: number }).lifted = performance.timeOrigin + performance.now()),
      true
    )
  })
  return () => page.evaluate(() => (window as never as { lifted: number }).lifted)
}

async function holdCrisis(page: Page): Promise<void> {
  const crisis = page.getByRole('button', { name: /Crisis/ })
  await crisis.hover()
  await page.mouse.down()
  await page.getByRole('heading', { name: 'What is happening?' }).waitFor()
  await page.mouse.up()
}

test('L-1 A-1 an alert raised on a tablet is on the wall at once, and everybody sees who comes', async ({
  browser
}) => {
  const wall = await wallPage(browser)
  const dana = await signedIn(browser, 'dana', '3141')
  const helen = await signedIn(browser, 'helen', '4669')

  await holdCrisis(dana)
  const lifted = await watchFinger(dana)
  const shown = painted(wall, 'Medical emergency')
  const taken = painted(helen, 'Medical emergency')
  await dana.getByRole('button', { name: 'Medical emergency' }).click()
  const began = await lifted()
  const [onWall, onTablet] = [(await shown) - began, (await taken) - began]
  test.info().annotations.push({
    type: 'to pixels',
    description: `wall ${onWall.toFixed(0)} ms, tablet ${onTablet.toFixed(0)} ms`
  })
  expect(onWall).toBeLessThan(paintedWithin)
  expect(onTablet).toBeLessThan(paintedWithin)

  await expect(dana.getByText('Recorded')).toBeVisible()
  await expect(dana.getByText(/Shown on [12]/)).toBeVisible()

  await helen.getByRole('button', { name: /I am coming/ }).click()
  await expect(wall.getByText('Helen Strand')).toBeVisible()
  await expect(dana.getByText('Helen Strand')).toBeVisible()
  await helen.getByRole('button', { name: /I am there/ }).click()
  await expect(wall.getByText(/2\s*there/)).toBeVisible()

  await helen
    .getByRole('link', { name: /Medical emergency/ })
    .first()
    .click()
  await helen.getByRole('link', { name: 'Resolve' }).click()
  await helen.getByRole('button', { name: 'First aid given' }).click()
  await helen.getByLabel(/What happened/).fill('Fainted, came round at once.')
  await helen.getByRole('button', { name: 'Resolve', exact: true }).click()
  await expect(wall.getByText('Medical emergency')).toHaveCount(0)
})

/** How walls call somebody, and their bed, as the unit file says. */
function described(name: string): { alias: string; bed: string } {
  const { people } = JSON.parse(readFileSync('docs/examples/maple-house.json', 'utf8')) as {
    people: { name: string; alias: string; bed: string }[]
  }
  const found = people.find(person => person.name === name)
  if (!found) throw new Error(`the unit file has no ${name}`)
  return found
}

test('R-1 a person is checked off, the round goes on to the next, and every screen says where they were seen', async ({
  browser
}) => {
  const wall = await wallPage(browser)
  const priya = await signedIn(browser, 'priya', '1729')
  const sam = await signedIn(browser, 'sam', '8314')
  const firstOn = (page: Page) => page.getByRole('main').getByRole('link').filter({ hasText: /Q15/ }).first()
  const name = (await firstOn(priya).innerText()).split('\n')[0] ?? ''
  const { alias, bed } = described(name)
  const onWall = wall.locator('.due article').filter({ hasText: alias })
  const onSams = sam.getByRole('main').getByRole('link').filter({ hasText: name }).filter({ hasText: bed })
  for (const row of [onWall, onSams]) {
    await expect(row).toHaveCount(1)
    await expect(row).not.toContainText('Hallway')
  }
  await expect(firstOn(sam)).toContainText(name)

  await firstOn(priya).click()
  await priya.getByRole('button', { name: 'Calm', exact: true }).first().click()
  // Nobody has seen this person before: what they do is not known yet. From the next check on it is filled in.
  await priya.getByRole('button', { name: 'Sitting', exact: true }).first().click()
  const where = priya.getByRole('group', { name: 'Where' })
  await where.getByRole('button', { name: 'More' }).click()
  await where.getByRole('button', { name: 'Hallway', exact: true }).click()
  await priya.getByRole('button', { name: /^Seen \d/ }).click()
  await expect(priya.getByText(/Undo/)).toBeVisible()
  await expect(firstOn(priya)).not.toContainText(name)
  await expect(onWall).toContainText('Hallway')
  await expect(onSams).toContainText('Hallway')
  await expect(firstOn(sam)).not.toContainText(name)
})

test('G-1 a group given to another is on the wall and on the tablets at once', async ({ browser }) => {
  const wall = await wallPage(browser)
  const ruth = await signedIn(browser, 'ruth', '2718', '/charge')
  const given = (to: string) => ruth.getByRole('button', { name: new RegExp(`^Sleep and recovery, .*${to}`) })
  await given('Priya Sato').click()
  await ruth
    .getByRole('region', { name: /On shift/ })
    .getByRole('button', { name: /Mei Tanaka/ })
    .click()
  await ruth.getByRole('button', { name: 'Give', exact: true }).click()
  await expect(given('Mei Tanaka')).toBeVisible()
  await expect(wall.getByRole('article').filter({ hasText: 'Sleep and recovery' })).toContainText(
    'Mei Tanaka'
  )
})
