/** What a crisis leaves: that it is said, done, put off and given on, on tablet and charge screen. */
import { expect, test, type Page } from '@playwright/test'
import { isClean } from './gallery/clean.ts'
import { afterStates } from './gallery/after-states.ts'
import { fitsHands } from './gallery/hands.ts'
import { openStill, picture, sizes } from './gallery/open.ts'
import { at } from './gallery/scene.ts'
import type { Still } from './gallery/still.ts'

type Size = keyof typeof sizes
type More = Partial<Pick<Still, 'language' | 'theme' | 'answers'>>

async function open(page: Page, state: string, size: Size = 'tablet-1024', more: More = {}): Promise<void> {
  const made = afterStates[state]?.()
  if (!made) throw new Error(`no state ${state}`)
  await openStill(page, { ...made, ...more }, size)
  if (state.startsWith('todo')) await page.waitForSelector('.todo-page')
}

/** Those of a restraint are large. */
const fitsGloves = (page: Page): Promise<void> => fitsHands(page, '.crisis, .held button, .restrain button')

const submitted = (page: Page) => page.evaluate(() => window.board.submitted.map(({ fields }) => fields))
const owedRow = (page: Page, kind: string) => page.locator(`[data-owed="${kind}"]`)
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** The unit says no to the latest thing that was asked for here. */
const refuse = (page: Page, refusal: string) =>
  page.evaluate(says => {
    window.board.sendings.at(-1)?.answered({ outcome: 'refused', refusal: says as never, says: {} })
  }, refusal)

const record = (page: Page) =>
  page.evaluate(() => {
    const position = { epoch: 'still', seq: 1 }
    window.board.sendings.at(-1)?.answered({ outcome: 'recorded', position, repeated: false })
  })

const shots: [state: string, size: Size, more?: More][] = [
  ['resolve', 'tablet-1024'],
  ['resolve', 'phone-390', { language: 'fr' }],
  ['resolve-held', 'tablet-1024', { language: 'fr' }],
  ['who-resolve', 'tablet-1024'],
  ['who-owed', 'phone-390', { language: 'fr' }],
  ['owed', 'tablet-1024'],
  ['owed', 'phone-390', { language: 'fr' }],
  ['owed', 'tablet-1024', { theme: 'night', language: 'fr' }],
  ['todo', 'tablet-1024'],
  ['todo', 'phone-390'],
  ['held', 'tablet-1024'],
  ['held-late', 'phone-390', { language: 'fr' }],
  ['held-alert', 'tablet-1024'],
  ['restrain', 'tablet-1024'],
  ['charge', 'desk-1366'],
  ['charge-held', 'desk-1366', { language: 'fr' }]
]

for (const [state, size, { language = 'en', theme = 'day' } = {}] of shots) {
  const name = ['after', state, size.split('-')[1], language === 'fr' && 'fr', theme !== 'day' && theme]
    .filter(Boolean)
    .join('-')
  test(`@picture ${name}`, async ({ page }) => {
    await open(page, state, size, { language, theme })
    await isClean(page)
    if (!size.startsWith('desk')) await fitsGloves(page)
    await picture(page, name)
  })
}

test('T-66 and T-67 an alert is resolved with what was tapped and written, which outlives a reload and a refusal', async ({
  page
}) => {
  await open(page, 'resolve', 'phone-390')
  await expect(button(page, 'First say what was done')).toBeDisabled()
  await button(page, 'Talked down').click()
  await expect(button(page, 'First say what happened')).toBeDisabled()
  await page.getByLabel('What happened').fill('He had not slept for two nights.')
  await page.reload()
  await page.waitForSelector('html[data-painted=yes]')
  await expect(page.getByLabel('What was done')).toHaveValue('Talked down')
  await button(page, 'Resolve').click()
  await expect(button(page, 'Sending')).toBeDisabled()
  expect(await submitted(page)).toEqual([
    {
      type: 'alert.resolve',
      alert: 'behavioural-1410',
      action: 'Talked down',
      notes: 'He had not slept for two nights.'
    }
  ])
  await refuse(page, 'still-restrained')
  await expect(page.locator('form .refused')).toContainText('has not been released')
  await expect(page.getByLabel('What happened')).toHaveValue('He had not slept for two nights.')
  await page.locator('.first-release').click()
  await expect(page.getByRole('heading', { name: 'Restraint or seclusion' })).toBeVisible()
})

