import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
/** The same browser without a window around it, where there is one: opens a page for half the work. */
const shell = '/usr/bin/chromium-headless-shell'
const forPictures = process.env['CHROMIUM_PATH'] === undefined && existsSync(shell) ? shell : chromium

const launched = (executablePath: string) => ({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run'
  ]
})

/**
 * Real pages in the system's own Chromium. The pictures are still: two pages at once. The story starts a server and is
 * timed to the pixel, so it has the machine to itself; `scripts/check.mjs` runs one project after the other.
 */
export default defineConfig({
  testDir: 'test/browser',
  workers: 2,
  projects: [
    { name: 'gallery', testMatch: 'gallery/build.setup.ts', outputDir: 'test-results/gallery-build' },
    {
      name: 'pictures',
      testMatch: ['*-pictures.spec.ts', 'wall-sound.spec.ts'],
      dependencies: ['gallery'],
      fullyParallel: true,
      use: { launchOptions: launched(forPictures) },
      outputDir: 'test-results/pictures-failed'
    },
    {
      name: 'story',
      testMatch: ['story.spec.ts', 'push.spec.ts', 'offline.spec.ts'],
      workers: 1,
      outputDir: 'test-results/story-failed'
    }
  ],
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions: launched(chromium)
  }
})
