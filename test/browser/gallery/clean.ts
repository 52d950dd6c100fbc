import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/**
 * Nothing on the page that WCAG 2.2 AA forbids and axe can see. One frame, so axe runs in it: the way for many frames
 * opens a second page for each look.
 */
export async function isClean(page: Page, more: readonly string[] = []): Promise<void> {
  const runOnly = [...wcag, ...more]
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ runOnly, resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([])
}
