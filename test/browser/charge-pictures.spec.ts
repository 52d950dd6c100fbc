import { expect, test, type Locator, type Page } from '@playwright/test'
import { isClean } from './gallery/clean.ts'
import { chargeStates } from './gallery/charge-states.ts'
import { openStill, picture, type sizes } from './gallery/open.ts'
import type { StillBoard } from './gallery/still-board.svelte.ts'
import type { Still } from './gallery/still.ts'

declare global {
  interface Window {
    board: StillBoard
  }
}

type Shot = [
  state: keyof typeof chargeStates,
  size: keyof typeof sizes,
  more?: Partial<Pick<Still, 'language' | 'theme'>>
]

const shots: Shot[] = [
  ['plan', 'desk-1366'],
  ['plan', 'desk-1920'],
  ['plan', 'desk-1366', { language: 'fr', theme: 'night' }],
  ['alerts', 'desk-1366'],
  ['alerts', 'desk-1920', { language: 'fr' }],
  ['three-alerts', 'desk-1366', { language: 'fr' }],
  ['three-alerts', 'desk-1920', { theme: 'night' }],
  ['given-back', 'desk-1366'],
  ['drills', 'desk-1366', { language: 'fr' }],
  ['crowded', 'desk-1366', { language: 'fr' }],
  ['crowded', 'desk-1920'],
  ['short-handed', 'desk-1366'],
  ['not-high', 'desk-1366', { language: 'fr' }],
  ['not-live', 'desk-1366']
]

const open = (
  page: Page,
  state: keyof typeof chargeStates,
  size: keyof typeof sizes,
  more: Partial<Still> = {}
) => openStill(page, { ...chargeStates[state](), ...more }, size)

for (const [state, size, { language = 'en', theme = 'day' } = {}] of shots) {
  const name = ['charge', state, size, language === 'fr' && 'fr', theme !== 'day' && theme]
    .filter(Boolean)
    .join('-')
  test(`@picture ${name}`, async ({ page }) => {
    await open(page, state, size, { language, theme })
    await isClean(page)
    await picture(page, name)
  })
}

const member = (page: Page, name: string) => page.locator('.mem', { hasText: name })
const meeting = (page: Page, id: string) => page.locator(`[data-meeting="${id}"]`)
const processA = 'process-a~2026-06-16~1430'

test('@picture what stops a move is said before it is made', async ({ page }) => {
  await open(page, 'plan', 'desk-1366')
  await member(page, 'Jonas Lindqvist').click()
  await meeting(page, processA).click()
  await expect(page.getByRole('dialog')).toContainText('LMFT expired on 31 May 2026')
  await isClean(page)
  await picture(page, 'charge-stop-desk-1366')
})

test('@picture what deserves a thought is said before it is made', async ({ page }) => {
  await open(page, 'plan', 'desk-1366', { language: 'fr' })
  await member(page, 'Dana Whitfield').click()
  await meeting(page, processA).click()
  await expect(page.getByRole('dialog')).toContainText('10 min')
  await isClean(page)
  await picture(page, 'charge-warn-desk-1366-fr')
})

test('@picture a meeting says who could lead it', async ({ page }) => {
  await open(page, 'plan', 'desk-1366', { theme: 'night' })
  await meeting(page, processA).click()
  await isClean(page)
  await picture(page, 'charge-meeting-desk-1366-night')
})

test('@picture early in the day a popover covers neither its meeting nor its row', async ({ page }) => {
  await open(page, 'early', 'desk-1366')
  const target = meeting(page, 'sleep~2026-06-16~1000')
  await target.click()
  const [pop, line] = [await page.getByRole('dialog').boundingBox(), await target.boundingBox()]
  if (!pop || !line) throw new Error('nothing to measure')
  const apart = pop.x + pop.width <= line.x || pop.y >= line.y + line.height || pop.y + pop.height <= line.y
  expect(apart, 'the popover lies beside what is being changed').toBe(true)
  await picture(page, 'charge-early-desk-1366')
})

test('@picture the people of the unit, and one of them', async ({ page }) => {
  await open(page, 'plan', 'desk-1366')
  await page.getByRole('button', { name: 'People' }).click()
  await page.getByRole('button', { name: /Chloé Martin/ }).click()
  await isClean(page)
  await picture(page, 'charge-people-desk-1366')
})

test('@picture a few letters find anybody', async ({ page }) => {
  await open(page, 'plan', 'desk-1366')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('chl')
  await expect(page.getByPlaceholder('Find people')).toHaveValue('chl')
  await expect(page.getByText('Chloé Martin')).toBeVisible()
  await isClean(page)
  await picture(page, 'charge-find-desk-1366')
})

