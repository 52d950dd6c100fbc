/** What a tablet looks like in every state, and that hands, keys and switches can do what it offers. */
import { expect, test, type Page } from '@playwright/test'
import { noRows } from '../../client/live/no-rows.ts'
import { isClean } from './gallery/clean.ts'
import { openStill, picture, type sizes } from './gallery/open.ts'
import { signInStates } from './gallery/sign-in-states.ts'
import { tabletStates } from './gallery/tablet-states.ts'
import type { Still } from './gallery/still.ts'

type Size = Extract<keyof typeof sizes, `tablet-${string}` | `phone-${string}`>
type More = Partial<Pick<Still, 'language' | 'theme' | 'answers'>>

async function open(
  page: Page,
  state: string,
  size: Size = 'tablet-1024',
  { armed = true, ...more }: More & { armed?: boolean } = {}
): Promise<void> {
  const made = tabletStates[state]?.()
  if (!made) throw new Error(`no state ${state}`)
  await page.addInitScript(raised => {
    localStorage.setItem('milieu:tablet:place', 'day-room')
    for (const { id, fields, epoch, aside } of raised ?? []) {
      const key = `milieu:raised:${id}`
      if (localStorage.getItem(key) !== null) continue
      const at = epoch === null ? null : { epoch, seq: 0 }
      const heard = { at, refused: null, over: false, aside }
      const entry = { id, unit: 'maple-house', fields, enteredAt: fields['seenAt'], ...heard }
      localStorage.setItem(key, JSON.stringify(entry))
    }
  }, made.raised)
  await openStill(page, { ...made.still, ...more }, size)
  // Whoever signed in has touched the screen: its sound is armed.
  if (armed) await page.keyboard.press('Shift')
  // That nothing was heard is only said after a while.
  if (state === 'not-sent') await page.waitForSelector('.alarm.lost')
}

/** Every target in view is at least 48 by 44 CSS pixels, the crisis button 64, and nothing is wider than the screen. */
async function fitsHands(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const targets = [...document.querySelectorAll<HTMLElement>('button, a[href], select, input, summary')]
    return targets.flatMap(target => {
      const { width, height } = target.getBoundingClientRect()
      const least = target.classList.contains('crisis') ? 64 : 48
      return width > 0 && height > 0 && (height < least || width < 40)
        ? [`${target.className} ${width} x ${height}`]
        : []
    })
  })
  expect(small).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

const submitted = (page: Page) => page.evaluate(() => window.board.submitted.map(({ fields }) => fields))
const crisis = (page: Page) => page.locator('.crisis').last()

async function pressTwice(page: Page): Promise<void> {
  await crisis(page).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.kinds')
}

type Shot = [state: string, size: Size, more?: More]
const everySize = (state: string): Shot[] =>
  (['tablet-1024', 'tablet-768', 'phone-390'] as const).map(size => [state, size])

const shots: Shot[] = [
  ...['round', 'check', 'group', 'alert', 'sent', 'offline'].flatMap(everySize),
  ...['roles', 'hushed', 'drill'].flatMap(everySize),
  ...['there', 'merged', 'counted', 'raiser', 'late'].map((state): Shot => [state, 'tablet-1024']),
  ...['contained', 'declined', 'unheard'].map((state): Shot => [state, 'tablet-768']),
  ...['contained', 'declined', 'drill-medium'].map((state): Shot => [state, 'phone-390', { language: 'fr' }]),
  ...['roles', 'drill'].map((state): Shot => [state, 'tablet-1024', { language: 'fr', theme: 'night' }]),
  ...['again', 'contained-chain', 'lined', 'contained-locked'].map((state): Shot => [state, 'tablet-1024']),
  ['many', 'phone-390'],
  ['contained-strip', 'tablet-768'],
  ...['groups', 'unit', 'nowhere', 'low'].map((state): Shot => [state, 'tablet-1024']),
  ...['second', 'medium', 'silent', 'resolve'].map((state): Shot => [state, 'tablet-768']),
  ...['not-sent', 'coming', 'unit'].map((state): Shot => [state, 'phone-390']),
  ...['long', 'alert'].map((state): Shot => [state, 'phone-360', { language: 'fr' }]),
  ...['round', 'check', 'sent', 'not-sent'].map((state): Shot => [state, 'tablet-1024', { language: 'fr' }]),
  ...['round', 'check', 'alert'].map((state): Shot => [state, 'tablet-1024', { theme: 'night' }])
]

