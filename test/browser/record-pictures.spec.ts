import { expect, test, type Page } from '@playwright/test'
import type { AlertRecord } from '../../shared/alerts/record-step.ts'
import { isClean } from './gallery/clean.ts'
import { openStill, picture, type sizes } from './gallery/open.ts'
import { recordStates } from './gallery/record-states.ts'
import type { Still } from './gallery/still.ts'

type State = keyof typeof recordStates
type Size = keyof typeof sizes

/** How the server answers, until it is told otherwise. */
interface Served {
  status: number
  body: unknown
}

async function open(
  page: Page,
  state: State,
  size: Size,
  { served, ...more }: Partial<Still> & { served?: Served | 'silence' } = {}
): Promise<{ served: Served | 'silence' }> {
  const { still, record } = recordStates[state]()
  const server = { served: served ?? { status: 200, body: record } }
  await page.route('**/api/units/**', route =>
    server.served === 'silence'
      ? route.abort()
      : route.fulfill({ status: server.served.status, json: server.served.body })
  )
  await openStill(page, { ...still, ...more }, size)
  return server
}

/** The sheet is set, as far as it has to be tightened. */
const sheetIsSet = (page: Page): Promise<void> => page.locator('.sheet.fits').waitFor({ state: 'attached' })

const shots: [State, Size, Partial<Pick<Still, 'language' | 'theme'>>?][] = [
  ['crisis', 'desk-1366'],
  ['crisis', 'tablet-1024', { language: 'fr' }],
  ['drill', 'tablet-1024'],
  ['figures', 'desk-1366'],
  ['figures', 'tablet-1024', { language: 'fr', theme: 'night' }]
]

for (const [state, size, { language = 'en', theme = 'day' } = {}] of shots) {
  const name = ['record', state, size, language === 'fr' && 'fr', theme !== 'day' && theme]
    .filter(Boolean)
    .join('-')
  test(`@picture ${name}`, async ({ page }) => {
    await open(page, state, size, { language, theme })
    await page.locator('article').waitFor()
    await isClean(page)
    await picture(page, name)
  })
}

/** Pages of a PDF, by their objects. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

/** The same record with more steps than any page holds, and texts as long as they may be. */
function endless(record: AlertRecord): AlertRecord {
  const steps = Array.from({ length: 6 }, (_, round) =>
    record.steps.map(step => ({ ...step, seq: step.seq + round * 10_000 }))
  ).flat()
  const long = steps.map(step =>
    step.what === 'resolved'
      ? { ...step, action: 'action '.repeat(57), notes: 'as it was '.repeat(200) }
      : step
  )
  return { ...record, steps: long }
}

for (const language of ['en', 'fr'] as const) {
  test(`E-8 a record is one page of A4 and one of Letter, in letters of 8 points or more (${language})`, async ({
    page
  }) => {
    const { record } = recordStates.crisis()
    if (!record) throw new Error('no record')
    expect(record.steps.length).toBeGreaterThanOrEqual(60)
    for (const body of [record, endless(record)]) {
      await open(page, 'crisis', 'desk-1366', { language, served: { status: 200, body } })
      await sheetIsSet(page)
      for (const format of ['A4', 'Letter'] as const) expect(pagesOf(await page.pdf({ format }))).toBe(1)
      await page.emulateMedia({ media: 'print' })
      const set = await page.locator('.sheet').evaluate(sheet => {
        const body = sheet.querySelector('.sheet-body')
        const sizes = [...sheet.querySelectorAll('*')].map(one => parseFloat(getComputedStyle(one).fontSize))
        const spills =
          !body || body.scrollWidth > body.clientWidth + 1 || body.scrollHeight > body.clientHeight + 1
        return { points: Math.min(...sizes) * 0.75, spills }
      })
      expect(set.points).toBeGreaterThanOrEqual(7.99)
      expect(set.spills).toBe(false)
      await page.emulateMedia({ media: null })
    }
    await expect(page.locator('.sheet')).toContainText(language === 'fr' ? 'étapes moindres' : 'lesser steps')
  })
}

for (const [state, language] of [
  ['crisis', 'en'],
  ['drill', 'fr'],
  ['figures', 'fr']
] as const) {
  test(`@picture record-print-${state}-${language}`, async ({ page }) => {
    await open(page, state, 'desk-1366', { language, theme: 'night' })
    if (state !== 'figures') await sheetIsSet(page)
    await page.emulateMedia({ media: 'print' })
    // A4 without its margins of 12 mm.
    await page.setViewportSize({ width: 703, height: 1032 })
    await picture(page, `record-print-${state}-${language}`)
  })
}

test('E-9 who has left the staff is a former member', async ({ page }) => {
  await open(page, 'crisis', 'desk-1366')
  await expect(page.locator('article')).toContainText('Former member jonas cannot come.')
  await expect(page.locator('article')).toContainText('Karim Brandt is coming.')
})

test('E-13 a page says why there is no record, and what to do', async ({ page }) => {
  const problem = { title: 'No such record', detail: 'The unit knows no alert by this address.', status: 404 }
  const server = await open(page, 'crisis', 'tablet-1024', { served: { status: 404, body: problem } })
  await expect(page.getByRole('heading', { name: 'No such record' })).toBeVisible()
  await isClean(page)
  server.served = 'silence'
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'No answer from the server' })).toBeVisible()
  await expect(page.getByText('it stays in the journal')).toBeVisible()
  server.served = { status: 200, body: recordStates.crisis().record }
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: /Behavioural emergency/ })).toBeVisible()
  server.served = 'silence'
  await page.getByRole('button', { name: 'Read again' }).click()
  await expect(page.getByRole('status')).toContainText(
    'It could not be read again. What you see is as of 15:40.'
  )
})

test('E-13 a page that is still being read says so', async ({ page }) => {
  let answer = (): void => undefined
  const told = new Promise<void>(resolve => (answer = resolve))
  const { still, record } = recordStates.crisis()
  await page.route('**/api/units/**', async route => {
    await told
    await route.fulfill({ json: record })
  })
  await openStill(page, still, 'tablet-1024')
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('status')).toContainText('Reading the record')
  answer()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
})

test('E-12 drills stand on a page of their own, and an empty one says why', async ({ page }) => {
  await open(page, 'figures', 'desk-1366')
  await expect(page.locator('.figures').first()).not.toContainText('Fire')
  await page.getByRole('button', { name: 'Drills' }).click()
  await expect(page.locator('.figures tbody').first()).toContainText('Fire')
  await expect(page.locator('.figures tbody').first().getByRole('row')).toHaveCount(1)
  await open(page, 'empty', 'desk-1366')
  await expect(page.getByRole('heading', { name: 'No alert has been closed yet' })).toBeVisible()
})
