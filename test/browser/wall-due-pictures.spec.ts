/** What is due on the wall, as pictures: late checks, somebody left alone, the night, a board that is not current. */
import { expect, test } from '@playwright/test'
import { isClean } from './gallery/clean.ts'
import { dueStates } from './gallery/due-states.ts'
import { openStill, picture, sizes } from './gallery/open.ts'

const faces = [
  { state: 'alone', language: 'en', theme: 'day', looks: ['wall-1080', 'wall-4k'] },
  { state: 'alone', language: 'fr', theme: 'night', looks: ['wall-portrait'] },
  { state: 'night-held', language: 'fr', theme: 'night', looks: ['wall-1080'] },
  { state: 'night-alone', language: 'en', theme: 'night', looks: ['wall-1080'] },
  { state: 'alone-cut', language: 'fr', theme: 'day', looks: ['wall-1080'] }
] as const

for (const { state, language, theme, looks } of faces)
  test(`@picture wall-due-${state}-${language}`, async ({ page }) => {
    for (const size of looks) {
      if (size === looks[0]) await openStill(page, { ...dueStates[state](), language, theme }, size)
      else await page.setViewportSize(sizes[size])
      const cut = await page.locator('.owed:not(.cut-off)').evaluateAll(rows =>
        rows.flatMap(row => {
          const names = [...row.querySelectorAll('h3 > span, .time')]
          return names.filter(name => name.scrollWidth > name.clientWidth + 1).map(name => name.textContent)
        })
      )
      expect(cut, `names and times that are cut, ${size}`).toEqual([])
      await picture(page, `wall-due-${state}-${size.slice(5)}-${language}`)
    }
    await isClean(page)
  })

test('X-13 X-15 who is left alone stands above all that is due, then the worst check, larger than the others', async ({
  page
}) => {
  await openStill(page, dueStates.alone(), 'wall-1080')
  const rows = page.locator('.due .owed')
  await expect(rows.nth(0)).toContainText('Nobody is with')
  await expect(rows.nth(0)).toContainText('0:58')
  await expect(rows.nth(1)).toHaveClass(/late worst/)
  const height = (row: number) =>
    rows
      .nth(row)
      .locator('h3 > span')
      .evaluate(name => parseFloat(getComputedStyle(name).fontSize))
  expect(await height(1)).toBeGreaterThan(1.15 * (await height(2)))
})

test('X-16 a board that is not current counts nothing: times stand as last known, rings are empty', async ({
  page
}) => {
  for (const state of ['alone-stale', 'alone-cut'] as const) {
    await openStill(page, dueStates[state](), 'wall-1080')
    await expect(page.locator('.uncovered .time')).toHaveText(/since\s+14:17/)
    await expect(page.locator('.ring .r1')).toHaveCount(0)
    for (const time of await page.locator('.due .owed:not(.cut-off) .time').allTextContents())
      expect(time).toMatch(/\d\d:\d\d/)
  }
})
