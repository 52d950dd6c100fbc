import { isProgram, lastWords, Missing, onPath, run, say } from './run.mjs'

/** For each system's own installer: how somebody who may installs what is missing. */
const installers = {
  'apt-get': { redis: 'sudo apt-get install redis-server', chromium: 'sudo apt-get install chromium' },
  dnf: { redis: 'sudo dnf install valkey', chromium: 'sudo dnf install chromium' },
  apk: { redis: 'apk add redis', chromium: 'apk add chromium' },
  pacman: { redis: 'sudo pacman -S valkey', chromium: 'sudo pacman -S chromium' },
  zypper: { redis: 'sudo zypper install redis', chromium: 'sudo zypper install chromium' },
  brew: { redis: 'brew install redis', chromium: 'brew install --cask chromium' }
}

/** Redis for the board: its own, unless REDIS_URL names one that runs already. */
export async function redis() {
  if (!process.env.REDIS_URL) await ownRedis()
}

/** A real Redis, or Valkey, that we may start. Tests always start their own. */
export async function ownRedis() {
  const found = () => onPath('redis-server') ?? onPath('valkey-server')
  if (!found()) await install('redis', 'redis-server', 'Redis', 'or name a running one in REDIS_URL')
  const program = found()
  if (!program) throw new Missing('Redis was installed, but redis-server is not on the PATH.')
  const { output } = await run(program, ['--version'])
  const version = versionIn(output)
  if (version < 7)
    throw new Missing(`${program} is version ${version}: Redis 7 or newer is needed, or Valkey.`)
}

/** The main number in what Redis and Valkey print as their version; one that says nothing of the kind will do. */
export function versionIn(output) {
  return Number(/ v=(\d+)\./.exec(output)?.[1] ?? Infinity)
}

/** The browser that the browser tests drive, where playwright.config.ts looks for it. */
export async function chromium() {
  const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  if (process.env.CHROMIUM_PATH) {
    if (isProgram(path)) return
    throw new Missing(`CHROMIUM_PATH is "${path}", but there is no program.`)
  }
  if (!isProgram(path))
    await install('chromium', 'chromium', 'Chromium', 'or name a Chromium in CHROMIUM_PATH')
  if (!isProgram(path))
    throw new Missing(`Chromium was installed, but not as ${path}: name it in CHROMIUM_PATH.`)
  await headlessShell()
}

/** The same browser without a window around it: half the work for a picture. Without it the checks only take longer. */
async function headlessShell() {
  if (isProgram('/usr/bin/chromium-headless-shell')) return
  const asRoot = await mayInstall()
  if (!asRoot) return
  say("installing Chromium's headless shell from this system's packages, for the pictures")
  const { code } = await run(...aptInstall(asRoot, 'chromium-headless-shell'))
  if (code !== 0) say('this system has none; the pictures are taken by Chromium itself, which takes longer')
}

async function install(what, debianName, name, otherwise) {
  const asRoot = await mayInstall()
  if (!asRoot) throw new Missing(`${name} is not on this machine: ${adviceFor(what)}, ${otherwise}.`)
  say(
    `installing ${name} from this system's packages, without starting any service; this takes about a minute`
  )
  const { code, output } = await run(...aptInstall(asRoot, debianName))
  if (code !== 0)
    throw new Missing(`${name} could not be installed: ${adviceFor(what)}. ${lastWords(output)}`)
  say(`${name} installed`)
}

function aptInstall(asRoot, debianName) {
  const [program, ...args] = [...asRoot, '/bin/sh', '-c', aptScript, 'sh', debianName]
  return [program, args]
}

/** What to put before a command so that it may install, or undefined where it may not. */
async function mayInstall() {
  if (!onPath('apt-get')) return undefined
  if (process.getuid?.() === 0) return []
  return onPath('sudo') && (await run('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n'] : undefined
}

/** Says no to starting services while the package's own scripts run: the board starts its own Redis, on no port. */
const aptScript = `
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  printf '#!/bin/sh\\nexit 101\\n' >$policy && chmod 755 $policy
  trap 'rm -f /usr/sbin/policy-rc.d' EXIT
  trap 'exit 1' INT TERM
fi
export DEBIAN_FRONTEND=noninteractive LC_ALL=C
wait='-o DPkg::Lock::Timeout=120'
apt-get update -q $wait && apt-get install -y -q --no-install-recommends $wait "$1"
`

export function adviceFor(what, has = onPath) {
  const installer = Object.keys(installers).find(name => has(name))
  if (installer) return `run "${installers[installer][what]}"`
  return what === 'redis' ? 'install Redis 7 or newer, or Valkey' : 'install Chromium'
}
