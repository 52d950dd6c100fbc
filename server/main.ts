/**
 * Starts the board: `node server/main.ts [--unit FILE]`. Ends with exit code 0 when it was asked to end, 1 when it
 * could not start or failed.
 */
import { parseArgs } from 'node:util'
import about from '../package.json' with { type: 'json' }
import { readConfig, type Config } from './config.ts'
import { JournalFault } from './journal/fault.ts'
import { createLog, framesOf, type Log } from './log.ts'
import { SetUpFault } from './set-up-fault.ts'
import { startBoard, type Board } from './start/board.ts'
import { loadGiven, seedDemo } from './start/seed.ts'
import { tellWhere } from './start/tell.ts'

/** In milliseconds. A Ctrl-C in a terminal reaches us twice, from the terminal and from npm. */
const times = { drain: 10_000, sameSignal: 500 } as const

const tell = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const began = performance.now()
  const config = readConfig()
  const given = unitGiven()
  const log = createLog(config.logLevel)
  endOnUncaught(log)
  const stopping = stopOnSignal(log)
  const board = await startBoard(config, about.version, log)
  stopping.board = board
  try {
    await open(board, config, given, log)
  } catch (fault) {
    await board.stop()
    throw fault
  }
  log('server.started', { port: board.port, ms: Math.round(performance.now() - began) })
  if (stopping.asked) await stopping.stop()
}

async function open(board: Board, config: Config, given: string | undefined, log: Log): Promise<void> {
  if (given !== undefined) await loadGiven(board, given, tell)
  const demo = await seedDemo(board, config, log)
  tell(await tellWhere(board, config, demo))
}

function unitGiven(): string | undefined {
  try {
    return parseArgs({ options: { unit: { type: 'string' } } }).values.unit
  } catch (fault) {
    throw new SetUpFault(`${(fault as Error).message.split('\n')[0]} Only --unit FILE is known.`)
  }
}

interface Stopping {
  board: Board | null
  asked: boolean
  stop(): Promise<void>
}

/** The first signal drains; another, later one ends at once. While the board still starts, it is stopped after. */
function stopOnSignal(log: Log): Stopping {
  let first = -Infinity
  const stopping: Stopping = {
    board: null,
    asked: false,
    stop: async () => {
      setTimeout(() => process.exit(1), times.drain).unref()
      await stopping.board?.stop()
      log('server.stopped')
      process.exit(0)
    }
  }
  const asked = (): void => {
    const now = performance.now()
    if (stopping.asked && now - first > times.sameSignal) process.exit(130)
    if (stopping.asked) return
    first = now
    stopping.asked = true
    tell('\nStopping: screens are sent away, what is under way is finished. Once more ends it at once.')
    log('server.draining')
    if (stopping.board) void stopping.stop()
  }
  process.on('SIGINT', asked)
  process.on('SIGTERM', asked)
  return stopping
}

/** What was acknowledged is in Redis already; whoever started us starts us again. */
function endOnUncaught(log: Log): void {
  const end = (fault: unknown): void => {
    log('server.uncaught', {
      why: fault instanceof Error ? fault.name : typeof fault,
      stack: framesOf(fault)
    })
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}

/** Null for what nobody expected. */
function whyNot(fault: unknown): string | null {
  if (fault instanceof SetUpFault) return fault.message
  return fault instanceof JournalFault
    ? `Redis was there, but failed while the board started (${fault.message}): start it again.`
    : null
}

try {
  await main()
} catch (fault) {
  const says = whyNot(fault)
  if (says === null) throw fault
  process.stderr.write(`${says}\n`)
  process.exit(1)
}
