/** While an alert is open, and after: who was told, what it leaves behind, and what it did not reach. */
import { expect, test } from '@playwright/test'
import { asked, openCharge } from './gallery/charge-desk.ts'
import { isClean } from './gallery/clean.ts'
import { picture } from './gallery/open.ts'

const art = 'art~2026-06-16~1345'
const cover = { type: 'meeting.reassign', meeting: art, facilitator: 'jonas', expects: 'sam' }

test('O-8 one tap on a suggested cover, or Enter, is one submit, undone for ten seconds', async ({
  page
}) => {
  await openCharge(page, 'alerts', 'desk-1366', { answers: 'recorded' })
  await page.getByRole('button', { name: 'Give to Jonas Lindqvist' }).click()
  expect(await asked(page)).toEqual([cover])
  await expect(page.getByRole('status')).toContainText('Jonas Lindqvist leads Art and making')
  await page.getByRole('button', { name: /^Undo/ }).click()
  // Sam is on the way to the alert still: what is undone says so, and asks for no reason.
  const despite = { of: ['responds'], reason: 'Undone: as it was before' }
  const back = { ...cover, facilitator: 'sam', expects: 'jonas', despite }
  expect(await asked(page)).toEqual([cover, back])
  await page.getByRole('button', { name: 'Give to Jonas Lindqvist' }).focus()
  await page.keyboard.press('Enter')
  expect(await asked(page)).toEqual([cover, back, cover])
})

test('O-8 a cover on its way is not offered again, and another leader is chosen as ever', async ({
  page
}) => {
  await openCharge(page, 'alerts')
  await page.getByRole('button', { name: 'Another leader for Art and making' }).click()
  await expect(page.getByRole('dialog')).toContainText('Who could')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Give to Jonas Lindqvist' }).click()
  await expect(page.getByRole('button', { name: 'Give to Jonas Lindqvist' })).toHaveCount(0)
  expect(await asked(page)).toEqual([cover])
})

test('O-10 a group is given back in one tap once the alert is over', async ({ page }) => {
  await openCharge(page, 'given-back', 'desk-1366', { answers: 'recorded' })
  await page.getByRole('button', { name: 'Give back to Sam Whitaker' }).click()
  expect(await asked(page)).toEqual([{ ...cover, facilitator: 'sam', expects: 'jonas' }])
})

test('O-9 O-11 @picture what was given away stays in sight, with the rounds that fall due', async ({
  page
}) => {
  await openCharge(page, 'covered')
  await expect(page.getByText('Jonas Lindqvist leads it meanwhile')).toBeVisible()
  await expect(page.getByText('rounds due')).toBeVisible()
  await expect(page.getByText('1 person never left alone')).toBeVisible()
  await picture(page, 'charge-covered-desk-1366')
})

test('O-17 who sits here answers an alert, each time with one submit', async ({ page }) => {
  await openCharge(page, 'alerts', 'desk-1366', { answers: 'recorded' })
  await page.getByRole('button', { name: 'I am coming' }).click()
  expect(await asked(page)).toEqual([{ type: 'alert.acknowledge', answer: 'coming', alert: 'alert-0001' }])
  await expect(page.getByRole('link', { name: 'On tablet' })).toHaveAttribute('href', '/#/alert/alert-0001')
})

test('O-12 O-13 an alert says who was told and why, where it was shown, and where it was not', async ({
  page
}) => {
  await openCharge(page, 'three-alerts', 'desk-1920')
  await page.getByRole('button', { name: 'Show Medical emergency, Day room, in full' }).click()
  const alert = page.getByRole('region', { name: 'Medical emergency' })
  await expect(alert).toContainText('the charge staff Ruth Okafor; somebody cannot come')
  await expect(alert).toContainText('Station wall after 0.3 s, heard after 0.9 s')
  await expect(alert).toContainText('Hall by the kitchen Not shown')
  await expect(alert).not.toContainText('Visitors’ entrance')
  await expect(alert).toContainText('Karim Brandt (leads)')
  await page.getByRole('button', { name: 'Show Behavioural emergency, Courtyard, in full' }).click()
  await expect(page.getByText('No display has shown it.')).toBeVisible()
})

