import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

const outDir = '../dist/client'

/**
 * Two programs, built apart, so that the wall never pays for what only a tablet needs: in one build they would share
 * chunks, and what a chunk holds for one of them the other loads too.
 */
export default defineConfig({
  root: 'client',
  plugins: [svelte({ configFile: false })],
  build: { outDir, emptyOutDir: true, target: 'es2023' },
  environments: {
    client: { build: { rolldownOptions: { input: 'client/index.html' } } },
    wall: {
      consumer: 'client',
      build: { outDir, emptyOutDir: false, rolldownOptions: { input: 'client/wall.html' } }
    }
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'wall']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    }
  }
})
