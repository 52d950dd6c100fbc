/** Builds the gallery once a run, before the first picture is taken of it. */
import { test as setup } from '@playwright/test'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build } from 'vite'
import { folder } from './open.ts'

setup('the gallery is built', async () => {
  await build({
    configFile: false,
    root: 'test/browser/gallery',
    logLevel: 'error',
    plugins: [svelte({ configFile: false })],
    build: {
      outDir: `../../../${folder}`,
      emptyOutDir: true,
      target: 'es2023',
      rolldownOptions: { input: 'test/browser/gallery/gallery.html' }
    }
  })
})