test('O-29 @picture whose answer ran out is named, with when they said that they come', async ({ page }) => {
  await openCharge(page, 'ran-out', 'desk-1366')
  const alert = page.getByRole('region', { name: 'Medical emergency' })
  await expect(alert).toContainText('Said so, not there yet')
  await expect(alert).toContainText('Sam Whitaker (14:04), Karim Brandt (14:05)')
  await picture(page, 'charge-ran-out-1366')
})

test('O-18 @picture what was given up is tried again or let go, each with one submit', async ({ page }) => {
  await openCharge(page, 'unreached', 'desk-1366', { answers: 'recorded' })
  const list = page.getByRole('group', { name: 'Not reached outside the board' })
  await expect(list).toContainText('Pager security-desk')
  await expect(list).toContainText('not delivered, 7 attempts, answered 503')
  await expect(list).toContainText('Nadia Benali, by browser')
  await expect(list).toContainText('waiting, 4 attempts, no answer, again at 14:05')
  await expect(list).not.toContainText('radio')
  await isClean(page)
  await picture(page, 'charge-unreached-desk-1366')
  await page.getByRole('button', { name: 'Try again: Pager security-desk' }).click()
  await page.getByRole('button', { name: 'Let go: Nadia Benali, by browser' }).click()
  expect(await asked(page)).toEqual([
    { type: 'page.retry', page: 'alert-0007~2' },
    { type: 'page.drop', page: 'alert-0007~1' }
  ])
  await expect(page.getByRole('status')).toContainText('Let go.')
})

test('O-21 @picture what alerts that are over did not reach is let go of by receiver', async ({ page }) => {
  await openCharge(page, 'unreached-both', 'desk-1366', { language: 'fr', answers: 'recorded' })
  const list = page.getByRole('group', { name: 'Non joints hors du tableau' })
  await expect(list.locator('p').first()).toContainText('Téléavertisseur radio')
  await expect(list).toContainText('2 non reçus')
  await list.getByRole('button', { name: 'Un à un' }).click()
  await expect(list.getByRole('button', { name: 'Réessayer' })).toHaveCount(1)
  await isClean(page)
  await picture(page, 'charge-unreached-both-desk-1366-fr')
  await list.getByRole('button', { name: 'Tout abandonner' }).click()
  expect(await asked(page)).toEqual([
    { type: 'page.drop', page: 'alert-0007~2' },
    { type: 'page.drop', page: 'alert-0007~8' }
  ])
})

test('O-22 the row that was tapped stays where it is', async ({ page }) => {
  await openCharge(page, 'alerts', 'desk-1366', { answers: 'recorded' })
  const row = page.locator('.leftrow', { hasText: 'Art and making' })
  const before = await row.boundingBox()
  await page.getByRole('button', { name: 'Give to Jonas Lindqvist' }).click()
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible()
  expect((await row.boundingBox())?.y).toBe(before?.y)
})

test('O-24 @picture who could lead is seen first where another is asked for', async ({ page }) => {
  await openCharge(page, 'alerts')
  await page.getByRole('button', { name: 'Another leader for Art and making' }).click()
  const could = page.getByRole('dialog').getByRole('button')
  await expect(could.first()).toContainText('Jonas Lindqvist')
  for (const nth of [0, 1, 2]) await expect(could.nth(nth)).toBeInViewport({ ratio: 1 })
  await picture(page, 'charge-other-desk-1366')
})

test('O-25 @picture what is late keeps its name while an alert is open', async ({ page }) => {
  await openCharge(page, 'late-meanwhile')
  const crises = page.getByRole('region', { name: 'After crises' })
  await expect(crises).toContainText('Debrief, Ruth Okafor; ')
  await expect(crises).toContainText('Nobody yet')
  await isClean(page)
  await picture(page, 'charge-late-meanwhile-desk-1366')
  await crises.getByRole('button', { name: 'All of it' }).click()
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(
    /^\s*Behavioural emergency\s+Resolved/
  )
  await picture(page, 'charge-owed-sheet-desk-1366')
})
