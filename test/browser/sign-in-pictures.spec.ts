import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
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
  ['locked-cut-off', 'tablet-1024', { language: 'fr' }]
]

async function isClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([])
}

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
