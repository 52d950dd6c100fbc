/**
 * Writes the documents that are made from the sources: each `scripts/docs/*.ts` exports the `path` of one (from the
 * root) and `text()`, what it says. `test/house/docs.test.ts` holds what is written to what would be.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')
const makers = join(import.meta.dirname, 'docs')

export async function documents() {
  const files = readdirSync(makers).filter(name => name.endsWith('.ts'))
  return Promise.all(files.map(name => import(pathToFileURL(join(makers, name)).href)))
}

if (import.meta.main) {
  for (const { path, text } of await documents()) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text())
    console.log(`wrote ${path}`)
  }
}