test('T-71 and T-73 it is said what resolving opens, whose and by when, and nothing lies over what is asked', async ({
  page
}) => {
  await open(page, 'resolve')
  const opens = page.locator('[data-opens]')
  await expect(opens).toHaveCount(5)
  await expect(opens.first()).toHaveText(/Debrief\s*Ruth Okafor, due tomorrow 14:19/)
  for (const size of ['tablet-1024', 'tablet-768'] as const) {
    await page.setViewportSize(sizes[size])
    const [asked, sends] = await Promise.all([
      page.locator('.pages').boundingBox(),
      button(page, 'First say what was done').boundingBox()
    ])
    expect((asked?.y ?? NaN) + (asked?.height ?? NaN)).toBeLessThanOrEqual(sends?.y ?? NaN)
    await opens.last().scrollIntoViewIfNeeded()
    await expect(opens.last()).toBeInViewport({ ratio: 1 })
  }
})

test('T-69 whom it was about is asked before it is resolved, and can be changed', async ({ page }) => {
  await open(page, 'who-resolve')
  const who = page.getByRole('group', { name: 'Who was it about?' })
  await who.getByRole('button', { name: 'Nobody in particular' }).click()
  await expect(who.getByRole('button', { name: 'Nobody in particular' })).toHaveAttribute(
    'aria-pressed',
    'true'
  )
  expect(await submitted(page)).toEqual([])
  await who.getByRole('button').nth(1).click()
  const [said] = await submitted(page)
  expect(said).toMatchObject({ type: 'alert.describe', alert: 'behavioural-1410' })
  expect(said?.['stay']).toMatch(/^s\d\d$/)
  await open(page, 'resolve')
  await expect(page.getByRole('heading', { name: 'Who was it about?' })).toHaveCount(0)
})

test('T-69 after it was resolved it is said what naming the person opens, and asked once more', async ({
  page
}) => {
  await open(page, 'who-owed')
  await expect(page.getByText('Naming the person opens: ')).toContainText('family')
  const who = page.getByRole('group', { name: 'Who was it about?' })
  await expect(who.getByRole('button', { name: 'Nobody in particular' })).toHaveCount(0)
  await who.getByRole('button').first().click()
  expect(await submitted(page)).toEqual([])
  await expect(page.getByText('This cannot be taken back')).toBeVisible()
  await isClean(page)
  await button(page, 'Record: ').click()
  const [said] = await submitted(page)
  expect(said).toMatchObject({ type: 'alert.describe', alert: 'behavioural-1410' })
  expect(said?.['stay']).toMatch(/^s\d\d$/)
  await expect(button(page, 'Sending')).toBeDisabled()
})

