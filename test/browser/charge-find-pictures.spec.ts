/** What is found and opened over the desk: people, the search, the list of keys; the crisis button and alerts beside them. */
import { expect, test } from '@playwright/test'
import { asked, crisisButton, meeting, openCharge, processA } from './gallery/charge-desk.ts'
import { chargeStates } from './gallery/charge-states.ts'
import { isClean } from './gallery/clean.ts'
import { picture } from './gallery/open.ts'

test('@picture the people of the unit, and one of them', async ({ page }) => {
  await openCharge(page, 'plan')
  await page.getByRole('button', { name: 'People' }).click()
  await page.getByRole('button', { name: /Chloé Martin/ }).click()
  await isClean(page)
  await picture(page, 'charge-people-desk-1366')
})

test('what became of one person is not said under another’s name', async ({ page }) => {
  await openCharge(page, 'plan', 'desk-1366', { answers: 'recorded' })
  await page.getByRole('button', { name: 'People' }).click()
  await page.getByRole('button', { name: /Chloé Martin/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Leaves the unit for').fill('the clinic')
  await dialog.getByRole('button', { name: 'Leaves', exact: true }).click()
  await expect(dialog.getByRole('status')).toContainText('Chloé Martin left for the clinic.')
  await page.getByRole('button', { name: /Bruno Keller/ }).click()
  await expect(dialog.getByRole('status')).toHaveText('')
})

test('@picture a few letters find anybody', async ({ page }) => {
  await openCharge(page, 'plan')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('chl')
  await expect(page.getByPlaceholder('Find people')).toHaveValue('chl')
  await expect(page.getByText('Chloé Martin')).toBeVisible()
  await isClean(page)
  await picture(page, 'charge-find-desk-1366')
})

test('the search takes the first letter, however soon it comes', async ({ page }) => {
  await openCharge(page, 'plan')
  const search = page.getByPlaceholder('Find people')
  await page.keyboard.press('Control+k')
  await expect(search).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(search).toHaveCount(0)
  const taking = await page.evaluate(async () => {
    dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }))
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    return document.activeElement?.getAttribute('placeholder')
  })
  expect(taking).toContain('Find people')
})

test('who is off shift is shown where they are put on, not put on at once', async ({ page }) => {
  await openCharge(page, 'plan', 'desk-1366', { answers: 'recorded' })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('nadia')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Put on shift Nadia Benali' })).toBeFocused()
  expect(await asked(page)).toEqual([])
  await page.keyboard.press('Enter')
  expect(await asked(page)).toEqual([{ type: 'member.start-shift', member: 'nadia' }])
})

test('O-16 @picture an alert is raised here by keys alone', async ({ page }) => {
  await openCharge(page, 'plan')
  await page.keyboard.press('Alt+c')
  const button = crisisButton(page)
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  await expect(sheet).toBeVisible()
  await isClean(page)
  await picture(page, 'charge-crisis-desk-1366')
  await sheet.getByRole('button', { name: 'Medical emergency' }).focus()
  await page.keyboard.press('Enter')
  expect(await asked(page)).toMatchObject([{ type: 'alert.raise', kind: 'medical', place: null }])
  await expect(sheet).toContainText('Sending')
})

test('O-16 the crisis button is held as on a tablet, and nothing that is said covers it', async ({
  page
}) => {
  await openCharge(page, 'alerts', 'desk-1366', { answers: 'recorded' })
  await page.getByRole('button', { name: 'Give to Jonas Lindqvist' }).click()
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible()
  const box = await crisisButton(page).boundingBox()
  if (!box) throw new Error('no crisis button')
  expect(box.height).toBeGreaterThanOrEqual(64)
  const corners = [1, box.width / 2, box.width - 1].flatMap(x =>
    [1, box.height - 1].map(y => [box.x + x, box.y + y])
  )
  const on = await page.evaluate(
    points => points.map(([x = 0, y = 0]) => document.elementFromPoint(x, y)?.closest('.crisis') !== null),
    corners
  )
  expect(on).toEqual(corners.map(() => true))
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.mouse.up()
})

