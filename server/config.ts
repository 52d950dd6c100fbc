import { resolve } from 'node:path'
import { z } from 'zod'
import { parseAddress, type Address } from './journal/address.ts'
import { SetUpFault } from './set-up-fault.ts'

/**
 * Everything that the environment may decide: each variable with what it becomes, what it is when it is not set, and
 * words for what is allowed. Nothing else in the server reads the environment.
 */
const variables = {
  PORT: {
    schema: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().max(65_535)).default(8080),
    allowed: 'a whole number from 0 (any free port) to 65535'
  },
  HOST: {
    // Tablets and walls are other machines of the unit's network, so every address of this one, unless told otherwise.
    schema: z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('0.0.0.0'),
    allowed: 'an address or name of this machine, such as 0.0.0.0 (all) or 127.0.0.1 (only this machine)'
  },
  ORIGINS: {
    schema: z
      .string()
      .default('')
      .transform(text =>
        text
          .split(',')
          .map(part => part.trim())
          .filter(Boolean)
      )
      .refine(parts => parts.every(isOrigin)),
    allowed:
      'the addresses that browsers open the board by, where a proxy does not pass them on as Host: exact origins such as ' +
      'https://board.example, with commas between'
  },
  REDIS_URL: {
    schema: z.string().transform(address).nullable().default(null),
    allowed:
      'redis://host:6379, rediss://host:6379 (TLS), unix:/path/redis.sock, redis+sentinel://host:26379,host:26379/name ' +
      'or redis+cluster://host:6379,host:6379 (user:password@ before the host), or nothing for a Redis of its own'
  },
  DATA_DIR: {
    schema: z
      .string()
      .default('./data')
      .transform(path => resolve(path)),
    allowed: 'the path of a folder'
  },
  DEMO: {
    schema: z.enum(['on', 'off', 'auto']).default('auto'),
    allowed: 'on, off or auto (on when nothing was set up)'
  },
  PUSH_LOOPBACK: {
    schema: z
      .enum(['on', 'off'])
      .default('off')
      .transform(given => given === 'on'),
    allowed: 'on (a push service on this very machine is called too, for tests) or off'
  },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    allowed: 'fatal, error, warn, info, debug, trace or silent'
  }
} as const

export type Variable = keyof typeof variables
export const variableNames = Object.keys(variables) as Variable[]

export interface Config {
  /** TCP port to listen on; 0 takes a free one */
  readonly port: number
  readonly host: string
  /** origins besides the server's own that its pages may come from, as `https://board.example` */
  readonly origins: readonly string[]
  /** where Redis is; null for one of our own in the data folder */
  readonly redis: Address | null
  /** absolute path of the data folder */
  readonly folder: string
  readonly demo: 'on' | 'off' | 'auto'
  /** whether a push service on this very machine is called too: for tests */
  readonly pushLoopback: boolean
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}

/**
 * Reads the environment once. A variable that is empty counts as not set. Throws a SetUpFault that names every wrong
 * variable, what was given (never a password) and what is allowed.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const wrong: string[] = []
  const read = <V extends Variable>(name: V): z.output<(typeof variables)[V]['schema']> => {
    const given = environment[name] || undefined
    const parsed = variables[name].schema.safeParse(given)
    if (!parsed.success)
      wrong.push(`${name} is ${shown(given ?? '')}, but allowed is ${variables[name].allowed}.`)
    return parsed.data as z.output<(typeof variables)[V]['schema']>
  }
  const config: Config = {
    port: read('PORT'),
    host: read('HOST'),
    origins: read('ORIGINS'),
    redis: read('REDIS_URL'),
    folder: read('DATA_DIR'),
    demo: read('DEMO'),
    pushLoopback: read('PUSH_LOOPBACK'),
    logLevel: read('LOG_LEVEL')
  }
  if (wrong.length > 0) throw new SetUpFault(wrong.join(' '))
  return Object.freeze(config)
}

/** As a browser writes it: scheme, host and port, and nothing after. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
}

function address(text: string, context: z.RefinementCtx): Address {
  try {
    return parseAddress(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not an address of Redis' })
    return z.NEVER
  }
}

/** One line of what was given. Whatever stands before an @ may hold a password. */
function shown(given: string): string {
  return JSON.stringify(given.replace(/^([\w+]*:\/\/)?.*@/s, '$1***@').slice(0, 200))
}
