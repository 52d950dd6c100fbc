/** The plan of the day: who leads what, given by drag, keys and taps, with what it would break. */
import { expect, test, type Locator, type Page } from '@playwright/test'
import { asked, meeting, member, openCharge, processA } from './gallery/charge-desk.ts'
import { isClean } from './gallery/clean.ts'
import { picture } from './gallery/open.ts'

test('@picture what stops a move is said before it is made', async ({ page }) => {
  await openCharge(page, 'plan')
  await member(page, 'Jonas Lindqvist').click()
  await meeting(page, processA).click()
  await expect(page.getByRole('dialog')).toContainText('LMFT expired on 31 May 2026')
  await isClean(page)
  await picture(page, 'charge-stop-desk-1366')
})

test('@picture what deserves a thought is said before it is made', async ({ page }) => {
  await openCharge(page, 'plan', 'desk-1366', { language: 'fr' })
  await member(page, 'Dana Whitfield').click()
  await meeting(page, processA).click()
  await expect(page.getByRole('dialog')).toContainText('10 min')
  await isClean(page)
  await picture(page, 'charge-warn-desk-1366-fr')
})

for (const language of ['en', 'fr'] as const) {
  test(`@picture O-44 what speaks against it asks for a reason: ${language}`, async ({ page }) => {
    await openCharge(page, 'plan', 'desk-1366', { language, answers: 'recorded' })
    await drag(page, member(page, 'Priya Sato'), meeting(page, processA))
    const dialog = page.getByRole('dialog')
    const give = dialog.getByRole('button', { name: /Give all the same|Donner quand même/ })
    await expect(give).toBeDisabled()
    expect(await asked(page)).toEqual([])
    const field = dialog.locator('#despite-why')
    await field.focus()
    const seen = await field.evaluate(input => {
      const { left, top, bottom } = input.getBoundingClientRect()
      return [top + 2, bottom - 2].map(y => document.elementFromPoint(left + 4, y) === input)
    })
    expect(seen).toEqual([true, true])
    await isClean(page)
    await picture(page, `charge-despite-desk-1366${language === 'fr' ? '-fr' : ''}`)
    await dialog.getByRole('button', { name: /Agreed with both|Convenu avec les deux/ }).click()
    await give.click()
    const reassign = { type: 'meeting.reassign', meeting: processA, facilitator: 'priya', expects: 'mei' }
    expect(await asked(page)).toMatchObject([{ ...reassign, despite: { of: ['double-booking'] } }])
    await page.keyboard.press('Control+z')
    expect((await asked(page)).at(-1)).toMatchObject({ facilitator: 'mei', expects: 'priya' })
  })
}

test('O-44 by keys the reason is asked for where one would give', async ({ page }) => {
  await openCharge(page, 'plan', 'desk-1366', { answers: 'recorded' })
  await meeting(page, processA).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('Process group A')
  for (let steps = 0; steps < 30; steps++) {
    await page.keyboard.press('ArrowDown')
    if (await page.getByRole('heading', { name: /Priya Sato/ }).isVisible()) break
  }
  await expect(page.getByRole('status')).toContainText('Only with a reason')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Nobody else has the licence')
  await page.keyboard.press('Enter')
  const reason = 'Nobody else has the licence'
  expect(await asked(page)).toMatchObject([
    { facilitator: 'priya', despite: { of: ['double-booking'], reason } }
  ])
})

test('@picture a meeting says who could lead it', async ({ page }) => {
  await openCharge(page, 'plan', 'desk-1366', { theme: 'night' })
  await meeting(page, processA).click()
  await isClean(page)
  await picture(page, 'charge-meeting-desk-1366-night')
})

test('@picture early in the day a popover covers neither its meeting nor its row', async ({ page }) => {
  await openCharge(page, 'early')
  const target = meeting(page, 'sleep~2026-06-16~1000')
  await target.click()
  const [pop, line] = [await page.getByRole('dialog').boundingBox(), await target.boundingBox()]
  if (!pop || !line) throw new Error('nothing to measure')
  const apart = pop.x + pop.width <= line.x || pop.y >= line.y + line.height || pop.y + pop.height <= line.y
  expect(apart, 'the popover lies beside what is being changed').toBe(true)
  await picture(page, 'charge-early-desk-1366')
})

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()]
  if (!a || !b) throw new Error('nothing to drag')
  await page.mouse.move(a.x + 10, a.y + a.height / 2)
  await page.mouse.down()
  await page.mouse.move(a.x + 30, a.y + a.height / 2, { steps: 3 })
  await page.mouse.move(b.x + 8, b.y + b.height / 2, { steps: 6 })
  await page.mouse.up()
}

