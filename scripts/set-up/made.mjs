import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Missing, root, run, say } from './run.mjs'

/** The words of both languages, compiled to functions. */
export function words() {
  return make({
    what: 'the words of both languages',
    from: ['shared/words/messages', 'project.inlang/settings.json', 'package.json', 'package-lock.json'],
    to: 'shared/words/compiled',
    script: 'words'
  })
}

/** The pages that the server hands out. */
export function built() {
  return make({
    what: 'the screens',
    from: ['client', 'shared', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'],
    to: 'dist/client',
    script: 'build'
  })
}

/**
 * Runs an npm script of ours when its sources are not those it last ran on. They are compared by content, not by
 * time: a fresh clone or another branch gives files new times, and old times to new files.
 */
async function make({ what, from, to, script }) {
  const stamp = join(root, to, '.made-from')
  const sources = fingerprint(from.flatMap(path => filesIn(path)))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  say(`making ${what} (npm run ${script})`)
  const { code, output } = await runScript(script)
  if (code !== 0) throw new Missing(`${output.trim()}\nMaking ${what} failed; the lines above say why.`)
  writeFileSync(stamp, sources)
}

/** Every file below a path, itself made ones left out, in an order that does not depend on the system. */
function filesIn(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .filter(name => name !== 'compiled')
    .sort()
    .flatMap(name => filesIn(join(path, name)))
}

function fingerprint(files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

/** Through npm where npm started us, so that the pinned Node comes first on the script's PATH. */
function runScript(script) {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  return npm && node ? run(node, [npm, 'run', script]) : run('npm', ['run', script])
}
