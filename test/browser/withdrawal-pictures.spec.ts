/** The withdrawal watch on a tablet: who is due, one score from the first tap to its record, and what may not be done. */
import { expect, test, type Page } from '@playwright/test'
import { isClean } from './gallery/clean.ts'
import { fitsHands } from './gallery/hands.ts'
import type { sizes } from './gallery/open.ts'
import { openStill, picture } from './gallery/open.ts'
import type { Still } from './gallery/still.ts'
import { withdrawalStates } from './gallery/withdrawal-states.ts'

type Size = keyof typeof sizes
type More = Partial<Pick<Still, 'language' | 'theme' | 'answers'>>

async function open(page: Page, state: string, size: Size = 'tablet-1024', more: More = {}): Promise<void> {
  const made = withdrawalStates[state]?.()
  if (!made) throw new Error(`no state ${state}`)
  await openStill(page, { ...made, ...more }, size)
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const submitted = (page: Page) => page.evaluate(() => window.board.submitted.map(({ fields }) => fields))
const answer = (page: Page, question: string, value: number) =>
  page
    .locator(`#ask-${question} .answer`)
    .filter({ has: page.locator('b', { hasText: new RegExp(`^${value}$`) }) })

const lowest = [
  'sweating',
  'restlessness',
  'pupils',
  'aches',
  'nose-or-tears',
  'stomach',
  'tremor',
  'yawning'
]

/** Everything of COWS but the last question: 2 for the pulse, nothing else. */
async function nearlyAll(page: Page): Promise<void> {
  await page.locator('#ask-signs .answer').last().click()
  for (const key of '112') await page.locator('.pad').getByRole('button', { name: key, exact: true }).click()
  for (const question of [...lowest, 'anxiety']) await answer(page, question, 0).click()
}

const shots: [state: string, size: Size, more?: More][] = [
  ['watches', 'tablet-1024'],
  ['watches', 'tablet-768', { language: 'fr' }],
  ['watches', 'phone-390', { language: 'fr' }],
  ['watches', 'tablet-1024', { theme: 'night' }],
  ['watches-counselor', 'tablet-768'],
  ['watches-none', 'phone-390'],
  ['watches-kept', 'tablet-1024', { language: 'fr' }],
  ['round', 'tablet-1024'],
  ['round', 'phone-390', { language: 'fr' }],
  ['one', 'tablet-1024'],
  ['one', 'phone-390', { language: 'fr' }],
  ['one-late', 'tablet-1024', { language: 'fr', theme: 'night' }],
  ['one-low', 'tablet-768'],
  ['one-counselor', 'phone-390'],
  ['score-cows', 'tablet-1024'],
  ['score-cows', 'phone-390', { language: 'fr' }],
  ['score-ciwa', 'tablet-768', { theme: 'night' }],
  ['score-ciwa', 'tablet-1024', { language: 'fr' }],
  ['correct', 'tablet-1024'],
  ['correct', 'phone-390', { language: 'fr' }],
  ['begin', 'tablet-768', { language: 'fr' }]
]

for (const [state, size, { language = 'en', theme = 'day' } = {}] of shots) {
  const name = ['withdrawal', state, size.split('-')[1], language === 'fr' && 'fr', theme !== 'day' && theme]
    .filter(Boolean)
    .join('-')
  test(`@picture ${name}`, async ({ page }) => {
    await open(page, state, size, { language, theme })
    await isClean(page)
    await fitsHands(page)
    await picture(page, name)
  })
}

test('T-90 the most urgent comes first, with scale, last total, band in a word and its totals in words', async ({
  page
}) => {
  await open(page, 'watches')
  const rows = page.locator('a.watch')
  await expect(rows).toHaveCount(3)
  await expect(rows.first()).toContainText('Samir Haddad')
  await expect(rows.first()).toHaveClass(/late/)
  await expect(rows.first()).toContainText('10 min late')
  await expect(rows.nth(1)).toContainText('Severe')
  await expect(rows.nth(1)).not.toHaveClass(/late/)
  const said = 'Last totals, oldest first: 18 at 07:55, 16 at 09:56, 14 at 11:55'
  await expect(rows.first().getByRole('img')).toHaveAccessibleName(said)
})

test('T-91 there is no total before all is answered, the pulse gives its own points, and what follows is said before the tap', async ({
  page
}) => {
  await open(page, 'score-cows')
  await nearlyAll(page)
  await expect(page.locator('.locked')).toContainText('2: 101 to 120. Follows from the pulse.')
  await expect(page.locator('.bar-watching')).toContainText('11 of 12 answered')
  await expect(page.locator('.bar-watching')).not.toContainText('Total 2')
  await expect(button(page, /^Record/)).toHaveCount(0)
  await page.locator('#ask-signs').scrollIntoViewIfNeeded()
  await expect(answer(page, 'gooseflesh', 3)).not.toBeInViewport()
  await button(page, 'Next: Gooseflesh').click()
  await answer(page, 'gooseflesh', 3).click()
  await expect(page.locator('.bar-watching')).toContainText('Total 5, Mild')
  await expect(page.locator('.bar-watching')).toContainText('Next due 18:05')
  await expect(page.locator('.bar-watching')).toContainText('This raises no alert.')
  await isClean(page)
  await picture(page, 'withdrawal-score-complete-1024')
  await button(page, 'Record 5').click()
  const [sent] = await submitted(page)
  expect(sent).toMatchObject({ type: 'withdrawal.score', watch: 'watch-samir', pulse: 112 })
  expect(sent?.['answers']).not.toHaveProperty('pulse')
  expect(sent?.['seenAt']).toEqual(expect.any(Number))
  await expect(button(page, 'Sending')).toBeDisabled()
})

test('T-92 a total that raises an alert says so before it is recorded, and a sign of danger says not to wait', async ({
  page
}) => {
  await open(page, 'score-ciwa', 'phone-390')
  await page.locator('#ask-signs .answer').first().click()
  await expect(page.getByRole('alert').filter({ hasText: 'Do not wait' })).toBeVisible()
  await expect(page.locator('.crisis')).toBeInViewport()
  await isClean(page)
  await picture(page, 'withdrawal-score-danger-390')
  await page.locator('#ask-signs .answer').first().click()
  for (const question of ['nausea', 'tremor', 'sweats', 'anxiety', 'agitation'])
    await answer(page, question, 4).click()
  for (const question of ['tactile', 'auditory', 'visual', 'headache', 'orientation'])
    await answer(page, question, 0).click()
  const bar = page.locator('.bar-watching')
  await expect(bar).toContainText('Total 20, Severe')
  await expect(bar).toContainText('This raises an alert: Severe withdrawal, medium.')
  await expect(bar).toContainText('Next due 15:05')
  await isClean(page)
  await picture(page, 'withdrawal-score-severe-390')
})

test('T-93 what was entered outlives a reload, for who entered it alone, and is let go once it is recorded', async ({
  page
}) => {
  await open(page, 'score-cows', 'tablet-1024', { answers: 'recorded' })
  await nearlyAll(page)
  await page.reload()
  await page.waitForSelector('html[data-painted=yes]')
  await expect(page.locator('.bar-watching')).toContainText('11 of 12 answered')
  await expect(answer(page, 'tremor', 0)).toHaveAttribute('aria-pressed', 'true')
  await answer(page, 'gooseflesh', 0).click()
  await button(page, 'Record 2').click()
  await expect(page.getByRole('link', { name: 'Score now' })).toBeVisible()
  await page.getByRole('link', { name: 'Score now' }).click()
  await expect(page.locator('.bar-watching')).toContainText('0 of 12 answered')
})

test('T-94 a counselor sees what is due and who scores, and says why it waits', async ({ page }) => {
  await open(page, 'one-counselor')
  await expect(
    page.getByText('A nurse scores. On shift: Helen Strand, Kofi Mbeki, Ruth Okafor.')
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Score now' })).toHaveCount(0)
  await button(page, 'Put off').click()
  await expect(button(page, 'First say why')).toBeDisabled()
  await button(page, 'Asleep').click()
  await button(page, 'In 30 min').click()
  await page.locator('.form-watching .go').click()
  const [sent] = await submitted(page)
  expect(sent).toMatchObject({ type: 'withdrawal.defer', watch: 'watch-samir', reason: 'asleep' })
  await open(page, 'score-counselor')
  await expect(page.locator('.answer')).toHaveCount(0)
})

test('T-95 a correction begins from what was entered, asks what was wrong, and is another entry', async ({
  page
}) => {
  await open(page, 'correct')
  await expect(page.locator('.bar-watching')).toContainText('Total 14, Moderate')
  await expect(button(page, 'First say what was wrong')).toBeDisabled()
  await page.getByLabel('What was wrong?').fill('Read the wrong line.')
  await answer(page, 'gooseflesh', 5).click()
  await button(page, /^Record 1\d$/).click()
  const [sent] = await submitted(page)
  expect(sent).toMatchObject({ type: 'withdrawal.correct', reason: 'Read the wrong line.' })
  expect(sent).toHaveProperty('score')
  expect(sent).not.toHaveProperty('seenAt')
})

test('T-96 a watch begins for somebody who has none by that scale, and ends with a reason', async ({
  page
}) => {
  await open(page, 'begin')
  await button(page, 'COWS (opioids)').click()
  await expect(button(page, /^Samir Haddad/)).toHaveCount(0)
  await button(page, /^Grace Ito/).click()
  await button(page, 'Watch Grace Ito').click()
  expect(await submitted(page)).toEqual([{ type: 'withdrawal.watch', stay: 's07', scale: 'cows' }])
  await open(page, 'one-low')
  await button(page, 'Stop the watch').click()
  await button(page, 'Scores stay low').click()
  await isClean(page)
  await picture(page, 'withdrawal-stop-1024')
  await page.locator('.form-watching .go').click()
  expect(await submitted(page)).toEqual([{ type: 'withdrawal.stop', watch: 'watch-rosa', reason: 'settled' }])
})

test('T-97 a score that waits here is told with when it was entered, and is not asked for again', async ({
  page
}) => {
  await open(page, 'watches-kept')
  await expect(page.getByText('Entered at 14:02 and kept here.')).toBeVisible()
  await page.locator('a.watch').filter({ hasText: 'Samir' }).click()
  await expect(page.getByRole('link', { name: 'Score now' })).toHaveCount(0)
})

test('T-90 and T-91 in French', async ({ page }) => {
  await open(page, 'score-cows', 'phone-390', { language: 'fr' })
  await expect(page.locator('.bar-watching')).toContainText('0 réponse sur 12')
  await nearlyAll(page)
  await answer(page, 'gooseflesh', 3).click()
  await expect(page.locator('.bar-watching')).toContainText('Total 5, Léger')
  await expect(page.locator('.bar-watching')).toContainText('Cela ne lance aucune alerte.')
  await picture(page, 'withdrawal-score-complete-390-fr')
})