for (const [state, size, { language = 'en', theme = 'day' } = {}] of shots) {
  const name = ['tablet', state, size.split('-')[1], language === 'fr' && 'fr', theme !== 'day' && theme]
    .filter(Boolean)
    .join('-')
  test(`@picture ${name}`, async ({ page }) => {
    await open(page, state, size, { language, theme })
    await isClean(page, ['wcag21a'])
    await fitsHands(page)
    await picture(page, name)
  })
}

for (const size of ['tablet-1024', 'tablet-768', 'phone-390'] as const) {
  test(`@picture tablet-kind-${size}`, async ({ page }) => {
    await open(page, 'round', size, { language: size === 'tablet-768' ? 'fr' : 'en' })
    await pressTwice(page)
    await isClean(page, ['wcag21a'])
    await picture(page, `tablet-kind-${size.split('-')[1]}`)
  })
}

test('@picture holding the crisis button fills its ring', async ({ page }) => {
  await page.clock.install()
  await open(page, 'round', 'tablet-768')
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
  await open(page, 'round')
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
  await open(page, 'round')
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
  await open(page, 'round', 'phone-390')
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
  await open(page, 'round')
  await page.keyboard.press('Alt+c')
  await page.keyboard.press(' ')
  await page.keyboard.press(' ')
  await page.getByRole('button', { name: 'Fire' }).focus()
  await page.keyboard.press('Enter')
  expect(await submitted(page)).toMatchObject([{ type: 'alert.raise', kind: 'fire' }])
})

test('a check is three taps, is pending until its receipt, and can be undone', async ({ page }) => {
  await open(page, 'round', 'tablet-1024', { answers: null })
  const row = page.locator('.person').first()
  await row.click()
  await expect(page.getByRole('button', { name: /^Seen \d/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Withdrawn' }).click()
  await page.getByRole('button', { name: /^Seen \d/ }).click()
  await expect(row).toContainText('not recorded yet')
  expect(await submitted(page)).toMatchObject([
    {
      type: 'check-in.complete',
      stay: 's24',
      presentation: 'withdrawn',
      activity: 'sitting',
      place: 'own-room'
    }
  ])
})

test('@picture what was just recorded can be undone for ten seconds', async ({ page }) => {
  await open(page, 'round', 'phone-390', { answers: 'recorded' })
  await page.locator('.person').first().click()
  await page.getByRole('button', { name: 'Calm' }).click()
  await page.getByRole('button', { name: /^Seen \d/ }).click()
  await expect(page.getByRole('button', { name: /Undo/ })).toBeVisible()
  await picture(page, 'tablet-undo-390')
  await page.getByRole('button', { name: /Undo/ }).click()
  expect(await submitted(page)).toMatchObject([
    { type: 'check-in.complete' },
    { type: 'check-in.undo', stay: 's24' }
  ])
})

test('@picture somebody of the same room joins the pass with a tap of their own', async ({ page }) => {
  await open(page, 'check')
  await page.getByRole('button', { name: 'Calm' }).click()
  await page.getByRole('button', { name: /With Wanda Osei/ }).click()
  await expect(page.getByText('Tap how Wanda Osei looks')).toBeVisible()
  await picture(page, 'tablet-pass-1024')
})

test('not found opens an alert in the same tap', async ({ page }) => {
  await open(page, 'check')
  await page.getByRole('button', { name: /Not found/ }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'check-in.not-found', stay: 's24' }])
  await expect(page.getByRole('heading', { name: 'Missing person' })).toBeVisible()
})

test('an alert is answered from the screen that it takes', async ({ page }) => {
  await open(page, 'alert')
  await page.getByRole('button', { name: /I am coming/ }).click()
  await expect(page.getByRole('button', { name: /I am coming/ })).toContainText('Sending')
  expect(await submitted(page)).toMatchObject([{ type: 'alert.acknowledge', answer: 'coming' }])
})

test('an alert is given to somebody else by name', async ({ page }) => {
  await open(page, 'alert', 'phone-390')
  await page.getByRole('button', { name: 'Delegate to' }).click()
  await isClean(page, ['wcag21a'])
  await page.getByRole('button', { name: /Ines Duarte/ }).click()
  expect(await submitted(page)).toMatchObject([
    { type: 'alert.acknowledge', answer: 'delegated', to: 'ines' }
  ])
})

test('T-17 it is said before the tap whom it tells that one cannot come', async ({ page }) => {
  await open(page, 'drill')
  await page.getByRole('button', { name: 'I cannot come tells the charge staff at once' }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'alert.decline', alert: 'medical-150510' }])
  await expect(page.getByRole('button', { name: /I cannot come/ })).toContainText('Sending')
})