test('a meeting is given in three ways, each one submit', async ({ page }) => {
  const reassign = { type: 'meeting.reassign', meeting: processA, facilitator: 'helen', expects: 'mei' }
  await openCharge(page, 'plan', 'desk-1366', { answers: 'recorded' })
  await drag(page, member(page, 'Helen Strand'), meeting(page, processA))
  expect(await asked(page)).toEqual([reassign])
  await drag(page, meeting(page, processA), member(page, 'Helen Strand'))
  await member(page, 'Helen Strand').click()
  await meeting(page, processA).click()
  await page.getByRole('button', { name: 'Give', exact: true }).click()
  await member(page, 'Helen Strand').focus()
  await page.keyboard.press('Enter')
  // Past the two that run now.
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('status')).toContainText('Process group A')
  await page.keyboard.press('Enter')
  expect(await asked(page)).toEqual([reassign, reassign, reassign, reassign])
  await expect(page.getByRole('status')).toContainText('Helen Strand leads Process group A')
  await page.keyboard.press('Control+z')
  expect((await asked(page)).at(-1)).toEqual({ ...reassign, facilitator: 'mei', expects: 'helen' })
})

test('a drop where something stops it asks for nothing and says why', async ({ page }) => {
  await openCharge(page, 'plan', 'desk-1366', { answers: 'recorded' })
  await drag(page, member(page, 'Jonas Lindqvist'), meeting(page, processA))
  await expect(page.getByRole('dialog')).toContainText('Stops here')
  expect(await asked(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a meeting is started, ended and cancelled on its sheet, each one submit', async ({ page }) => {
  const relapse = 'relapse~2026-06-16~1330'
  await openCharge(page, 'plan', 'desk-1366', { answers: 'recorded' })
  await meeting(page, processA).click()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Process group A: recorded')
  await meeting(page, relapse).click()
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Relapse prevention: recorded')
  await meeting(page, processA).click()
  await page.getByRole('button', { name: 'Cancel the meeting…' }).click()
  await page.getByLabel('Why is it cancelled?').fill('the room is flooded')
  await page.getByRole('button', { name: 'Cancel the meeting', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await asked(page)).toEqual([
    { type: 'meeting.start', meeting: processA },
    { type: 'meeting.end', meeting: relapse },
    { type: 'meeting.cancel', meeting: processA, reason: 'the room is flooded' }
  ])
})

test('keys reach a meeting’s sheet and come back from it', async ({ page }) => {
  await openCharge(page, 'plan', 'desk-1366', { answers: 'recorded' })
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('process group a')
  await page.keyboard.press('Enter')
  await expect(meeting(page, processA)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(meeting(page, processA)).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('Give Process group A to Helen Strand?')
  await expect(dialog).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(meeting(page, processA)).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Cancel the meeting…' }).click()
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('?')
  await expect(page.getByRole('heading', { name: 'Keys' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Back' }).click()
  await expect(dialog.getByRole('button', { name: 'Cancel the meeting…' })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('heading', { name: 'Keys' })).toBeVisible()
})

test('the end of a shift is asked once more where it leaves something behind', async ({ page }) => {
  await openCharge(page, 'plan', 'desk-1366', { answers: 'recorded' })
  await member(page, 'Ruth Okafor').click()
  await page.getByRole('button', { name: 'End shift' }).click()
  await expect(page.getByRole('status')).toContainText('1 group of today would be left without a leader.')
  await expect(page.getByRole('status')).toContainText('Nobody would be in charge')
  expect(await asked(page)).toEqual([])
  await page.getByRole('button', { name: 'End shift anyway' }).click()
  expect(await asked(page)).toEqual([{ type: 'member.end-shift', member: 'ruth' }])
  await expect(page.getByRole('status')).toContainText('1 group is left without a leader.')
})

test('a leader who may not lead any more is marked on the plan and on the sheet', async ({ page }) => {
  await openCharge(page, 'short-handed')
  await expect(meeting(page, processA)).toContainText('LPC expired')
  await expect(meeting(page, 'art~2026-06-16~1345')).toContainText('Nobody leads')
  await expect(meeting(page, 'distress~2026-06-16~1530')).not.toContainText('off shift')
  await expect(page.getByRole('region', { name: 'Groups without a leader' })).toContainText('Art and making')
  await meeting(page, processA).click()
  await expect(page.getByRole('dialog')).toContainText('Mei Tanaka: LPC expired on 15 June 2026.')
  await expect(member(page, 'Mei Tanaka')).toContainText('expired')
  await picture(page, 'charge-expired-desk-1366')
})
