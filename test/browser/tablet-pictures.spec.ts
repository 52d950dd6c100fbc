/** What a tablet looks like in every state, at every size. */
import { test } from '@playwright/test'
import { isClean } from './gallery/clean.ts'
import { fitsHands } from './gallery/hands.ts'
import { picture, sizes } from './gallery/open.ts'
import { openTablet, pressTwice, type More, type Size } from './gallery/tablet-open.ts'

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

/** One page for each state, language and light: the size is only another window around the same. */
const pages = new Map<string, Shot[]>()
for (const shot of shots) {
  const [state, , { language = 'en', theme = 'day' } = {}] = shot
  const name = [state, language === 'fr' && 'fr', theme !== 'day' && theme].filter(Boolean).join('-')
  pages.set(name, [...(pages.get(name) ?? []), shot])
}

for (const [name, same] of pages) {
  test(`@picture tablet-${name}`, async ({ page }) => {
    const [[state, main, more] = ['', 'tablet-1024'] satisfies Shot] = same
    await openTablet(page, state, main, more)
    await isClean(page, ['wcag21a'])
    for (const [, size] of same) {
      await page.setViewportSize(sizes[size])
      await fitsHands(page)
      await picture(
        page,
        [`tablet-${state}-${size.split('-')[1]}`, name.slice(state.length + 1)].filter(Boolean).join('-')
      )
    }
  })
}

for (const language of ['en', 'fr'] as const) {
  test(`@picture tablet-kind-${language}`, async ({ page }) => {
    await openTablet(page, 'round', 'tablet-1024', { language })
    await pressTwice(page)
    await isClean(page, ['wcag21a'])
    for (const size of language === 'fr'
      ? (['tablet-768', 'phone-360'] as const)
      : (['tablet-1024', 'phone-390'] as const)) {
      await page.setViewportSize(sizes[size])
      await fitsHands(page)
      await picture(page, `tablet-kind-${size.split('-')[1]}`)
    }
  })
}