test('T-18 who comes takes a role, and not the one that another leads by', async ({ page }) => {
  await open(page, 'roles')
  await expect(page.getByRole('button', { name: 'Leads Helen Strand does' })).toBeDisabled()
  await page.getByRole('button', { name: 'Medical help' }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'alert.take-role', role: 'medical' }])
})

test('T-19 who raised it asks for somebody by name while the calling goes on', async ({ page }) => {
  await open(page, 'raiser')
  await page.getByRole('button', { name: 'Ask somebody by name the calling goes on' }).click()
  await page.getByRole('button', { name: /Dana Whitfield/ }).click()
  expect(await submitted(page)).toMatchObject([
    { type: 'alert.acknowledge', answer: 'delegated', to: 'dana' }
  ])
})

test('T-20 who is there says that it is contained, and then resolves', async ({ page }) => {
  await open(page, 'there')
  await page.getByRole('button', { name: /Contained/ }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'alert.contain' }])
  await open(page, 'contained')
  await expect(page.getByText('15:09, by Helen Strand')).toBeVisible()
  await expect(page.getByRole('button', { name: /Contained/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Resolve' }).click()
  await expect(page.getByRole('heading', { name: 'How did it end?' })).toBeVisible()
})

test('T-30 who has not answered goes on with their work beside what is contained', async ({ page }) => {
  await open(page, 'contained-strip')
  await expect(page.locator('.takeover')).toHaveCount(0)
  const strip = page.locator('.strip-alert')
  await expect(strip).toContainText('Contained at 15:09 by Helen')
  await expect(strip.getByRole('button')).toHaveCount(0)
  await strip.getByRole('link').click()
  await expect(page.locator('.alarm')).toContainText('Nobody else is asked to come.')
  await expect(page.locator('.alarm .needed')).toHaveCount(0)
  await expect(page.locator('.flash')).toHaveCount(0)
  await page.getByRole('button', { name: 'Coming' }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'alert.acknowledge', answer: 'coming' }])
})

test('T-30 a locked tablet asks for nobody to come to what is contained', async ({ page }) => {
  await open(page, 'contained-locked')
  const alert = page.locator('.locked-alerts article')
  await expect(alert).toContainText('Contained at 15:09')
  await expect(alert).not.toContainText('Helen')
  await expect(alert.locator('.needed')).toHaveCount(0)
})

test('T-31 and T-32 one line for all the others, and the crisis button on the screen', async ({ page }) => {
  await open(page, 'many', 'phone-360')
  await expect(page.locator('dialog .another')).toHaveCount(1)
  await expect(page.locator('dialog .another')).toHaveText(/Also: .*, \+5 more/)
  await expect(crisis(page)).toBeInViewport({ ratio: 1 })
})

test('T-16 an address of an alert that was merged opens the one that goes on', async ({ page }) => {
  await open(page, 'merged')
  await page.evaluate(() => (location.hash = '#/alert/medical-150530'))
  await expect(page.locator('#alert-medical-150510')).toBeVisible()
  await expect(page.getByText('Raised 2 times, by Karim Brandt, Sam Whitaker, first at 15:05.')).toBeVisible()
})

/** All that can be read, heard or seen of a page from outside, but for its crisis button. */
const signs = (page: Page) =>
  page.evaluate(() => {
    const icon = document.querySelector('link[rel=icon]')?.getAttribute('href')
    const words = document.querySelector<HTMLElement>('.app')?.innerText
    return { icon, title: document.title, words, dialogs: document.querySelectorAll('dialog').length }
  })

test('T-23 an alert raised in silence closes the sheet and leaves one mark', async ({ page }) => {
  await open(page, 'round')
  await expect(page).toHaveTitle('Maple House')
  const before = await signs(page)
  await pressTwice(page)
  await page.getByRole('button', { name: /Staff in danger, silent/ }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'alert.raise', kind: 'staff-duress', silent: true }])
  await expect(page.getByRole('img', { name: 'tick' })).toBeVisible()
  expect(await signs(page)).toEqual(before)
})

test('T-23 the mark of what is on its way is a dash, and a cross once it is not sent', async ({ page }) => {
  await open(page, 'round', 'phone-390', { answers: 'unsure' })
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
  await open(page, 'round', 'tablet-768', { answers: null })
  await pressTwice(page)
  await page.getByRole('button', { name: 'This is a drill' }).click()
  expect(await word('.raise')).toContain('Drill')
  await page.getByRole('button', { name: 'Fire' }).click()
  expect(await submitted(page)).toMatchObject([{ type: 'alert.raise', kind: 'fire', drill: true }])
  await expect(page.getByRole('heading', { name: 'Drill: Fire' })).toBeVisible()
  expect(await word('dialog .alarm')).toContain('Drill')
})

