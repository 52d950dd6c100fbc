/** Opens a state of the tablet, with what its page remembers of the alerts that were raised there. */
import type { Page } from '@playwright/test'
import { openStill, type sizes } from './open.ts'
import type { Still } from './still.ts'
import { tabletStates } from './tablet-states.ts'

export type Size = Extract<keyof typeof sizes, `tablet-${string}` | `phone-${string}`>
export type More = Partial<Pick<Still, 'language' | 'theme' | 'answers'>>

export async function openTablet(
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
  // Whoever signed in has touched the screen: its sound is armed, and the line that it is not goes a moment later.
  if (armed) {
    await page.keyboard.press('Shift')
    await page.locator('.unheard').waitFor({ state: 'detached' })
  }
  // That nothing was heard is only said after a while.
  if (state === 'not-sent') await page.waitForSelector('.alarm.lost')
}

export const submitted = (page: Page): Promise<Record<string, unknown>[]> =>
  page.evaluate(() => window.board.submitted.map(({ fields }) => fields))
export const crisis = (page: Page) => page.locator('.crisis').last()

export async function pressTwice(page: Page): Promise<void> {
  await crisis(page).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.kinds')
}

/** All that can be read, heard or seen of a page from outside, but for its crisis button. */
export const signs = (page: Page) =>
  page.evaluate(() => {
    const icon = document.querySelector('link[rel=icon]')?.getAttribute('href')
    const words = document.querySelector<HTMLElement>('.app')?.innerText
    return { icon, title: document.title, words, dialogs: document.querySelectorAll('dialog').length }
  })
