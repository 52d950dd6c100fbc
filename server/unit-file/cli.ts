/**
 * `npm run unit -- check FILE` names every mistake of a unit file; `npm run unit -- load FILE [--yes]` makes the unit
 * what its file says, and `npm run unit -- revoke-display UNIT NAME` takes back the addresses of a display, both beside a
 * running board or without one. Exit code 0: all is well; 1: it is not; 2: not understood.
 */
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { permit } from '../access/permit.ts'
import { readConfig, type Config } from '../config.ts'
import { createLog, type Log } from '../log.ts'
import { SetUpFault } from '../set-up-fault.ts'
import { readUnitFile } from '../start/read-unit-file.ts'
import { elapsed, findGround } from '../start/redis.ts'
import { revokeDisplay } from '../start/revoke-display.ts'
import { theUnit } from '../start/the-unit.ts'
import { Undo } from '../start/undo.ts'
import { usual } from '../unit/around.ts'
import { JournalClock } from '../unit/journal-clock.ts'
import { Units } from '../unit/units.ts'
import type { Change } from './diff.ts'
import { loadUnit, type Loading } from './load.ts'
import type { UnitFile } from './schema.ts'
import { loaded, said, wouldChange } from './words.ts'

const usage = `Usage:
  npm run unit -- check FILE         name every mistake of a unit file
  npm run unit -- load FILE [--yes]  make the unit what its file says; --yes does not ask first
  npm run unit -- revoke-display UNIT NAME
                                     no address of that display opens anything any more`

async function main(): Promise<number> {
  const { verb, given, yes } = asked()
  const [path, display] = given
  if (verb === 'revoke-display' && path !== undefined && display !== undefined) return revoke(path, display)
  if (path === undefined || display !== undefined || (verb !== 'check' && verb !== 'load')) {
    console.error(usage)
    return 2
  }
  const { file, findings } = readUnitFile(path, Date.now())
  for (const finding of findings) console.error(said(path, finding))
  const mistakes = findings.filter(({ is }) => is === 'mistake').length
  if (!file) {
    console.error(`${path}: ${mistakes} ${mistakes === 1 ? 'mistake' : 'mistakes'}. Nothing was changed.`)
    return 1
  }
  if (verb === 'load') return load(file, yes)
  const { name, members, groups, people = [] } = file
  console.log(
    `${path} is right: ${name}, ${members.length} members, ${groups.length} groups, ${people.length} people.`
  )
  return 0
}

function asked(): { verb?: string | undefined; given: string[]; yes: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { yes: { type: 'boolean' } },
      allowPositionals: true
    })
    const [verb, ...given] = positionals
    return given.length > 2 ? { given: [], yes: false } : { verb, given, yes: values.yes ?? false }
  } catch {
    return { given: [], yes: false }
  }
}

async function revoke(unit: string, name: string): Promise<number> {
  const undo = new Undo()
  try {
    const config = readConfig()
    await revokeDisplay({ unit, name }, config, quietLog(config), undo)
    console.log(`No address of ${name} opens anything any more. The next start of the board prints new ones.`)
    return 0
  } finally {
    await undo.run()
  }
}

async function load(file: UnitFile, yes: boolean): Promise<number> {
  const undo = new Undo()
  try {
    const loading = await loadInto(file, undo, changes => confirm(file, changes, yes))
    console.log(loading ? loaded(file, loading) : 'Nothing was changed.')
    return loading && loading.refused.length === 0 ? 0 : 1
  } finally {
    await undo.run()
  }
}

async function loadInto(
  file: UnitFile,
  undo: Undo,
  ask: (changes: Change[]) => Promise<boolean>
): Promise<Loading | null> {
  const config = readConfig()
  const log = quietLog(config)
  const { journal } = await findGround(config, log, undo)
  const clock = new JournalClock(elapsed)
  const units = new Units({
    journal,
    unit: theUnit,
    permit,
    clock,
    elapsed,
    gauges: unmeasured,
    log,
    limits: usual
  })
  undo.push(() => units.close())
  return loadUnit(file, { journal, units }, ask)
}

/** What a server would tell in passing is not what somebody who runs a command wants to read. */
const quietLog = ({ logLevel }: Config): Log => createLog(logLevel === 'info' ? 'warn' : logLevel)

async function confirm(file: UnitFile, changes: Change[], yes: boolean): Promise<boolean> {
  console.log(wouldChange(file, changes))
  if (yes) return true
  if (!process.stdin.isTTY) {
    console.error('Nobody is there to ask: add --yes to do it.')
    return false
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question('Do it? (y/N) ')
  terminal.close()
  return /^(y|yes|o|oui)$/i.test(answer.trim())
}

const unmeasured = {
  appended: () => undefined,
  fannedOut: () => undefined,
  dutyRecorded: () => undefined,
  answered: () => undefined,
  parted: () => undefined
}

try {
  process.exitCode = await main()
} catch (fault) {
  if (!(fault instanceof SetUpFault)) throw fault
  console.error(fault.message)
  process.exitCode = 1
}
