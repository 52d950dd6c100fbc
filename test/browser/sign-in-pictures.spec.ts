import { expect, test } from '@playwright/test'
import { isClean } from './gallery/clean.ts'
import { openStill, picture, type sizes } from './gallery/open.ts'
import { signInStates } from './gallery/sign-in-states.ts'
import type { Still } from './gallery/still.ts'

type Shot = [
  state: keyof typeof signInStates,
  size: keyof typeof sizes,
  more?: Partial<Pick<Still, 'language' | 'theme'>>
]

const shots: Shot[] = [
  ['sign-in', 'tablet-1024'],
  ['sign-in', 'phone-390', { language: 'fr' }],
  ['sign-in', 'desk-1366', { theme: 'night', language: 'fr' }],
  ['locked', 'tablet-1024'],
  ['locked', 'tablet-768', { language: 'fr' }],
  ['locked', 'phone-390', { theme: 'night' }],
  ['locked', 'desk-1366'],
  ['locked-alert', 'tablet-1024'],
  ['locked-alert', 'phone-390', { language: 'fr' }],
  ['locked-several', 'tablet-768', { language: 'fr', theme: 'night' }],
  ['locked-three', 'tablet-1024'],
  ['locked-three', 'phone-360', { language: 'fr' }],
  ['locked-cut-off', 'tablet-1024', { language: 'fr' }]
]

for (const [state, size, { language = 'en', theme = 'day' } = {}] of shots) {
  const name = [state, size, language === 'fr' && 'fr', theme !== 'day' && theme].filter(Boolean).join('-')
  test(`@picture the doors: ${name}`, async ({ page }) => {
    await openStill(page, { ...signInStates[state](), language, theme }, size)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, 'nothing is wider than the screen').toBeLessThanOrEqual(0)
    await isClean(page)
    await picture(page, name)
  })
}

for (const size of ['desk-1366', 'tablet-1024', 'tablet-768', 'phone-390', 'phone-360'] as const) {
  test(`every key of the PIN can be pressed beside three alerts: ${size}`, async ({ page }) => {
    for (const language of ['en', 'fr'] as const) {
      await openStill(page, { ...signInStates['locked-three'](), language }, size)
      const covered = await page.locator('.keys button').evaluateAll(keys =>
        keys
          .filter(key => {
            const { left, right, top, bottom } = key.getBoundingClientRect()
            const middle = (left + right) / 2
            return [top + 2, bottom - 2].some(y => document.elementFromPoint(middle, y) !== key)
          })
          .map(key => key.textContent.trim())
      )
      expect(covered, `under the foot, ${language}`).toEqual([])
    }
  })
}

test('a PIN goes to the pad once the name was given, and never into the name', async ({ page }) => {
  await openStill(page, signInStates['sign-in'](), 'tablet-1024')
  const name = page.locator('input')
  await name.click()
  await page.keyboard.type('dana')
  await page.keyboard.press('Enter')
  await page.keyboard.type('2468')
  expect(await name.inputValue()).toBe('dana')
  await expect(page.locator('.dots .full')).toHaveCount(4)
})
