/** Every state of the wall, as a picture, checked with axe and for rows that spill over an edge. */
import { expect, test, type Page } from '@playwright/test'
import { isClean } from './gallery/clean.ts'
import { openStill, picture, sizes } from './gallery/open.ts'
import { wallStates, type WallState } from './gallery/wall-states.ts'
import type { Still } from './gallery/still.ts'

type Size = Extract<keyof typeof sizes, `wall-${string}`>

/** One face of a state, opened once and looked at in every size that is named; the first is the one axe looks at. */
interface Shown {
  state: WallState
  sizes?: Size[]
  language?: Still['language']
  theme?: Still['theme']
  forced?: boolean
}

const all = Object.keys(wallStates) as WallState[]
const upright: readonly WallState[] = [
  ...(['empty', 'calm', 'busy', 'crisis', 'crises', 'low', 'cutoff', 'night', 'public', 'covered'] as const),
  ...(['contained', 'drill', 'merged', 'crowded-crises'] as const)
]
const fine: readonly WallState[] = ['calm', 'crisis']
const forced: readonly WallState[] = ['drill', 'contained', 'crisis', 'busy']

const shown: Shown[] = [
  ...all.map(state => ({
    state,
    sizes: [
      'wall-1080' as const,
      ...(upright.includes(state) ? ['wall-portrait' as const] : []),
      ...(fine.includes(state) ? ['wall-4k' as const] : [])
    ],
    forced: forced.includes(state)
  })),
  ...(['calm', 'busy', 'crises', 'unanswered', 'stale', 'night', 'public'] as const).map(state => ({
    state,
    language: 'fr' as const
  })),
  ...(['contained', 'drill', 'silent', 'merged', 'late-arrival'] as const).map(state => ({
    state,
    language: 'fr' as const
  })),
  ...(['crisis', 'crowded-crises'] as const).map(state => ({
    state,
    language: 'fr' as const,
    sizes: ['wall-1080' as const, 'wall-portrait' as const]
  })),
  { state: 'drill', theme: 'night' },
  { state: 'contained', theme: 'night' },
  { state: 'crisis', theme: 'night' },
  { state: 'busy', theme: 'contrast' }
]

const nameOf = ({ state, language, theme }: Shown, size: Size, forced = false): string =>
  [`wall-${state}-${size.slice(5)}`, language, theme, forced && 'forced'].filter(Boolean).join('-')

/** What reaches beyond the screen, or over the region after it. */
function spills(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const rows =
      '[data-rank]:not(.cut-off), .head, .strip, .call, .chain, .off, .clock, .tally, .time, .lead, .run'
    const cut = '.cut-off, .unseen'
    const wrong: string[] = []
    for (const element of document.querySelectorAll(rows)) {
      if (element.closest(cut)) continue
      const { left, right, top, bottom } = element.getBoundingClientRect()
      if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
        wrong.push(`${element.className} ${element.textContent.trim().slice(0, 40)}`)
    }
    for (const element of document.querySelectorAll('.cut-off *'))
      if (getComputedStyle(element).visibility === 'visible')
        wrong.push(`seen: ${element.textContent.trim()}`)
    const sheet = document.querySelector('[data-fit=sheet]')?.getBoundingClientRect()
    for (const section of document.querySelectorAll('[data-fit=sheet] > [data-part]')) {
      const { bottom } = section.getBoundingClientRect()
      if (sheet && bottom > sheet.bottom + 1) wrong.push(`${section.className} over the foot`)
    }
    for (const name of document.querySelectorAll('.alarm:not(.cut-off) :is(h2, .place, .fact)')) {
      const text = document.createRange()
      text.selectNodeContents(name)
      const { right } = (name.closest('.name, .title') ?? name).getBoundingClientRect()
      if (text.getBoundingClientRect().right > right + 1) wrong.push(`cut: ${name.textContent}`)
    }
    return wrong
  })
}

const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))

for (const one of shown) {
  const { state, sizes: looks = ['wall-1080'] } = one
  test(`@picture ${nameOf(one, 'wall-1080')}`, async ({ page }) => {
    const still = wallStates[state]()
    const { language = still.language, theme = still.theme } = one
    for (const size of looks) {
      if (size === looks[0]) await openStill(page, { ...still, language, theme }, size)
      else await page.setViewportSize(sizes[size])
      await settled(page)
      expect(await spills(page), size).toEqual([])
      await picture(page, nameOf(one, size))
      if (size === looks[0]) await isClean(page)
    }
    if (!one.forced) return
    await page.setViewportSize(sizes['wall-1080'])
    await page.emulateMedia({ forcedColors: 'active' })
    await settled(page)
    expect(await spills(page), 'in forced colours').toEqual([])
    await picture(page, nameOf(one, 'wall-1080', true))
    await isClean(page)
  })
}

