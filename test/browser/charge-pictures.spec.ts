/** Every state of the charge screen, as a picture, checked with axe and for rows that are seen in part. */
import { expect, test } from '@playwright/test'
import { halves, openCharge, type ChargeState } from './gallery/charge-desk.ts'
import { isClean } from './gallery/clean.ts'
import { picture, type sizes } from './gallery/open.ts'
import type { Still } from './gallery/still.ts'

type Shot = [state: ChargeState, size: keyof typeof sizes, more?: Partial<Pick<Still, 'language' | 'theme'>>]

const shots: Shot[] = [
  ['plan', 'desk-1366'],
  ['plan', 'desk-1366', { language: 'fr', theme: 'night' }],
  ['alerts', 'desk-1366'],
  ['alerts', 'desk-1920', { language: 'fr' }],
  ['three-alerts', 'desk-1366', { language: 'fr' }],
  ['three-alerts', 'desk-1920', { theme: 'night' }],
  ['given-back', 'desk-1366'],
  ['drills', 'desk-1366', { language: 'fr' }],
  ['crowded', 'desk-1366', { language: 'fr' }],
  ['crowded-alert', 'desk-1366', { language: 'fr' }],
  ['crowded', 'desk-1920'],
  ['short-handed', 'desk-1366'],
  ['not-high', 'desk-1366', { language: 'fr' }],
  ['not-live', 'desk-1366']
]

for (const [state, size, { language = 'en', theme = 'day' } = {}] of shots) {
  const name = ['charge', state, size, language === 'fr' && 'fr', theme !== 'day' && theme]
    .filter(Boolean)
    .join('-')
  test(`O-27 @picture ${name}`, async ({ page }) => {
    await openCharge(page, state, size, { language, theme })
    expect(await halves(page)).toEqual([])
    await isClean(page)
    await picture(page, name)
    if (name !== 'charge-plan-desk-1366') return
    await page.setViewportSize({ width: 1920, height: 1080 })
    await picture(page, 'charge-plan-desk-1920')
  })
}

test('O-27 what there is no room for is counted, and one tap goes on to it', async ({ page }) => {
  await openCharge(page, 'alerts')
  const list = page.locator('.memlist')
  const more = list.getByRole('button', { name: /more$/ })
  const last = list.locator('.mem').last()
  await expect(last).not.toBeInViewport()
  await more.click()
  await expect(last).toBeInViewport({ ratio: 1 })
  expect(await halves(page)).toEqual([])
  await list.getByRole('button', { name: /above$/ }).click()
  await expect(list.locator('.mem').first()).toBeInViewport({ ratio: 1 })
})

test('O-28 that the unit is made up is said whole, however much else stands in the head', async ({
  page
}) => {
  for (const state of ['plan', 'three-alerts', 'late-meanwhile', 'not-live'] as const) {
    await openCharge(page, state, 'desk-1366', { language: 'fr' })
    const cut = await page.locator('.top').evaluate(head =>
      [...head.querySelectorAll<HTMLElement>('.when, .when small, .facts, .facts > *, .link, time')].flatMap(
        part => {
          const text = document.createRange()
          text.selectNodeContents(part)
          const [at, room] = [text.getBoundingClientRect(), head.getBoundingClientRect()]
          const spills = at.right > room.right || at.bottom > room.bottom + 1 || at.top < room.top - 1
          return spills || part.scrollWidth > part.clientWidth + 1 ? [part.textContent.trim()] : []
        }
      )
    )
    expect(cut, state).toEqual([])
    await expect(page.locator('.when small')).toHaveText('unité de démonstration, personnes fictives')
  }
})
