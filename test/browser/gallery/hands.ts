import { expect, type Page } from '@playwright/test'

/**
 * Every target in view is at least 48 CSS pixels high, those of `large` 64, and nothing is wider than the screen.
 */
export async function fitsHands(page: Page, large = '.crisis'): Promise<void> {
  const small = await page.evaluate(large => {
    const targets = [...document.querySelectorAll<HTMLElement>('button, a[href], select, input, summary')]
    return targets.flatMap(target => {
      const { width, height } = target.getBoundingClientRect()
      const least = target.matches(large) ? 64 : 48
      return width > 0 && height > 0 && (height < least || width < 40)
        ? [`${target.className} ${width} x ${height}`]
        : []
    })
  }, large)
  expect(small).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}
