/**
 * What is worth a line in the log: codes from a closed list, each with its level, and fields from an allow-list. Ids
 * and figures only: no name, no note, no PIN, no token ever has a way in.
 */
import { pino } from 'pino'
import type { Config } from './config.ts'

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug'

const levels = {
  'server.started': 'info',
  'server.draining': 'info',
  'server.stopped': 'info',
  'server.uncaught': 'fatal',
  'redis-started': 'info',
  'redis-joined': 'info',
  'redis-ended': 'error',
  'redis-left': 'info',
  'redis.ready': 'info',
  'redis.lost': 'error',
  'tail.ready': 'debug',
  'tail.lost': 'warn',
  'tail.renewed': 'warn',
  'tail.listener-threw': 'error',
  'access.ready': 'info',
  'access.lost': 'error',
  'access.recheck-failed': 'warn',
  'sign-in.accepted': 'info',
  'sign-in.refused': 'warn',
  'sign-in.limited': 'warn',
  'sign-in.ended': 'info',
  'sign-in.locked': 'info',
  'record.read': 'info',
  'record.exported': 'info',
  'record.refused': 'warn',
  'request.failed': 'error',
  'unit.loaded': 'info',
  'unit.opened': 'debug',
  'unit.let-go': 'debug',
  'unit.not-opened': 'error',
  'unit.renewed': 'warn',
  'append.fault': 'error',
  'append.unsure': 'warn',
  'snapshot.fault': 'warn',
  'decide.threw': 'error',
  'due.fault': 'error',
  'duty.stuck': 'error',
  'page.failed': 'warn',
  'page.unsaid': 'error',
  'screen.greeted': 'debug',
  'screen.parted': 'info',
  'screen.fault': 'error',
  'screen.hurried': 'warn',
  'live.draining': 'info'
} as const satisfies Record<string, Level>

export type EventCode = keyof typeof levels

const fields = [
  'unit',
  'why',
  'pid',
  'port',
  'ms',
  'againInMs',
  'status',
  'method',
  'route',
  'count',
  'screen',
  'audience',
  'id',
  'alert',
  'member',
  'seq',
  'stack'
] as const

export type Fields = Partial<Record<(typeof fields)[number], string | number | undefined>>
export type Log = (code: EventCode, fields?: Fields) => void

/** Where something failed, without the message, which may hold what somebody wrote. */
export function framesOf(fault: unknown): string {
  const lines = fault instanceof Error ? (fault.stack ?? '').split('\n') : []
  return lines.filter(line => /^\s+at /.test(line)).join('\n')
}

/** Lines of JSON on the standard error, so that what the program tells people stays apart from it. */
export function createLog(level: Config['logLevel']): Log {
  const lines = pino({ level, base: null }, pino.destination({ fd: 2, sync: true }))
  return (code, given = {}) => lines[levels[code]](allowed(given), code)
}

/** Field by field from the list, also where a caller's types were wider than ours. */
function allowed(given: Fields): Fields {
  return Object.fromEntries(fields.filter(name => given[name] !== undefined).map(name => [name, given[name]]))
}