test('T-67 what was written is let go with its receipt', async ({ page }) => {
  await open(page, 'resolve-drill')
  await button(page, 'Drilled as planned').click()
  await expect(page.getByText('A drill leaves nothing to be done')).toBeVisible()
  await button(page, 'Resolve').click()
  await record(page)
  await expect(page).toHaveURL(/#\/alert\/fire-1410$/)
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
})

test('T-60 a thing is recorded as done with a note, and shown as asked', async ({ page }) => {
  await open(page, 'owed')
  const row = owedRow(page, 'level-review')
  await row.getByRole('button', { name: 'Done' }).click()
  await expect(row.getByText('This cannot be taken back')).toBeVisible()
  await row.getByLabel(/Note/).fill('Q15 until tomorrow.')
  await isClean(page)
  await row.getByRole('button', { name: 'Record as done' }).click()
  await expect(row).toContainText('Not recorded yet')
  await expect(row.getByRole('button')).toHaveCount(0)
  expect(await submitted(page)).toEqual([
    { type: 'alert.settle', alert: 'behavioural-1410', owed: 'level-review', note: 'Q15 until tomorrow.' }
  ])
  await refuse(page, 'already-settled')
  await expect(page.locator('.notice')).toContainText('That stands')
  await expect(row.getByLabel(/Note/)).toHaveValue('Q15 until tomorrow.')
})

test('T-60 and T-65 a thing is put off with a reason, until two hours from now, tomorrow or a chosen time', async ({
  page
}) => {
  await open(page, 'owed')
  const row = owedRow(page, 'plan-review')
  await row.getByRole('button', { name: 'Put off' }).click()
  await expect(row.getByRole('button', { name: 'First say why' })).toBeDisabled()
  await row.getByLabel('Why it has to wait').fill('The physician is here tomorrow.')
  await expect(row.getByRole('button', { name: 'Put off until 18:10' })).toBeEnabled()
  await row.getByRole('button', { name: 'Choose a time' }).click()
  await row.locator('input[type=datetime-local]').fill('2026-06-18T09:00')
  await expect(row.getByRole('button', { name: 'Put off until Thursday 18 June, 09:00' })).toBeEnabled()
  await row.getByRole('button', { name: 'End of tomorrow' }).click()
  await row.getByRole('button', { name: 'Put off until tomorrow 23:59' }).click()
  expect(await submitted(page)).toEqual([
    {
      type: 'alert.defer',
      alert: 'behavioural-1410',
      owed: 'plan-review',
      reason: 'The physician is here tomorrow.',
      until: at('23:59', '2026-06-17')
    }
  ])
})

test('@picture T-60 a thing is handed over by name, or taken over', async ({ page }) => {
  await open(page, 'owed')
  const row = owedRow(page, 'community-word')
  await row.getByRole('button', { name: 'Hand over' }).click()
  await isClean(page)
  await fitsGloves(page)
  await picture(page, 'after-give-1024')
  await row.getByRole('button', { name: 'Dana Whitfield' }).click()
  await owedRow(page, 'family-notice').getByRole('button', { name: 'Take over' }).click()
  expect(await submitted(page)).toEqual([
    { type: 'alert.assign', alert: 'behavioural-1410', owed: 'community-word', to: 'dana' },
    { type: 'alert.assign', alert: 'behavioural-1410', owed: 'family-notice', to: 'priya' }
  ])
})

test('T-64 who has no licence is told who may review the plan, and hands it over to one of them', async ({
  page
}) => {
  await open(page, 'owed-unlicensed')
  const row = owedRow(page, 'plan-review')
  await expect(row).toContainText('Only a licensed member may do this: Dana Whitfield')
  await expect(row.getByRole('button', { name: /Done|Take over/ })).toHaveCount(0)
  await row.getByRole('button', { name: 'Hand over' }).click()
  await expect(row.getByRole('button', { name: 'Sam Whitaker' })).toHaveCount(0)
  await row.getByRole('button', { name: 'Mei Tanaka' }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'alert.assign', owed: 'plan-review', to: 'mei' }])
})

test('T-62 an alert is closed once all is done or put off, and says what is missing before', async ({
  page
}) => {
  await open(page, 'owed')
  await expect(page.getByText('Still to be done or put off: Review of the observation level')).toBeVisible()
  await expect(button(page, 'Close the alert')).toBeDisabled()
  await open(page, 'owed-all')
  await button(page, 'Close the alert').click()
  expect(await submitted(page)).toEqual([{ type: 'alert.close', alert: 'behavioural-1410' }])
  await refuse(page, 'still-owed')
  await expect(page.locator('.notice')).toContainText('It is not closed')
})

