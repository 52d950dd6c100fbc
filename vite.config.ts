import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, type Plugin } from 'vite'

const outDir = '../dist/client'

/**
 * The worker of tablets with the list of what it keeps. The page itself is listed under a name by its content too, so
 * that a worker never takes half of one program and half of the next from a server that is being renewed.
 */
function shell(): Plugin {
  return {
    name: 'shell',
    applyToEnvironment: ({ name }) => name === 'client',
    writeBundle({ dir = '' }, bundle) {
      const page = readFileSync(join(dir, 'index.html'))
      const address = `/assets/shell-${print(page)}.html`
      writeFileSync(join(dir, address), page)
      const icons = readdirSync('client/public').filter(name => name.endsWith('.svg'))
      const made = Object.keys(bundle).filter(name => name.startsWith('assets/'))
      const files = [address, ...[...made, ...icons].map(name => `/${name}`).sort()]
      const own = readFileSync('client/worker.js', 'utf8')
      const drawn = icons.map(name => readFileSync(join('client/public', name), 'utf8'))
      const version = print([...files, ...drawn, own].join('\n'))
      writeFileSync(
        join(dir, 'worker.js'),
        `const shell = ${JSON.stringify({ version, page: address, files })}\n${own}`
      )
    }
  }
}

const print = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/**
 * Two programs, built apart, so that the wall never pays for what only a tablet needs: in one build they would share
 * chunks, and what a chunk holds for one of them the other loads too.
 */
export default defineConfig({
  root: 'client',
  plugins: [svelte({ configFile: false }), shell()],
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
