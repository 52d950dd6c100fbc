/** The charge screen for specs: one of its states opened, and what is done on it by hand. */
import type { Locator, Page } from '@playwright/test'
import { chargeStates } from './charge-states.ts'
import { openStill, type sizes } from './open.ts'
import type { StillBoard } from './still-board.svelte.ts'
import type { Still } from './still.ts'

declare global {
  interface Window {
    board: StillBoard
  }
}

export type ChargeState = keyof typeof chargeStates

export const openCharge = (
  page: Page,
  state: ChargeState,
  size: keyof typeof sizes = 'desk-1366',
  more: Partial<Still> = {}
): Promise<void> => openStill(page, { ...chargeStates[state](), ...more }, size)

export const member = (page: Page, name: string): Locator => page.locator('.mem', { hasText: name })

export const meeting = (page: Page, id: string): Locator => page.locator(`[data-meeting="${id}"]`)

export const processA = 'process-a~2026-06-16~1430'

export const asked = (page: Page) => page.evaluate(() => window.board.submitted.map(({ fields }) => fields))

export const crisisButton = (page: Page): Locator => page.getByRole('button', { name: /^Crisis/ })

/** Rows that are seen in part, and lists that hide some without saying so. */
export const halves = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.memlist, .rows, .told, .left')].flatMap(list => {
      const more = list.querySelector<HTMLElement>(':scope > .more')
      const room = list.getBoundingClientRect()
      const bottom = room.top + list.clientHeight - (more?.offsetHeight ?? 0)
      const seen = [...list.querySelectorAll<HTMLElement>('.mem, .g, .told li, .leftrow')].filter(
        row => getComputedStyle(row.closest('.half') ?? row).opacity !== '0'
      )
      const cut = seen.filter(row => {
        const { top, bottom: end } = row.getBoundingClientRect()
        return (top < room.top - 2 && end > room.top) || (end > bottom + 2 && top < bottom)
      })
      const unsaid = list.scrollHeight > list.clientHeight + 2 && !more ? [`${list.className}: not said`] : []
      return [...unsaid, ...cut.map(row => `cut: ${row.textContent.trim()}`)]
    })
  )
