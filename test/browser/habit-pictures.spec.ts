/** Rounds as habits: the page in every state, how it is reached and left, and on paper. */
import { expect, test, type Page } from '@playwright/test'
import { isClean } from './gallery/clean.ts'
import { habitStates } from './gallery/habit-states.ts'
import { openStill, picture, type sizes } from './gallery/open.ts'
import type { Still } from './gallery/still.ts'

type State = keyof typeof habitStates
type Light = Partial<Pick<Still, 'language' | 'theme'>>

async function open(page: Page, state: State, size: keyof typeof sizes, more: Light = {}): Promise<void> {
  await openStill(page, { ...habitStates[state](), ...more }, size)
  await page.evaluate(() => (location.hash = '#/rounds'))
  await expect(page.getByRole('heading', { level: 1 }).last()).toBeFocused()
}

const shots: [State, keyof typeof sizes, Light?][] = [
  ['weeks', 'desk-1366'],
  ['weeks', 'desk-1920', { language: 'fr', theme: 'night' }],
  ['weeks-alert', 'desk-1366', { language: 'fr' }],
  ['not-live', 'desk-1366'],
  ['new-unit', 'desk-1366']
]

for (const [state, size, more = {}] of shots) {
  const name = ['habits', state, size, more.language, more.theme].filter(Boolean).join('-')
  test(`O-34 @picture ${name}`, async ({ page }) => {
    await open(page, state, size, more)
    await isClean(page)
    await picture(page, name)
    const wide = await page.locator('.habits').evaluate(one => one.scrollWidth - one.clientWidth)
    expect(wide, 'nothing stands beside the page').toBe(0)
    if (state !== 'weeks') return
    await page.locator('.members').scrollIntoViewIfNeeded()
    await page.locator('.habits').evaluate(one => one.scrollTo({ top: 460 }))
    await picture(page, `${name}-below`)
  })
}

test('O-34 the page has an address, a link and a place in the search; Esc and the address lead back', async ({
  page
}) => {
  await openStill(page, habitStates.weeks(), 'desk-1366')
  const link = page.getByRole('link', { name: 'Rounds as habits' })
  const title = page.getByRole('heading', { level: 1, name: /Rounds as habits/ })
  await link.click()
  await expect(title).toBeFocused()
  expect(new URL(page.url()).hash).toBe('#/rounds')
  await page.keyboard.press('Escape')
  await expect(link).toBeFocused()
  expect(new URL(page.url()).hash).toBe('')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('habits')
  await page.keyboard.press('Enter')
  await expect(title).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Find people')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(title, 'Esc closed the search, not the page').toBeVisible()
  await page.goBack()
  await expect(title).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Plan of the day' })).toBeVisible()
})

test('O-36, O-38: the map is walked by keys, and the head of a column sorts', async ({ page }) => {
  await open(page, 'weeks', 'desk-1366')
  await page.getByRole('gridcell', { name: /^Monday, 08:00/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  const cell = page.getByRole('gridcell', { name: /^Tuesday, 09:00 to 10:00: \d+ late or missed of \d+$/ })
  await expect(cell).toBeFocused()
  await expect(page.locator('.cell')).toHaveText((await cell.getAttribute('aria-label')) ?? '')
  const members = page.locator('.members')
  const late = members.getByRole('columnheader', { name: /^Late/ })
  const counts = () => members.locator('tbody tr td:nth-child(3)').allTextContents()
  await late.getByRole('button').press('Enter')
  await expect(late).toHaveAttribute('aria-sort', 'descending')
  expect((await counts()).map(Number)).toEqual((await counts()).map(Number).toSorted((a, b) => b - a))
  await late.getByRole('button').press('Enter')
  await expect(late).toHaveAttribute('aria-sort', 'ascending')
  await expect(members.getByRole('row', { name: /Mei Tanaka/ })).toContainText('too few looks')
})

for (const language of ['en', 'fr'] as const)
  test(`O-39 @picture habits are one page of A4 and one of Letter, black on white (${language})`, async ({
    page
  }) => {
    await open(page, 'weeks', 'desk-1366', { language, theme: 'night' })
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = (await page.pdf({ format })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
    }
    await page.emulateMedia({ media: 'print' })
    // A4 without its margins of 12 mm.
    await page.setViewportSize({ width: 703, height: 1032 })
    const [points, wide] = await page
      .locator('.habits')
      .evaluate(one => [
        Math.min(...[...one.querySelectorAll('*')].map(part => parseFloat(getComputedStyle(part).fontSize))) *
          0.75,
        one.scrollWidth - one.clientWidth
      ])
    expect(points).toBeGreaterThanOrEqual(7.99)
    expect(wide).toBe(0)
    if (language === 'fr') await picture(page, 'habits-print-fr')
  })