// 4K has the geometry of 1080: one distance is enough to see that nothing knows the resolution.
const places = [
  ...([2, 4, 7] as const).flatMap(distance =>
    (['wall-1080', 'wall-portrait'] as const).map(size => ({ distance, size }))
  ),
  { distance: 4, size: 'wall-4k' as const }
]
for (const state of ['crowded', 'crowded-crises', 'busy', 'crises', 'night'] as const)
  for (const language of ['en', 'fr'] as const)
    test(`X-11 nothing spills and no place is cut, however far it hangs: ${state}, ${language}`, async ({
      page
    }) => {
      await openStill(page, { ...wallStates[state](), language }, 'wall-1080')
      for (const { distance, size } of places) {
        await page.evaluate(
          d => document.documentElement.style.setProperty('--distance', String(d)),
          distance
        )
        const { width, height } = sizes[size]
        await page.setViewportSize({ width: width - 2, height: height - 2 })
        await settled(page)
        expect(await spills(page), `${distance} m, ${size}`).toEqual([])
        expect(await page.locator('.call, [data-rank]:not(.cut-off)').count()).toBeGreaterThan(0)
      }
    })

test('A-71 a wall names to the board every alert that it has no room for, and none that it shows', async ({
  page
}) => {
  await openStill(page, wallStates['crowded-crises'](), 'wall-1080')
  await settled(page)
  const { left, unseen, all } = await page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
    const idOf = ({ dataset }: HTMLElement) => dataset['row'] ?? ''
    return {
      left: window.leftOff(document),
      unseen: rows.filter(row => !row.checkVisibility({ visibilityProperty: true })).map(idOf),
      all: rows.length
    }
  })
  expect(unseen.length).toBeGreaterThan(0)
  expect(unseen.length).toBeLessThan(all)
  expect(left).toEqual(unseen)
})

test('X-3 rows that are left off are counted in the heading, and the most overdue stay', async ({ page }) => {
  await openStill(page, wallStates.crowded(), 'wall-1080')
  await settled(page)
  const due = page.locator('.due')
  const all = await due.locator('[data-rank]').count()
  const kept = await due.locator('[data-rank]:not(.cut-off)').count()
  expect(kept).toBeLessThan(all)
  await expect(due.locator('.asof')).toContainText(`${all - kept} more`)
  expect(await due.locator('[data-rank]:not(.cut-off)').first().locator('h3').innerText()).toContain('Deer 7')
})

test('a public wall holds no person, no member and no alert', async ({ page }) => {
  const still = wallStates.public()
  await openStill(page, still, 'wall-1080')
  const text = await page.locator('body').innerText()
  expect(text).toContain('Art and making')
  for (const hidden of ['Heron', 'Wren', 'Deer', 'Okafor', 'Whitfield', 'dental'])
    expect(text).not.toContain(hidden)
})

test('a covered wall shows an alert without anybody in it', async ({ page }) => {
  await openStill(page, wallStates['covered-crisis'](), 'wall-1080')
  const text = await page.locator('body').innerText()
  expect(text).toContain('Medical emergency')
  for (const hidden of ['Otter', 'Heron', 'Karim', 'Okafor', 'Whitfield']) expect(text).not.toContain(hidden)
})

test('with reduced motion nothing moves; without, only the mark does', async ({ page }) => {
  await openStill(page, wallStates.unanswered(), 'wall-1080')
  const moving = () =>
    page.evaluate(() =>
      document.getAnimations().map(({ effect }) => (effect as KeyframeEffect).target?.className)
    )
  expect(await moving()).toEqual(['mark flash'])
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await settled(page)
  expect(await moving()).toEqual([])
})

test('an alert is spoken, and named in the title of the page', async ({ page }) => {
  await openStill(page, wallStates.unanswered(), 'wall-1080')
  await expect(page.getByRole('alert')).toContainText('Behavioural emergency, Group room 2')
  await expect(page).toHaveTitle(/Behavioural emergency/)
})

test('X-7 a drill is named as practice on the glass, in the title, and where it is spoken', async ({
  page
}) => {
  for (const [language, drill, practice] of [
    ['en', 'Drill', 'this is practice'],
    ['fr', 'Exercice', 'ceci est un entraînement']
  ] as const) {
    await openStill(page, { ...wallStates.drill(), language }, 'wall-1080')
    await expect(page.locator('.practice')).toContainText(practice)
    await expect(page.getByRole('alert')).toContainText(drill)
    await expect(page).toHaveTitle(new RegExp(`^\\(!\\) ${drill}`))
  }
})

