/** Opens a still state in Chromium. The gallery is built before (`build.setup.ts`) and served from disk: no socket is opened. */
import { mkdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Still } from './still.ts'

export const folder = 'test-results/gallery'
const origin = 'http://gallery.test'

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml'
}

export const sizes = {
  'wall-1080': { width: 1920, height: 1080 },
  'wall-4k': { width: 3840, height: 2160 },
  'wall-portrait': { width: 1080, height: 1920 },
  'tablet-1024': { width: 1024, height: 768 },
  'tablet-768': { width: 768, height: 1024 },
  'phone-390': { width: 390, height: 844 },
  'phone-360': { width: 360, height: 740 },
  'desk-1366': { width: 1366, height: 768 },
  'desk-1920': { width: 1920, height: 1080 }
} as const

export async function openStill(page: Page, still: Still, size: keyof typeof sizes): Promise<void> {
  await page.setViewportSize(sizes[size])
  await page.route(`${origin}/**`, async route => {
    const path = new URL(route.request().url()).pathname
    // What a screen asks the server for is answered by the spec that opened it.
    if (path.startsWith('/api/')) return route.fallback()
    const body = await readFile(join(folder, path)).catch(() => null)
    if (body === null) await route.fulfill({ status: 404, body: '' })
    else await route.fulfill({ body, contentType: types[extname(path)] ?? 'application/octet-stream' })
  })
  await page.addInitScript(state => (window.still = state), still)
  await page.goto(`${origin}/gallery.html`)
  await page.waitForSelector('html[data-painted=yes]')
}

/** Where pictures go: beside the other results, or, by `npm run pictures`, into `docs/pictures`. */
const pictures = process.env['PICTURES'] ?? 'test-results/pictures'

/** Takes the picture `<name>.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}/${name}.png`, animations: 'disabled' })
}