test('T-25 the tab names the worst alert and wears its mark, but not for a silent one', async ({ page }) => {
  await open(page, 'alert')
  await expect(page).toHaveTitle('!!! Medical emergency, Day room | Maple House')
  expect(await signs(page)).toMatchObject({ icon: '/icon-high.svg' })
  await open(page, 'silent')
  await expect(page).toHaveTitle('Maple House')
  expect(await signs(page)).toMatchObject({ icon: '/icon.svg' })
})

/** The browser's own notifications, which a page without a certificate may not make, kept for the test to read. */
async function keepNotifications(page: Page, permission: NotificationPermission): Promise<void> {
  await page.addInitScript(permission => {
    const made: EventTarget[] = []
    class Kept extends EventTarget {
      static permission = permission
      said: object
      constructor(title: string, { body, tag }: NotificationOptions) {
        super()
        this.said = { title, body, tag }
        made.push(this)
      }
      close(): void {
        this.dispatchEvent(new Event('close'))
      }
    }
    Object.assign(window, { Notification: Kept, made })
    Object.defineProperty(document, 'hidden', { get: () => permission === 'granted' })
  }, permission)
}

const said = (page: Page) =>
  page.evaluate(() => (window as unknown as { made: { said: object }[] }).made.map(one => one.said))

test('T-26 a page out of view notifies of kind and place, and a tap goes there', async ({ page }) => {
  await keepNotifications(page, 'granted')
  await open(page, 'drill')
  const told = { title: 'Maple House', body: 'Drill: Medical emergency, Day room', tag: 'medical-150510' }
  expect(await said(page)).toEqual([told])
  await page.evaluate(() => {
    const [first] = (window as unknown as { made: EventTarget[] }).made
    first?.dispatchEvent(new Event('click'))
  })
  await expect(page).toHaveURL(/#\/alert\/medical-150510$/)
  await open(page, 'alert')
  expect(await said(page)).toEqual([])
})

test('T-27 that nothing would be heard is said, and mended by the tap on it', async ({ page }) => {
  await open(page, 'drill', 'tablet-1024', { armed: false })
  const unheard = page.getByRole('button', { name: /Sound is not armed/ })
  await expect(unheard).toBeVisible()
  await isClean(page, ['wcag21a'])
  await picture(page, 'tablet-unarmed-1024')
  await unheard.click()
  await expect(unheard).toHaveCount(0)
  await page.keyboard.press('Alt+s')
  await expect(page.getByRole('button', { name: /Sound is off/ })).toBeVisible()
})

test('T-28 a member puts away what is not sent, and finds it above the work', async ({ page }) => {
  await open(page, 'not-sent')
  await page.getByRole('button', { name: 'Back to the board' }).click()
  await expect(page.getByText('Not sent: Staff in danger')).toBeVisible()
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('heading', { name: 'Not sent' })).toBeVisible()
})

test('@picture how this tablet tells of alerts', async ({ page }) => {
  await keepNotifications(page, 'default')
  await open(page, 'unit', 'tablet-768')
  await page.getByRole('button', { name: 'Play the test tone' }).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Play the test tone' }).click()
  await expect(page.getByText('Sound is on and armed')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Allow notifications' })).toBeVisible()
  await isClean(page, ['wcag21a'])
  await picture(page, 'tablet-this-768')
})

test('a tap on a face asks for the next attendance and shows it as asked', async ({ page }) => {
  await open(page, 'group')
  await page.getByRole('button', { name: 'Kaia Berg expected' }).click()
  await expect(page.getByRole('button', { name: 'Kaia Berg here, sending' })).toBeVisible()
  expect(await submitted(page)).toMatchObject([
    { type: 'meeting.attend', stay: 's11', attendance: 'present' }
  ])
})

test('the keys that are valid here are shown on request', async ({ page }) => {
  await open(page, 'round')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Alt 2')
  await isClean(page, ['wcag21a'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('heading', { name: /Groups today/ })).toBeVisible()
})

test('one goes back by the address', async ({ page }) => {
  await open(page, 'unit')
  await page.evaluate(() => (location.hash = '#/groups'))
  await expect(page.getByRole('heading', { name: /Groups today/ })).toBeVisible()
  await page.goBack()
  await expect(page.getByText('Who is where')).toBeVisible()
})
