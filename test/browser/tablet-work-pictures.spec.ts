/** What a tablet offers beside alerts and rounds: groups and keys, and how it tells who does not look at it. */
import { expect, test, type Page } from '@playwright/test'
import { isClean } from './gallery/clean.ts'
import { picture } from './gallery/open.ts'
import { crisis, openTablet, signs, submitted } from './gallery/tablet-open.ts'

test('T-25 the tab names the worst alert and wears its mark, but not for a silent one', async ({ page }) => {
  await openTablet(page, 'alert')
  await expect(page).toHaveTitle('!!! Medical emergency, Day room | Maple House')
  expect(await signs(page)).toMatchObject({ icon: '/icon-high.svg' })
  await openTablet(page, 'silent')
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
  await openTablet(page, 'drill')
  const told = { title: 'Maple House', body: 'Drill: Medical emergency, Day room', tag: 'medical-150510' }
  expect(await said(page)).toEqual([told])
  await page.evaluate(() => {
    const [first] = (window as unknown as { made: EventTarget[] }).made
    first?.dispatchEvent(new Event('click'))
  })
  await expect(page).toHaveURL(/#\/alert\/medical-150510$/)
  await openTablet(page, 'alert')
  expect(await said(page)).toEqual([])
})

test('T-27 that nothing would be heard is said, and mended by the tap on it', async ({ page }) => {
  await openTablet(page, 'drill', 'tablet-1024', { armed: false })
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
  await openTablet(page, 'not-sent')
  await page.getByRole('button', { name: 'Back to the board' }).click()
  await expect(page.getByText('Not sent: Staff in danger')).toBeVisible()
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('heading', { name: 'Not sent' })).toBeVisible()
})

test('@picture how this tablet tells of alerts', async ({ page }) => {
  await keepNotifications(page, 'default')
  await openTablet(page, 'unit', 'tablet-768')
  await page.getByRole('button', { name: 'Play the test tone' }).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Play the test tone' }).click()
  await expect(page.getByText('Sound is on and armed')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Allow notifications' })).toBeVisible()
  await isClean(page, ['wcag21a'])
  await picture(page, 'tablet-this-768')
})

test('a tap on a face asks for the next attendance and shows it as asked', async ({ page }) => {
  await openTablet(page, 'group')
  await page.getByRole('button', { name: 'Kaia Berg expected' }).click()
  await expect(page.getByRole('button', { name: 'Kaia Berg here, sending' })).toBeVisible()
  expect(await submitted(page)).toMatchObject([
    { type: 'meeting.attend', stay: 's11', attendance: 'present' }
  ])
})

test('the keys that are valid here are shown on request', async ({ page }) => {
  await openTablet(page, 'round')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Alt 2')
  await isClean(page, ['wcag21a'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('heading', { name: /Groups today/ })).toBeVisible()
})

test('one goes back by the address', async ({ page }) => {
  await openTablet(page, 'unit')
  await page.evaluate(() => (location.hash = '#/groups'))
  await expect(page.getByRole('heading', { name: /Groups today/ })).toBeVisible()
  await page.goBack()
  await expect(page.getByText('Who is where')).toBeVisible()
})

test('T-135 a page that does not come says so, leaves alerts and the rest as they are, and is asked for again', async ({
  page
}) => {
  await openTablet(page, 'round', 'phone-390', { language: 'fr' })
  let lost = true
  await page.route(/\/Unit-[^/]*\.js$/, route => (lost ? route.abort() : route.fallback()))
  await page.reload()
  await page.waitForSelector('html[data-painted=yes]')
  await page.evaluate(() => (location.hash = '#/unit'))
  await expect(page.locator('.later')).toContainText('Cette page n’est pas arrivée.')
  await expect(crisis(page)).toBeVisible()
  await isClean(page, ['wcag21a'])
  lost = false
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await expect(page.getByText('Qui est où')).toBeVisible()
})