test('T-62 an alert begins again within the hour, with a reason', async ({ page }) => {
  await open(page, 'reopen')
  await button(page, /It begins again/).click()
  await page.getByLabel('What happens again').fill('He shouts and throws chairs.')
  await isClean(page)
  await button(page, 'Raise it again').click()
  expect(await submitted(page)).toEqual([
    { type: 'alert.reopen', alert: 'behavioural-1410', reason: 'He shouts and throws chairs.' }
  ])
  await open(page, 'owed')
  await expect(button(page, /It begins again/)).toHaveCount(0)
})

test('T-61 mine to do is in the foot with its count, and opens the alert', async ({ page }) => {
  await open(page, 'todo')
  await expect(page.locator('.todolink')).toContainText('1 late')
  await expect(page.locator('.todolink')).toContainText('4')
  await page
    .getByRole('link', { name: /Review of the observation level/ })
    .first()
    .click()
  await expect(owedRow(page, 'level-review')).toBeVisible()
  await open(page, 'todo-none')
  await expect(page.getByText('Nothing is yours to do.')).toBeVisible()
})

test('T-63 a restraint is recorded with its kind, the age of the unit’s population and when it began', async ({
  page
}) => {
  await open(page, 'held-alert')
  await page.getByRole('link', { name: /Seclusion order 18:06, face-to-face 15:06/ }).click()
  await expect(page.getByRole('heading', { name: 'Restraint or seclusion' })).toBeVisible()
  await open(page, 'restrain')
  await expect(button(page, 'Adult')).toHaveAttribute('aria-pressed', 'true')
  await button(page, 'Restraint').click()
  await button(page, '10 min ago').click()
  await button(page, 'Record: Restraint').click()
  expect(await submitted(page)).toEqual([
    {
      type: 'alert.restrain',
      alert: 'behavioural-1400',
      kind: 'restraint',
      band: 'adult',
      seenAt: at('14:14')
    }
  ])
})

test('T-63 it is renewed, evaluated and released, each as it is asked and when it was', async ({ page }) => {
  await open(page, 'held')
  await button(page, /Renew the order/).click()
  await button(page, 'Renew now').click()
  await button(page, /Evaluated/).click()
  await page.getByRole('button', { name: '5 min ago', exact: true }).click()
  await button(page, /Released/).click()
  await isClean(page)
  await fitsGloves(page)
  await page.getByRole('button', { name: 'Now', exact: true }).click()
  const about = { alert: 'behavioural-1400', restraint: 'held-1406' }
  expect(await submitted(page)).toEqual([
    { type: 'alert.renew-order', ...about },
    { type: 'alert.evaluate', ...about, seenAt: at('14:19') },
    { type: 'alert.release', ...about }
  ])
  await expect(page.locator('.held')).toContainText('Not recorded yet')
})

test('T-64 who may neither renew nor evaluate is told who may, and can still release', async ({ page }) => {
  await open(page, 'held-unlicensed')
  await expect(page.getByText('Renewed by a licensed member: Dana Whitfield')).toBeVisible()
  await expect(page.getByText('By a nurse or a licensed member: Dana Whitfield')).toBeVisible()
  await expect(button(page, /Renew|Evaluated/)).toHaveCount(0)
  await expect(button(page, /Released/)).toBeVisible()
})

test('@picture O-20 all that is left is handed over, done and closed on the charge screen', async ({
  page
}) => {
  await open(page, 'charge', 'desk-1366')
  await expect(page.locator('header.top')).toContainText('2 late after crises')
  await button(page, 'All of it').click()
  const dialog = page.getByRole('dialog', { name: 'After crises' })
  await expect(dialog).toBeVisible()
  await isClean(page)
  await picture(page, 'after-sheet-1366')
  const row = dialog.locator('[data-owed="debrief"]', { hasText: 'Nobody yet' })
  await row.getByRole('button', { name: 'Hand over' }).click()
  await row.getByRole('button', { name: 'Helen Strand' }).click()
  expect(await submitted(page)).toEqual([
    { type: 'alert.assign', alert: 'property-1550', owed: 'debrief', to: 'helen' }
  ])
  await refuse(page, 'no-change')
  await expect(dialog.getByRole('alert')).toBeVisible()
})
