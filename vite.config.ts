import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

/** Two entries, so that the wall never pays for what only a tablet needs. */
export default defineConfig({
  root: 'client',
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions: { input: { wall: 'client/wall.html', index: 'client/index.html' } }
  }
})
