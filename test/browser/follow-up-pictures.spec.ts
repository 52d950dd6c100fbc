/** Follow-ups on the tablet and the charge screen: one list, one thing, a new one, handing over, what became of mine. */
import { expect, test, type Page } from '@playwright/test'
import { isClean } from './gallery/clean.ts'
import { followUpStates, meanwhile } from './gallery/follow-up-states.ts'
import { fitsHands } from './gallery/hands.ts'
import { openStill, picture, type sizes } from './gallery/open.ts'
import { at } from './gallery/scene.ts'
import type { Still } from './gallery/still.ts'

type Size = keyof typeof sizes
type More = Partial<Pick<Still, 'language' | 'theme' | 'answers'>>

async function open(page: Page, state: string, size: Size = 'tablet-1024', more: More = {}): Promise<void> {
  const made = followUpStates[state]?.()
  if (!made) throw new Error(`no state ${state}`)
  await openStill(page, { ...made, ...more }, size)
  if (String(made.props['route']).startsWith('#/todo')) await page.waitForSelector('.todo-page')
  if (made.screen === 'Tablet') await page.waitForSelector('.notices-todo', { state: 'attached' })
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const row = (page: Page, text: string) => page.locator('.row-todo').filter({ hasText: text })
const submitted = (page: Page) => page.evaluate(() => window.board.submitted.map(({ fields }) => fields))
const refuse = (page: Page, refusal: string) =>
  page.evaluate(says => {
    window.board.sendings.at(-1)?.answered({ outcome: 'refused', refusal: says as never, says: {} })
  }, refusal)

const shots: [state: string, size: Size, more?: More][] = [
  ['todo', 'tablet-1024'],
  ['todo', 'phone-390', { language: 'fr', theme: 'night' }],
  ['long', 'phone-360'],
  ['one', 'tablet-768', { language: 'fr' }],
  ['new', 'phone-390'],
  ['hand-over', 'tablet-1024', { theme: 'night' }],
  ['offered', 'phone-390', { language: 'fr' }],
  ['charge', 'desk-1366']
]

for (const [state, size, { language = 'en', theme = 'day' } = {}] of shots) {
  const name = ['follow-up', state, size.split('-')[1], language === 'fr' && 'fr', theme !== 'day' && theme]
    .filter(Boolean)
    .join('-')
  test(`@picture ${name}`, async ({ page }) => {
    await open(page, state, size, { language, theme })
    if (state === 'one') await button(page, 'Fait…').click()
    await isClean(page)
    if (!size.startsWith('desk')) await fitsHands(page)
    await picture(page, name)
  })
}

test('T-123 one list: mine most overdue first, nobody’s in one tap, a colleague’s in two that say from whom', async ({
  page
}) => {
  await open(page, 'todo')
  const names = page.locator('section').first().locator('.row-todo .thing b')
  await expect(names).toHaveText([
    'Review of the observation level',
    'Talk after a crisis',
    'Call to the family',
    'Re-evaluation of the treatment plan',
    'Individual session'
  ])
  await expect(page.locator('.todolink')).toContainText('3 late')
  await row(page, 'Bao Tran').getByRole('button', { name: 'I take it' }).click()
  await row(page, 'Chairs back').getByRole('button', { name: 'Take over' }).click()
  await button(page, 'Yes, from Leo Marchetti').click()
  expect(await submitted(page)).toEqual([
    { type: 'follow-up.take', followUp: 'intake' },
    { type: 'follow-up.take', followUp: 'chairs' }
  ])
  await expect(row(page, 'Bao Tran')).toContainText('Not recorded yet')
  await open(page, 'none')
  await expect(page.getByText('Nothing is yours to do.')).toBeVisible()
})

test('T-124 and T-125 one says where it came from, and ends with how it went and both times; a no keeps what was typed', async ({
  page
}) => {
  await open(page, 'one', 'phone-390')
  await expect(page.locator('.facts-todo')).toContainText('25 min late')
  await expect(page.getByRole('link', { name: /Behavioural emergency, Day room, 14:10/ })).toHaveAttribute(
    'href',
    '#/alert/behavioural-1410'
  )
  await button(page, 'Done…').click()
  await expect(button(page, 'First say how it went')).toBeDisabled()
  await page.getByRole('button', { name: 'Done in part', exact: true }).click()
  await button(page, '15 min ago').click()
  await expect(page.getByText('It was at 15:55, and is recorded at 16:10.')).toBeVisible()
  await page.getByLabel('Note, if there is anything to add').fill('Wants to go on tomorrow.')
  await button(page, 'Record: Done in part, at 15:55').click()
  await expect(page.getByText('Not recorded yet')).toBeVisible()
  expect(await submitted(page)).toEqual([
    {
      ...{ type: 'follow-up.complete', followUp: 'talk', outcome: 'held-in-part', seenAt: at('15:55') },
      note: 'Wants to go on tomorrow.'
    }
  ])
  await refuse(page, 'not-on-shift')
  await expect(page.locator('.notices .refused')).toContainText('Xavier Roy')
  await expect(page.getByLabel('Note, if there is anything to add')).toHaveValue('Wants to go on tomorrow.')
})

test('T-125 who has no licence says of a review that it was declined or not reached, and who may hold it', async ({
  page
}) => {
  await open(page, 'one-review')
  await button(page, 'Done…').click()
  await expect(
    page.getByText('Only a licensed member can say that a plan was reviewed: Dana Whitfield')
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Done', exact: true })).toHaveCount(0)
  await expect(button(page, 'Not reached')).toBeVisible()
})

test('T-126 it is put off with a reason by a week at most, or let go with one', async ({ page }) => {
  await open(page, 'one')
  await button(page, 'Put off…').click()
  await expect(button(page, 'First say why')).toBeDisabled()
  await button(page, 'Asleep').click()
  await button(page, 'Exact time').click()
  const until = page.locator('input[type=datetime-local]')
  await until.fill('2026-06-24T09:00')
  await expect(button(page, 'At most a week from now')).toBeDisabled()
  await until.fill('2026-06-16T15:00')
  await expect(button(page, 'Choose a later time')).toBeDisabled()
  await button(page, 'Tomorrow 09:00').click()
  await button(page, 'Put off until tomorrow 09:00').click()
  await page.reload()
  await page.waitForSelector('.todo-page')
  await button(page, 'Not needed…').click()
  await page.getByLabel('Why it is not needed').first().fill('Her sister came instead.')
  await button(page, 'Take it off the list').click()
  expect(await submitted(page)).toEqual([
    { type: 'follow-up.drop', followUp: 'talk', reason: 'Her sister came instead.' }
  ])
})

test('T-127 who ended it takes that back while it counts, on its page and on the list', async ({ page }) => {
  await open(page, 'over')
  await expect(page.getByText('Done in part, at 15:50; recorded 16:09 by Priya Sato')).toBeVisible()
  await button(page, 'Take it back (32 s)').click()
  expect(await submitted(page)).toEqual([{ type: 'follow-up.reopen', followUp: 'talk' }])
  await page.getByRole('link', { name: 'To the list' }).click()
  await expect(page.locator('.line-todo').filter({ hasText: 'Xavier Roy' })).toContainText('Take it back')
})

test('T-128 the usual talk is in five taps, by keyboard too, and waits on the list for its receipt', async ({
  page
}) => {
  await open(page, 'todo')
  await page.getByRole('link', { name: 'New' }).click()
  await expect(button(page, 'First say what')).toBeDisabled()
  await button(page, 'Talk after a crisis').focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('About whom').selectOption('s05')
  await button(page, 'Record it, due 17:10').focus()
  await page.keyboard.press('Enter')
  expect(await submitted(page)).toEqual([
    { type: 'follow-up.open', kind: 'post-crisis-talk', due: at('17:10'), stay: 's05', owner: 'priya' }
  ])
  await expect(page.locator('.line-todo.waits')).toContainText('Edda Holm, 3A, 17:10. Not recorded yet')
  await refuse(page, 'not-on-shift')
  await page.getByRole('link', { name: 'New' }).click()
  await expect(page.getByLabel('About whom')).toHaveValue('s05')
  await open(page, 'kept', 'phone-390')
  await expect(page.locator('.line-todo.waits')).toContainText('Call to the family, Edda Holm, 3A, 17:06.')
  await expect(row(page, 'Bao Tran')).toContainText('Not recorded yet')
  await expect(page.locator('.row-todo .wait b').first()).toHaveText('')
})

test('T-129 a list is handed over, offered before a shift ends, and says that it is still mine', async ({
  page
}) => {
  await open(page, 'unit')
  await button(page, 'End my shift').click()
  await expect(page.getByText('Something is still yours.')).toBeVisible()
  expect(await submitted(page)).toEqual([])
  await page.getByRole('link', { name: 'Hand over' }).click()
  await expect(button(page, 'First say to whom')).toBeDisabled()
  await button(page, 'Leo Marchetti').click()
  await button(page, /Individual session, Lucas Moreau/).click()
  await button(page, 'Offer 2 to Leo Marchetti').click()
  expect(await submitted(page)).toEqual([{ type: 'follow-up.offer', followUps: ['talk', 'call'], to: 'leo' }])
  await expect(row(page, 'Xavier Roy')).toContainText('Not recorded yet')
})

test('T-130 who is offered a list is told wherever they are, and takes all of it, what is ticked, or none', async ({
  page
}) => {
  await open(page, 'unit')
  await page.locator('.notices-todo').getByRole('link', { name: 'See the list' }).click()
  await expect(page.getByText('From Dana Whitfield, 16:02')).toBeVisible()
  await expect(button(page, 'Take all 2')).toBeEnabled()
  await button(page, /Plan review, Grace Ito/).click()
  await button(page, 'Take the 1 ticked').click()
  expect(await submitted(page)).toEqual([{ type: 'follow-up.accept', followUps: ['second'] }])
  await open(page, 'offered')
  await button(page, 'I cannot take it').click()
  await button(page, 'My shift ends').click()
  await isClean(page)
  await button(page, 'Say that I cannot take it').click()
  expect(await submitted(page)).toEqual([
    { type: 'follow-up.decline', followUps: ['second', 'review'], reason: 'My shift ends' }
  ])
})

test('T-131 what became of mine is told until it is read, also after a reload', async ({ page }) => {
  await open(page, 'before')
  await page.evaluate(still => window.board.become(still), meanwhile())
  const told = page.locator('.notices-todo .notice').last()
  await expect(told).toContainText('Ines Duarte has this now: Talk after a crisis, Xavier Roy, 12B.')
  await expect(told).toContainText(
    'Leo Marchetti took over what you offered: Call to the family, Rosa Lima, 9B.'
  )
  await page.addInitScript(state => (window.still = state), meanwhile())
  await page.reload()
  await told.getByRole('button', { name: 'I have read it' }).click()
  await expect(told).not.toContainText('Ines Duarte')
})

test('O-30 charge staff see all of them late first, and give one by a pick', async ({ page }) => {
  await open(page, 'charge', 'desk-1366')
  const line = page.locator('.follow-ups-line')
  await expect(line).toContainText('4 late')
  await expect(line).toContainText('2 nobody’s')
  await line.getByRole('button', { name: 'All of it' }).click()
  const rows = page.locator('.follow-ups-all li')
  await expect(rows.first()).toContainText('Chairs back')
  await isClean(page)
  await picture(page, 'follow-up-charge-sheet-1366')
  await rows.filter({ hasText: 'Bao Tran' }).getByRole('combobox').selectOption('dana')
  expect(await submitted(page)).toEqual([{ type: 'follow-up.assign', followUp: 'intake', to: 'dana' }])
  await refuse(page, 'not-on-shift')
  await expect(page.locator('.owedsheet .refusal')).toBeVisible()
})
