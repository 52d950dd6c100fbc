/** Drills: begun on the charge screen, and what each showed. */
import { expect, test } from '@playwright/test'
import { asked, crisisButton, openCharge } from './gallery/charge-desk.ts'
import { isClean } from './gallery/clean.ts'
import { picture } from './gallery/open.ts'

test('O-14 @picture a drill is begun here, and the report of each has its own figures', async ({ page }) => {
  await openCharge(page, 'drills', 'desk-1366', { answers: 'recorded' })
  await page.getByRole('button', { name: 'Drills' }).click()
  const report = page.getByRole('article', { name: /Fire, Dining room/ })
  await expect(report).toContainText('Answered after 42 s')
  await expect(report).toContainText('On scene after 2:00')
  await expect(report.getByRole('row', { name: /Station wall/ })).toContainText('after 0.3 s')
  await expect(report.getByRole('row', { name: /Station wall/ })).toContainText('never')
  await expect(page.getByText('1 drill:')).toContainText('answered after 42 s, on scene after 2:00')
  await isClean(page)
  await picture(page, 'charge-drills-desk-1366')
  await expect(crisisButton(page)).toBeInViewport({ ratio: 1 })
  await page.getByLabel('Kind').selectOption('fire')
  await page.getByLabel('Place').selectOption('workshop')
  await page.getByRole('button', { name: 'Start the drill' }).click()
  expect(await asked(page)).toEqual([{ type: 'alert.raise', kind: 'fire', place: 'workshop', drill: true }])
  await expect(page.getByRole('status')).toContainText('The drill has begun.')
})

test('O-23 @picture a drill beside a real alert is asked once more', async ({ page }) => {
  await openCharge(page, 'alerts', 'desk-1366', { answers: 'recorded' })
  await page.getByRole('button', { name: 'Drills' }).click()
  const sheet = page.getByRole('dialog', { name: 'Drills' })
  await expect(sheet).toContainText('A real alert is open: Medical emergency, Day room')
  await page.getByLabel('Kind').selectOption('fire')
  await page.getByLabel('Place').selectOption('workshop')
  await page.getByRole('button', { name: 'Start the drill' }).click()
  await expect(sheet.getByRole('status')).toContainText('calls the same people')
  expect(await asked(page)).toEqual([])
  await isClean(page)
  await picture(page, 'charge-drill-beside-desk-1366')
  await page.getByRole('button', { name: 'Start it all the same' }).click()
  expect(await asked(page)).toEqual([{ type: 'alert.raise', kind: 'fire', place: 'workshop', drill: true }])
})

test('@picture the report of a drill in French, at night', async ({ page }) => {
  await openCharge(page, 'drills', 'desk-1920', { language: 'fr', theme: 'night' })
  await page.getByRole('button', { name: 'Exercices' }).click()
  await isClean(page)
  await picture(page, 'charge-drills-desk-1920-fr-night')
})
