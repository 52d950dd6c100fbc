/** How an alert is raised: by hand, by keys, on a locked tablet, in silence, and as a drill. */
import { expect, test } from '@playwright/test'
import { noRows } from '../../client/live/no-rows.ts'
import { isClean } from './gallery/clean.ts'
import { openStill, picture } from './gallery/open.ts'
import { signInStates } from './gallery/sign-in-states.ts'
import { crisis, openTablet, pressTwice, signs, submitted } from './gallery/tablet-open.ts'

test('@picture holding the crisis button fills its ring', async ({ page }) => {
  await page.clock.install()
  await openTablet(page, 'round', 'tablet-768')
  await page.clock.pauseAt(Date.now() + 60_000)
  await crisis(page).hover()
  await page.mouse.down()
  await page.clock.runFor(520)
  await expect(page.getByText('Keep holding')).toBeVisible()
  await picture(page, 'tablet-raise-768')
  await page.clock.runFor(400)
  await expect(page.locator('.kinds')).toBeVisible()
  expect(await submitted(page)).toEqual([])
})

test('letting go of the crisis button early sends nothing and asks nothing', async ({ page }) => {
  await page.clock.install()
  await openTablet(page, 'round')
  await page.clock.pauseAt(Date.now() + 60_000)
  await crisis(page).hover()
  await page.mouse.down()
  await page.clock.runFor(600)
  await page.mouse.up()
  await page.clock.runFor(2_000)
  await expect(page.locator('.kinds')).toHaveCount(0)
  expect(await submitted(page)).toEqual([])
})

test('a finger may slip 24 px off the crisis button, and no further', async ({ page }) => {
  await page.clock.install()
  await openTablet(page, 'round')
  await page.clock.pauseAt(Date.now() + 60_000)
  const edge = await crisis(page).boundingBox()
  if (!edge) throw new Error('there is no crisis button')
  const hold = async (left: number) => {
    await page.mouse.move(edge.x + 40, edge.y + 30)
    await page.mouse.down()
    await page.clock.runFor(300)
    await page.mouse.move(edge.x - left, edge.y + 30)
    await page.clock.runFor(700)
    await page.mouse.up()
  }
  await hold(40)
  await expect(page.locator('.kinds')).toHaveCount(0)
  await hold(20)
  await expect(page.locator('.kinds')).toBeVisible()
})

test('an alert is raised by two taps and one on its kind, with the place of the tablet', async ({ page }) => {
  await openTablet(page, 'round', 'phone-390')
  await crisis(page).click()
  await expect(crisis(page)).toContainText('press again')
  await crisis(page).click()
  await page.getByRole('button', { name: 'Medical emergency' }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'alert.raise', kind: 'medical', place: 'day-room' }])
  await expect(page.getByRole('heading', { name: 'Medical emergency' })).toBeVisible()
})

test('what was raised on a locked tablet can be closed at once, for the PIN pad lies under it', async ({
  page
}) => {
  await openStill(page, { ...signInStates.locked(), answers: null }, 'phone-390')
  await pressTwice(page)
  await page.getByRole('button', { name: 'Fire' }).click()
  await expect(page.getByText('Not recorded yet')).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.locator('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Priya Sato' })).toBeVisible()
})

test('@picture a locked tablet that has heard nothing yet says so, and gives no time', async ({ page }) => {
  const unheard = { rows: noRows, now: 0, seq: 0, freshness: { is: 'waiting' as const } }
  await openStill(page, { ...signInStates.locked(), ...unheard, answers: 'unsure' }, 'tablet-1024')
  await expect(crisis(page)).toContainText('no connection, call out')
  await pressTwice(page)
  await page.getByRole('button', { name: 'Fire' }).click()
  await expect(page.getByRole('heading', { name: 'Not sent' })).toBeVisible()
  await expect(page.locator('dialog time')).toHaveCount(0)
  await isClean(page, ['wcag21a'])
  await picture(page, 'tablet-unheard-1024')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.locator('dialog')).toHaveCount(0)
})

test('an alert is raised by the keyboard alone', async ({ page }) => {
  await openTablet(page, 'round')
  await page.keyboard.press('Alt+c')
  await page.keyboard.press(' ')
  await page.keyboard.press(' ')
  await page.getByRole('button', { name: 'Fire' }).focus()
  await page.keyboard.press('Enter')
  expect(await submitted(page)).toMatchObject([{ type: 'alert.raise', kind: 'fire' }])
})

test('not found opens an alert in the same tap', async ({ page }) => {
  await openTablet(page, 'check')
  await page.getByRole('button', { name: /Not found/ }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'check-in.not-found', stay: 's24' }])
  await expect(page.getByRole('heading', { name: 'Missing person' })).toBeVisible()
})

test('T-23 an alert raised in silence closes the sheet and leaves one mark', async ({ page }) => {
  await openTablet(page, 'round')
  await expect(page).toHaveTitle('Maple House')
  const before = await signs(page)
  await pressTwice(page)
  await page.getByRole('button', { name: /Staff in danger, silent/ }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'alert.raise', kind: 'staff-duress', silent: true }])
  await expect(page.getByRole('img', { name: 'tick' })).toBeVisible()
  expect(await signs(page)).toEqual(before)
})

test('T-23 the mark of what is on its way is a dash, and a cross once it is not sent', async ({ page }) => {
  await openTablet(page, 'round', 'phone-390', { answers: 'unsure' })
  await pressTwice(page)
  await page.getByRole('button', { name: /Staff in danger, silent/ }).click()
  await expect(page.getByRole('img', { name: 'dash' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'cross' })).toBeVisible()
  await expect(page.locator('dialog')).toHaveCount(0)
  await expect(page.getByText('Staff in danger')).toHaveCount(0)
})

test('T-24 a drill is raised by a switch and bears the word', async ({ page }) => {
  const word = (of: string) =>
    page.locator(of).evaluate(element => getComputedStyle(element, '::before').content)
  await openTablet(page, 'round', 'tablet-768', { answers: null })
  await pressTwice(page)
  await page.getByRole('button', { name: 'This is a drill' }).click()
  expect(await word('.raise')).toContain('Drill')
  await page.getByRole('button', { name: 'Fire' }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'alert.raise', kind: 'fire', drill: true }])
  await expect(page.getByRole('heading', { name: 'Drill: Fire' })).toBeVisible()
  expect(await word('dialog .alarm')).toContain('Drill')
})