test('X-8 a silent alert is shown to the staff, and neither blinks nor is spoken', async ({ page }) => {
  const still = wallStates.silent()
  await openStill(page, still, 'wall-1080')
  await expect(page.locator('.call')).toContainText('Staff in danger')
  await expect(page.getByRole('alert')).not.toContainText('danger')
  await expect(page).toHaveTitle('Maple House')
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  await openStill(page, { ...still, props: { display: { covered: true, sound: 'on' } } }, 'wall-1080')
  expect(await page.locator('body').innerText()).not.toContain('danger')
})

test('X-5 a contained alert is a line on paper that asks for nobody', async ({ page }) => {
  await openStill(page, wallStates.contained(), 'wall-1080')
  const line = page.locator('.alarm.contained')
  await expect(line).toContainText('Contained')
  await expect(line.locator('.needed')).toHaveCount(0)
  const paper = (selector: string): Promise<string> =>
    page.locator(selector).evaluate(element => getComputedStyle(element).backgroundColor)
  const red = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--high'))
  expect(red).not.toBe('')
  expect(await paper('.alarm.contained')).not.toBe('rgb(185, 18, 28)')
  await expect(page.locator('.head:not(.notlive)')).toBeVisible()
})

test('X-5 that no display showed it, what it owes and restraints are nowhere on the wall', async ({
  page
}) => {
  const { rows, ...still } = wallStates.crisis()
  const alerts = Object.fromEntries(
    Object.entries(rows.alerts).map(([id, row]) => [id, { ...row, unshown: true }])
  )
  await openStill(page, { ...still, rows }, 'wall-1080')
  const before = await page.locator('body').innerText()
  await openStill(page, { ...still, rows: { ...rows, alerts } }, 'wall-1080')
  expect(await page.locator('body').innerText()).toBe(before)
  for (const row of Object.values(rows.alerts))
    expect([row.owed, row.restraints, row.shown]).toEqual([null, null, null])
})

test('X-6 what came late says its age, and that it was only just received', async ({ page }) => {
  const still = wallStates['late-arrival']()
  await openStill(page, still, 'wall-1080')
  await expect(page.locator('.call')).toContainText('raised 12 min ago, just received')
  await expect(page.locator('.run time')).toHaveText('12:21')
  await openStill(page, { ...still, now: still.now + 60_000 }, 'wall-1080')
  await expect(page.locator('.call')).toContainText('received at 14:07')
})

test('X-10 nothing counts before the first beacon', async ({ page }) => {
  const still = { ...wallStates.crisis(), freshness: { is: 'waiting' } as const }
  await openStill(page, still, 'wall-1080')
  await expect(page.locator('.run time')).toHaveText('14:07')
  await expect(page.locator('.owed').first()).not.toContainText('min')
  await expect(page.locator('.notlive')).toHaveCount(0)
})

test('X-10 a device whose clock is off by 30 s or more says so', async ({ page }) => {
  await openStill(page, { ...wallStates.calm(), skew: 29_999 }, 'wall-1080')
  await expect(page.locator('.skew')).toHaveCount(0)
  await openStill(page, { ...wallStates.calm(), skew: -300_000 }, 'wall-1080')
  await expect(page.locator('.skew')).toContainText('off by 5\u00a0min')
  await settled(page)
  expect(await spills(page)).toEqual([])
})

test('X-4 the place is not cut where nobody leads, and the strip says that nobody is in charge', async ({
  page
}) => {
  const { rows, ...still } = wallStates.crisis()
  const left = Object.values(rows.meetings).find(({ group }) => group === 'art')
  const unit = rows.unit['unit']
  if (!left || !unit) throw new Error('no art, or no unit')
  const roster = Object.fromEntries(
    Object.entries(left.roster ?? {}).map(([stay, was], i) => [stay, i < 4 ? ('absent' as const) : was])
  )
  const meetings = { ...rows.meetings, [left.id]: { ...left, roster } }
  const nobody = { unit: { ...unit, inCharge: null } }
  await openStill(page, { ...still, rows: { ...rows, meetings, unit: nobody } }, 'wall-1080')
  await page.addStyleTag({ content: ':root { --distance: 4 }' })
  await settled(page)
  const hole = page.locator('.holed .where')
  await expect(hole).toContainText('Nobody leads')
  const place = hole.locator('.short').first()
  expect(
    await place.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  ).toBeLessThanOrEqual(0)
  await expect(page.locator('.strip .gap')).toContainText('Nobody')
})
