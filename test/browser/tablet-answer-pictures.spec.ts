/** How an alert is answered from the screen that it takes, and what one does there. */
import { expect, test, type Page } from '@playwright/test'
import { isClean } from './gallery/clean.ts'
import { sizes } from './gallery/open.ts'
import { crisis, openTablet, submitted } from './gallery/tablet-open.ts'

test('an alert is answered from the screen that it takes', async ({ page }) => {
  await openTablet(page, 'alert')
  await page.getByRole('button', { name: /I am coming/ }).click()
  await expect(page.getByRole('button', { name: /I am coming/ })).toContainText('Sending')
  expect(await submitted(page)).toMatchObject([{ type: 'alert.acknowledge', answer: 'coming' }])
})

test('an alert is given to somebody else by name', async ({ page }) => {
  await openTablet(page, 'alert', 'phone-390')
  await page.getByRole('button', { name: 'Delegate to' }).click()
  await isClean(page, ['wcag21a'])
  await page.getByRole('button', { name: /Ines Duarte/ }).click()
  expect(await submitted(page)).toMatchObject([
    { type: 'alert.acknowledge', answer: 'delegated', to: 'ines' }
  ])
})

test('T-17 it is said before the tap whom it tells that one cannot come', async ({ page }) => {
  await openTablet(page, 'drill')
  await page.getByRole('button', { name: 'I cannot come tells the charge staff at once' }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'alert.decline', alert: 'medical-150510' }])
  await expect(page.getByRole('button', { name: /I cannot come/ })).toContainText('Sending')
})

test('T-18 who comes takes a role, and not the one that another leads by', async ({ page }) => {
  await openTablet(page, 'roles')
  await expect(page.getByRole('button', { name: 'Leads Helen Strand does' })).toBeDisabled()
  await page.getByRole('button', { name: 'Medical help' }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'alert.take-role', role: 'medical' }])
})

test('T-19 who raised it asks for somebody by name while the calling goes on', async ({ page }) => {
  await openTablet(page, 'raiser')
  await page.getByRole('button', { name: 'Ask somebody by name the calling goes on' }).click()
  await page.getByRole('button', { name: /Dana Whitfield/ }).click()
  expect(await submitted(page)).toMatchObject([
    { type: 'alert.acknowledge', answer: 'delegated', to: 'dana' }
  ])
})

test('T-20 who is there says that it is contained, and then resolves', async ({ page }) => {
  await openTablet(page, 'there')
  await page.getByRole('button', { name: /Contained/ }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'alert.contain' }])
  await openTablet(page, 'contained')
  await expect(page.getByText('15:09, by Helen Strand')).toBeVisible()
  await expect(page.getByRole('button', { name: /Contained/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Resolve' }).click()
  await expect(page.getByRole('heading', { name: 'How did it end?' })).toBeVisible()
})

test('T-30 who has not answered goes on with their work beside what is contained', async ({ page }) => {
  await openTablet(page, 'contained-strip')
  await expect(page.locator('.takeover')).toHaveCount(0)
  const strip = page.locator('.strip-alert')
  await expect(strip).toContainText('Contained at 15:09 by Helen')
  await expect(strip.getByRole('button')).toHaveCount(0)
  await strip.getByRole('link').click()
  await expect(page.locator('.alarm')).toContainText('Nobody else is asked to come.')
  await expect(page.locator('.alarm .needed')).toHaveCount(0)
  await expect(page.locator('.flash')).toHaveCount(0)
  await page.getByRole('button', { name: 'Coming' }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'alert.acknowledge', answer: 'coming' }])
})

test('T-30 a locked tablet asks for nobody to come to what is contained', async ({ page }) => {
  await openTablet(page, 'contained-locked')
  const alert = page.locator('.locked-alerts article')
  await expect(alert).toContainText('Contained at 15:09')
  await expect(alert).not.toContainText('Helen')
  await expect(alert.locator('.needed')).toHaveCount(0)
})

test('T-31 and T-32 one line for all the others, and the crisis button on the screen', async ({ page }) => {
  await openTablet(page, 'many', 'phone-360')
  await expect(page.locator('dialog .another')).toHaveCount(1)
  await expect(page.locator('dialog .another')).toHaveText(/Also: .*, \+5 more/)
  await expect(crisis(page)).toBeInViewport({ ratio: 1 })
})

test('T-16 an address of an alert that was merged opens the one that goes on', async ({ page }) => {
  await openTablet(page, 'merged')
  await page.evaluate(() => (location.hash = '#/alert/medical-150530'))
  await expect(page.locator('#alert-medical-150510')).toBeVisible()
  await expect(page.getByText('Raised 2 times, by Karim Brandt, Sam Whitaker, first at 15:05.')).toBeVisible()
})

/** How far the rows of who is needed, there and on their way are from the answers (CSS pixels); below 0 they are covered. */
const clearance = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const answers = document.querySelector('.deciding')?.getBoundingClientRect().top ?? NaN
    const rows = [...document.querySelectorAll('.links li')].map(row => row.getBoundingClientRect().bottom)
    return Math.floor(answers - Math.max(...rows))
  })

for (const state of ['alert', 'drill', 'second', 'silent', 'late']) {
  test(`T-72 who is on the way stands whole above the answers on a phone: ${state}`, async ({ page }) => {
    await openTablet(page, state, 'phone-360', { language: 'fr' })
    for (const size of [sizes['phone-360'], sizes['phone-390']]) {
      await page.setViewportSize(size)
      expect(await clearance(page)).toBeGreaterThanOrEqual(0)
      const cut = await page
        .locator('.answer button')
        .evaluateAll(all =>
          all.filter(one => one.scrollHeight > one.clientHeight).map(one => one.textContent)
        )
      expect(cut).toEqual([])
    }
    await expect(page.locator('.heldlink')).toHaveCount(0)
  })
}

test('T-74 whose answer ran out is named, with when they said that they come', async ({ page }) => {
  await openTablet(page, 'ran-out', 'tablet-768')
  await expect(page.locator('.ranout')).toHaveText([
    'Helen Strand said at 15:05 that they come, and is not there yet'
  ])
})
