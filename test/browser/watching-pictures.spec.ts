/** Watching without a break, and whom a group keeps from being seen: on tablets and on the charge screen. */
import { expect, test, type Page } from '@playwright/test'
import { isClean } from './gallery/clean.ts'
import { fitsHands } from './gallery/hands.ts'
import { openStill, picture, type sizes } from './gallery/open.ts'
import type { Still } from './gallery/still.ts'
import { pressTwice } from './gallery/tablet-open.ts'
import { watchingStates } from './gallery/watching-states.ts'

type Size = keyof typeof sizes
type More = Partial<Pick<Still, 'language' | 'theme' | 'answers'>>

async function open(page: Page, state: string, size: Size = 'tablet-1024', more: More = {}): Promise<void> {
  const made = watchingStates[state]?.()
  if (!made) throw new Error(`no state ${state}`)
  await page.addInitScript(() => localStorage.setItem('milieu:tablet:place', 'day-room'))
  await openStill(page, { ...made, ...more }, size)
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const submitted = (page: Page) => page.evaluate(() => window.board.submitted.map(({ fields }) => fields))

const shots: [state: string, size: Size, more?: More][] = [
  ['held', 'tablet-1024'],
  ['alone', 'phone-390', { language: 'fr' }],
  ['alone', 'tablet-1024', { theme: 'night' }],
  ['leading', 'phone-390', { language: 'fr' }]
]

for (const [state, size, { language = 'en', theme = 'day' } = {}] of shots) {
  const name = ['watching', state, size.split('-')[1], language === 'fr' && 'fr', theme !== 'day' && theme]
    .filter(Boolean)
    .join('-')
  test(`@picture ${name}`, async ({ page }) => {
    await open(page, state, size, { language, theme })
    await isClean(page)
    await fitsHands(page)
    await picture(page, name)
  })
}

test('T-113 who is watched stands above the round: by whom, since when, and when relief is due', async ({
  page
}) => {
  await open(page, 'held')
  const rows = page.locator('.beside-them li')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('Mira Solano')
  await expect(rows.first()).toContainText('Helen Strand since 13:00')
  await expect(rows.first().locator('.due')).toContainText('relief was due 14:00')
  await expect(rows.nth(1).locator('.due')).toHaveCount(0)
  await expect(page.locator('.gapstrip')).toHaveCount(0)
  await button(page, 'I relieve Helen Strand').click()
  expect(await submitted(page)).toEqual([{ type: 'watch.relieve', stay: 's13', relieves: 'helen' }])
  await expect(rows.first()).toContainText('Sending')
})

test('T-115, T-116 who lets go is told who could relieve them and what follows, and says why', async ({
  page
}) => {
  await open(page, 'mine', 'tablet-768', { language: 'fr' })
  await expect(page.locator('.side')).toContainText('Mira Solano')
  await button(page, 'Me retirer').click()
  await expect(page.locator('.letgo')).toContainText('une alerte est lancée après une minute')
  await expect(page.locator('.letgo')).toContainText('Ines Duarte')
  await expect(button(page, 'Dites d’abord pourquoi')).toBeDisabled()
  await button(page, 'Je vais à une alerte').click()
  await isClean(page)
  await fitsHands(page)
  await picture(page, 'watching-let-go-768-fr')
  await button(page, 'Me retirer maintenant').click()
  expect(await submitted(page)).toEqual([{ type: 'watch.release', stay: 's13', reason: 'at-alert' }])
  await page.evaluate(() => (location.hash = '#/unit'))
  await expect(page.locator('.members')).toContainText('Quelqu’un doit vous relever')
})

test('T-114 that nobody is with somebody counts up on every screen, and is taken with one tap', async ({
  page
}) => {
  await open(page, 'alone')
  const strip = page.locator('.gapstrip.loud')
  await expect(strip).toContainText('Nobody is with Mira Solano')
  await expect(strip).toContainText('0:22')
  await expect(strip).toContainText('Alert in 0:38')
  await strip.getByRole('button').click()
  expect(await submitted(page)).toEqual([{ type: 'watch.take', stay: 's13' }])
  await expect(strip).toContainText('Sending')
  await open(page, 'alone-offline')
  await expect(strip).toContainText('since 14:04')
  await expect(strip).toContainText('Alert at 14:05')
  await expect(strip.getByRole('button')).toHaveCount(0)
  await open(page, 'alone-charge', 'desk-1366')
  await expect(strip).toContainText('0:22')
  await isClean(page)
  await picture(page, 'watching-alone-charge-1366')
  await strip.getByRole('button').click()
  expect(await submitted(page)).toEqual([{ type: 'watch.take', stay: 's13' }])
})

test('T-114 an alert that is raised here does not hide that nobody is with somebody', async ({ page }) => {
  await open(page, 'alone', 'tablet-1024', { language: 'fr' })
  await page.evaluate(() => (location.hash = '#/round/s24'))
  const name = page.locator('.sheeted .beside-them .of b').first()
  await expect(name).toHaveText('Mira Solano')
  expect(
    await name.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  ).toBeLessThanOrEqual(0)
  await picture(page, 'watching-beside-sheet-1024-fr')
  await pressTwice(page)
  await page.locator('.kinds button').first().click()
  const strip = page.locator('dialog .gapstrip.loud')
  await expect(strip).toBeInViewport({ ratio: 1 })
  await isClean(page)
  await picture(page, 'watching-alone-sent-1024-fr')
  await strip.getByRole('button').click()
  expect((await submitted(page)).at(-1)).toEqual({ type: 'watch.take', stay: 's13' })
})

test('T-117, T-118 who leads a group sees whom to bring out, late first, and attests each of them by a tap', async ({
  page
}) => {
  await open(page, 'leading')
  const rows = page.locator('.pull')
  await expect(rows.first()).toHaveClass(/presses/)
  await expect(rows.first()).toContainText('bring out now')
  await expect(page.locator('.pull').filter({ hasText: 'a nurse scores' })).toHaveCount(1)
  await isClean(page)
  await picture(page, 'watching-leading-1024')
  await button(page, 'Seen, calm: Samir Haddad').click()
  await expect(page.locator('.pull').filter({ hasText: 'Sending' })).toHaveCount(1)
  await button(page, /^Imani Clarke looks otherwise/).click()
  await button(page, 'Anxious').click()
  const [first, second, ...rest] = await submitted(page)
  expect(rest).toEqual([])
  const both = { activity: 'in-group', place: 'group-1', meeting: 'relapse~2026-06-16~1330' }
  expect(first).toMatchObject({ type: 'check-in.complete', stay: 's19', presentation: 'calm', ...both })
  expect(second).toMatchObject({ stay: 's09', presentation: 'anxious', ...both })
  expect(first?.['pass']).toBe(second?.['pass'])
  await open(page, 'not-leading')
  await expect(rows.first()).toBeVisible()
  await expect(page.locator('.attest')).toHaveCount(0)
  await page.evaluate(() => (location.hash = '#/round'))
  await expect(page.locator('a.person[href="#/round/s19"]')).toContainText(
    'out of Relapse prevention, or Dana Whitfield attests'
  )
})

test('T-118 nobody in the list moves under a finger, what is attested can be undone, and what was missed is explained', async ({
  page
}) => {
  await open(page, 'leading-missed', 'tablet-1024', { answers: 'recorded' })
  const row = page.locator('.pull')
  const names = () => row.locator('.cut').allTextContents()
  const before = await names()
  await expect(
    row.filter({ hasText: 'Samir Haddad' }).filter({ hasText: 'missed in this group' })
  ).toHaveCount(1)
  const why = page.getByRole('link', { name: 'Say why it was missed: Imani Clarke' })
  await expect(why).toHaveAttribute('href', '#/round/s09')
  await expect(button(page, 'Seen, calm: Imani Clarke')).toHaveCount(0)
  await isClean(page)
  await fitsHands(page)
  await button(page, 'Seen, calm: Samir Haddad').dblclick()
  expect(await submitted(page)).toMatchObject([{ stay: 's19', reason: 'in-group' }])
  await page.evaluate(() => {
    const { s19, ...others } = window.still.rows.checkIns
    if (!s19) throw new Error('nothing is owed to Samir')
    const later = { ...s19, missed: 0, due: window.still.now + 3 * 3_600_000 }
    window.board.become({
      ...window.still,
      rows: { ...window.still.rows, checkIns: { ...others, s19: later } }
    })
  })
  await expect(row.filter({ hasText: 'off this list' })).toHaveCount(1)
  expect(await names()).toEqual(before)
  await expect(page.locator('.side .undo')).toContainText('Samir Haddad')
  await picture(page, 'watching-leading-missed-1024')
  await button(page, /^Undo/).click()
  expect((await submitted(page)).at(-1)).toMatchObject({ type: 'check-in.undo', stay: 's19' })
})

test('T-119 the plan of the day marks a meeting that people are to be brought out of, and lists them', async ({
  page
}) => {
  await open(page, 'group-charge', 'desk-1366')
  const meeting = page.locator('[data-meeting="relapse~2026-06-16~1330"]')
  await expect(meeting).toHaveAccessibleName(/to be brought out/)
  await meeting.click()
  await expect(page.locator('.pulled li').first()).toContainText('Samir Haddad')
  await isClean(page)
  await picture(page, 'watching-group-charge-1366')
})
