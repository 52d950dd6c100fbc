/**
 * Draws the icons that a tablet installs the board with, from the board's own mark: `node scripts/icons.mjs`. The
 * pictures are kept beside it, so this is only needed after `client/public/icon.svg` changed.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const folder = join(import.meta.dirname, '..', 'client', 'public')
const mark = readFileSync(join(folder, 'icon.svg'), 'utf8')
const paper = /fill="(#[\da-f]{6})"/.exec(mark)?.[1] ?? '#ffffff'

/** `inside`: how much of the picture the mark takes; a maskable one is cut to a circle by some systems. */
const icons = [
  { name: 'icon-192.png', size: 192, inside: 1 },
  { name: 'icon-512.png', size: 512, inside: 1 },
  { name: 'icon-maskable-512.png', size: 512, inside: 0.7 }
]

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
for (const { name, size, inside } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const side = size * inside
  await page.setContent(
    `<body style="margin:0;height:${size}px;display:grid;place-items:center;background:${paper}">` +
      `<div style="width:${side}px;height:${side}px">${mark}</div></body>`
  )
  await page.screenshot({ path: join(folder, name) })
  await page.close()
}
await browser.close()
