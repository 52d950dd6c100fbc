import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lastWords, Missing, onPath, root, run, say } from './run.mjs'

/** `node_modules` is what the lockfile says, or is made so. */
export async function packages() {
  const why = differs(packagesIn('package-lock.json'), packagesIn('node_modules/.package-lock.json'))
  if (!why) return
  say(`installing the packages that package-lock.json names (${why}); this takes about a minute`)
  const { code, output } = await npmCi()
  if (code !== 0)
    throw new Missing(`The packages could not be installed; is there a network? ${lastWords(output)}`)
  say('packages installed')
}

/**
 * Why what is installed is not what the lockfile says, or undefined. Optional packages may be absent: most are for
 * other systems.
 */
export function differs(locked, installed) {
  if (!locked)
    throw new Missing('There is no package-lock.json beside package.json: this is not a whole copy.')
  if (!installed) return 'none are installed yet'
  for (const [path, { version, integrity, optional }] of Object.entries(locked)) {
    const found = installed[path]
    if (path === '' || (optional && !found)) continue
    if (!found) return `${nameOf(path)} is not there`
    if (found.version !== version || found.integrity !== integrity)
      return `${nameOf(path)} is another version`
  }
  const extra = Object.keys(installed).find(path => !(path in locked))
  return extra && `${nameOf(extra)} is not wanted any more`
}

const nameOf = path => path.split('node_modules/').at(-1)

function packagesIn(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined
}

/**
 * npm on the host's own Node: `npm ci` removes node_modules, and with it the pinned Node that may be running us.
 */
function npmCi() {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline', '--fetch-retries=1']
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  return npm && node ? run(node, [npm, ...args]) : run('npm', args)
}

/** The sources are TypeScript that Node runs as it is: the pinned Node does, and the host's own from 22.18 on. */
export function pinnedNode() {
  if (existsSync(join(root, 'node_modules/.bin/node')) || runsTypeScript(process.versions.node)) return
  const system = `${process.platform} ${process.arch}`
  const host = onPath('node') ? `, and the Node here is ${process.versions.node}` : ''
  throw new Missing(`No Node comes pinned for ${system}${host}: install Node 22.18 or newer, then try again.`)
}

export function runsTypeScript(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)
}