test('the search takes the first letter, however soon it comes', async ({ page }) => {
  await open(page, 'plan', 'desk-1366')
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

const asked = (page: Page) => page.evaluate(() => window.board.submitted.map(({ fields }) => fields))

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
  await open(page, 'plan', 'desk-1366', { answers: 'recorded' })
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
  await open(page, 'plan', 'desk-1366', { answers: 'recorded' })
  await drag(page, member(page, 'Jonas Lindqvist'), meeting(page, processA))
  await expect(page.getByRole('dialog')).toContainText('Stops here')
  expect(await asked(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a meeting is started, ended and cancelled on its sheet, each one submit', async ({ page }) => {
  const relapse = 'relapse~2026-06-16~1330'
  await open(page, 'plan', 'desk-1366', { answers: 'recorded' })
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
  await open(page, 'plan', 'desk-1366', { answers: 'recorded' })
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
  await open(page, 'plan', 'desk-1366', { answers: 'recorded' })
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
  await open(page, 'short-handed', 'desk-1366')
  await expect(meeting(page, processA)).toContainText('LPC expired')
  await expect(meeting(page, 'art~2026-06-16~1345')).toContainText('Nobody leads')
  await expect(meeting(page, 'distress~2026-06-16~1530')).not.toContainText('off shift')
  await expect(page.getByRole('region', { name: 'Groups without a leader' })).toContainText('Art and making')
  await meeting(page, processA).click()
  await expect(page.getByRole('dialog')).toContainText('Mei Tanaka: LPC expired on 15 June 2026.')
  await expect(member(page, 'Mei Tanaka')).toContainText('expired')
  await picture(page, 'charge-expired-desk-1366')
})

test('what became of one person is not said under another’s name', async ({ page }) => {
  await open(page, 'plan', 'desk-1366', { answers: 'recorded' })
  await page.getByRole('button', { name: 'People' }).click()
  await page.getByRole('button', { name: /Chloé Martin/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Leaves the unit for').fill('the clinic')
  await dialog.getByRole('button', { name: 'Leaves', exact: true }).click()
  await expect(dialog.getByRole('status')).toContainText('Chloé Martin left for the clinic.')
  await page.getByRole('button', { name: /Bruno Keller/ }).click()
  await expect(dialog.getByRole('status')).toHaveText('')
})
test('who is off shift is shown where they are put on, not put on at once', async ({ page }) => {
  await open(page, 'plan', 'desk-1366', { answers: 'recorded' })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('nadia')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Put on shift Nadia Benali' })).toBeFocused()
  expect(await asked(page)).toEqual([])
  await page.keyboard.press('Enter')
  expect(await asked(page)).toEqual([{ type: 'member.start-shift', member: 'nadia' }])
})

const art = 'art~2026-06-16~1345'
const cover = { type: 'meeting.reassign', meeting: art, facilitator: 'jonas', expects: 'sam' }

test('O-8 one tap on a suggested cover, or Enter, is one submit, undone for ten seconds', async ({
  page
}) => {
  await open(page, 'alerts', 'desk-1366', { answers: 'recorded' })
  await page.getByRole('button', { name: 'Give to Jonas Lindqvist' }).click()
  expect(await asked(page)).toEqual([cover])
  await expect(page.getByRole('status')).toContainText('Jonas Lindqvist leads Art and making')
  await page.getByRole('button', { name: /^Undo/ }).click()
  const back = { ...cover, facilitator: 'sam', expects: 'jonas' }
  expect(await asked(page)).toEqual([cover, back])
  await page.getByRole('button', { name: 'Give to Jonas Lindqvist' }).focus()
  await page.keyboard.press('Enter')
  expect(await asked(page)).toEqual([cover, back, cover])
})

test('O-8 a cover on its way is not offered again, and another leader is chosen as ever', async ({
  page
}) => {
  await open(page, 'alerts', 'desk-1366')
  await page.getByRole('button', { name: 'Another leader for Art and making' }).click()
  await expect(page.getByRole('dialog')).toContainText('Who could')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Give to Jonas Lindqvist' }).click()
  await expect(page.getByRole('button', { name: 'Give to Jonas Lindqvist' })).toHaveCount(0)
  expect(await asked(page)).toEqual([cover])
})

test('O-10 a group is given back in one tap once the alert is over', async ({ page }) => {
  await open(page, 'given-back', 'desk-1366', { answers: 'recorded' })
  await page.getByRole('button', { name: 'Give back to Sam Whitaker' }).click()
  expect(await asked(page)).toEqual([{ ...cover, facilitator: 'sam', expects: 'jonas' }])
})

test('O-9 O-11 @picture what was given away stays in sight, with the rounds that fall due', async ({
  page
}) => {
  await open(page, 'covered', 'desk-1366')
  await expect(page.getByText('Jonas Lindqvist leads it meanwhile')).toBeVisible()
  await expect(page.getByText('rounds due')).toBeVisible()
  await expect(page.getByText('1 person never left alone')).toBeVisible()
  await picture(page, 'charge-covered-desk-1366')
})

test('O-16 @picture an alert is raised here by keys alone', async ({ page }) => {
  await open(page, 'plan', 'desk-1366')
  await page.keyboard.press('Alt+c')
  const button = page.getByRole('button', { name: /^Crisis/ })
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
  await open(page, 'alerts', 'desk-1366', { answers: 'recorded' })
  await page.getByRole('button', { name: 'Give to Jonas Lindqvist' }).click()
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible()
  const box = await page.getByRole('button', { name: /^Crisis/ }).boundingBox()
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
    await open(page, 'given-back', 'desk-1366')
    const [from, button] = [
      page.getByRole('button', { name: opener }),
      page.getByRole('button', { name: /^Crisis/ })
    ]
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

test('O-19 the search and the list of keys give way to the crisis button', async ({ page }) => {
  await open(page, 'plan', 'desk-1366')
  const button = page.getByRole('button', { name: /^Crisis/ })
  for (const key of ['Control+k', '?']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Alt+c')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(button).toBeFocused()
  }
})

test('O-17 who sits here answers an alert, each time with one submit', async ({ page }) => {
  await open(page, 'alerts', 'desk-1366', { answers: 'recorded' })
  await page.getByRole('button', { name: 'I am coming' }).click()
  expect(await asked(page)).toEqual([{ type: 'alert.acknowledge', answer: 'coming', alert: 'alert-0001' }])
  await expect(page.getByRole('link', { name: 'On tablet' })).toHaveAttribute('href', '/#/alert/alert-0001')
})

test('O-12 O-13 an alert says who was told and why, where it was shown, and where it was not', async ({
  page
}) => {
  await open(page, 'three-alerts', 'desk-1920')
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

test('O-14 @picture a drill is begun here, and the report of each has its own figures', async ({ page }) => {
  await open(page, 'drills', 'desk-1366', { answers: 'recorded' })
  await page.getByRole('button', { name: 'Drills' }).click()
  const report = page.getByRole('article', { name: /Fire, Dining room/ })
  await expect(report).toContainText('Answered after 42 s')
  await expect(report).toContainText('On scene after 2:00')
  await expect(report.getByRole('row', { name: /Station wall/ })).toContainText('after 0.3 s')
  await expect(report.getByRole('row', { name: /Station wall/ })).toContainText('never')
  await expect(page.getByText('1 drill:')).toContainText('answered after 42 s, on scene after 2:00')
  await isClean(page)
  await picture(page, 'charge-drills-desk-1366')
  await expect(page.getByRole('button', { name: /^Crisis/ })).toBeInViewport({ ratio: 1 })
  await page.getByLabel('Kind').selectOption('fire')
  await page.getByLabel('Place').selectOption('workshop')
  await page.getByRole('button', { name: 'Start the drill' }).click()
  expect(await asked(page)).toEqual([{ type: 'alert.raise', kind: 'fire', place: 'workshop', drill: true }])
  await expect(page.getByRole('status')).toContainText('The drill has begun.')
})

test('O-18 @picture what was given up is tried again or let go, each with one submit', async ({ page }) => {
  await open(page, 'unreached', 'desk-1366', { answers: 'recorded' })
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

test('O-22 the row that was tapped stays where it is', async ({ page }) => {
  await open(page, 'alerts', 'desk-1366', { answers: 'recorded' })
  const row = page.locator('.leftrow', { hasText: 'Art and making' })
  const before = await row.boundingBox()
  await page.getByRole('button', { name: 'Give to Jonas Lindqvist' }).click()
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible()
  expect((await row.boundingBox())?.y).toBe(before?.y)
})

test('O-23 @picture a drill beside a real alert is asked once more', async ({ page }) => {
  await open(page, 'alerts', 'desk-1366', { answers: 'recorded' })
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

test('O-24 @picture who could lead is seen first where another is asked for', async ({ page }) => {
  await open(page, 'alerts', 'desk-1366')
  await page.getByRole('button', { name: 'Another leader for Art and making' }).click()
  const could = page.getByRole('dialog').getByRole('button')
  await expect(could.first()).toContainText('Jonas Lindqvist')
  for (const nth of [0, 1, 2]) await expect(could.nth(nth)).toBeInViewport({ ratio: 1 })
  await picture(page, 'charge-other-desk-1366')
})

test('O-25 @picture what is late keeps its name while an alert is open', async ({ page }) => {
  await open(page, 'late-meanwhile', 'desk-1366')
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

test('O-21 @picture what alerts that are over did not reach is let go of by receiver', async ({ page }) => {
  await open(page, 'unreached-both', 'desk-1366', { language: 'fr', answers: 'recorded' })
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

test('@picture the report of a drill in French, at night', async ({ page }) => {
  await open(page, 'drills', 'desk-1920', { language: 'fr', theme: 'night' })
  await page.getByRole('button', { name: 'Exercices' }).click()
  await isClean(page)
  await picture(page, 'charge-drills-desk-1920-fr-night')
})