for (const [sheet, opener] of [
  ['After crises', 'All of it'],
  ['People', 'People'],
  ['Drills', 'Drills']
] as const) {
  test(`O-19 beside the sheet ${sheet} the crisis button is held, and reached by keys`, async ({ page }) => {
    await openCharge(page, 'given-back')
    const [from, button] = [page.getByRole('button', { name: opener }), crisisButton(page)]
    await from.click()
    const dialog = page.getByRole('dialog', { name: sheet })
    await expect(dialog).toBeVisible()
    const [lies, box] = [await dialog.boundingBox(), await button.boundingBox()]
    if (!lies || !box) throw new Error('nothing to measure')
    expect(lies.y + lies.height, 'it ends above the button').toBeLessThanOrEqual(box.y)
    await page.keyboard.press('Alt+c')
    await expect(button).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await from.click()
    await page.keyboard.press('Escape')
    await expect(from).toBeFocused()
    await from.click()
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await expect(page.getByRole('button', { name: 'Medical emergency' })).toBeVisible()
    await page.mouse.up()
  })
}

test('O-19 what is typed in the search, on a sheet and in a reason stays while a crisis is raised', async ({
  page
}) => {
  await openCharge(page, 'plan')
  await meeting(page, processA).click()
  await page.getByRole('button', { name: 'Cancel the meeting…' }).click()
  const reason = page.getByLabel('Why is it cancelled?')
  await reason.fill('the room is flooded')
  for (const key of ['Control+k', 'Alt+c', 'Escape']) await page.keyboard.press(key)
  await page.getByRole('button', { name: 'People' }).click()
  const people = page.getByRole('dialog', { name: 'People' }).getByRole('searchbox')
  await people.fill('bru')
  await page.keyboard.press('Control+k')
  const search = page.getByPlaceholder('Find people')
  await expect(search).toBeFocused()
  await page.keyboard.type('chl')
  await page.keyboard.press('Alt+c')
  await expect(crisisButton(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Medical emergency' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Medical emergency' })).toHaveCount(0)
  await expect(search).toHaveValue('chl')
  await search.focus()
  await page.keyboard.press('Escape')
  await expect(search).toHaveCount(0)
  await expect(people).toHaveValue('bru')
  await people.focus()
  await page.keyboard.press('Escape')
  await expect(reason).toHaveValue('the room is flooded')
})

test('O-19 beside the search and the list of keys the crisis button is held, and reached by keys', async ({
  page
}) => {
  await openCharge(page, 'plan')
  const button = crisisButton(page)
  const box = await button.boundingBox()
  if (!box) throw new Error('no crisis button')
  for (const key of ['?', 'Control+k']) {
    await page.keyboard.press(key)
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    const lies = await dialog.boundingBox()
    expect((lies?.y ?? 0) + (lies?.height ?? 0), 'it ends above the button').toBeLessThanOrEqual(box.y)
    await page.keyboard.press('Alt+c')
    await expect(button).toBeFocused()
    await expect(dialog).toBeVisible()
    if (key === '?') await page.keyboard.press('Escape')
  }
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await expect(page.getByRole('button', { name: 'Medical emergency' })).toBeVisible()
  await page.mouse.up()
})

for (const [over, open] of [
  ['the search', 'Control+k'],
  ['the list of keys', '?']
] as const)
  test(`O-26 @picture an alert that comes while ${over} is open is seen above it and called out`, async ({
    page
  }) => {
    await openCharge(page, 'plan')
    const called = page.getByRole('alert')
    await page.keyboard.press(open)
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(called).toHaveText('')
    await page.evaluate(still => window.board.become(still), chargeStates['three-alerts']())
    await expect(called).toContainText('Medical emergency, Day room')
    await expect(called.getByText('Medical emergency')).toBeInViewport({ ratio: 1 })
    const [seen, under] = [await called.boundingBox(), await page.getByRole('dialog').boundingBox()]
    if (!seen || !under) throw new Error('nothing to measure')
    expect(seen.y + seen.height, 'it stands above').toBeLessThanOrEqual(under.y)
    expect(await called.evaluate(one => one.closest('[inert]'))).toBe(null)
    await isClean(page)
    if (over === 'the search') await picture(page, 'charge-find-alert-desk-1366')
  })
