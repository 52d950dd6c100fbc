import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { SetUpFault } from '../set-up-fault.ts'

/**
 * The shell becomes Redis (`exec`), so the child's pid is that of Redis itself. Before that it leaves a watcher behind
 * that reads our end of a pipe: when this process dies, however it dies, the pipe ends and the watcher asks Redis to
 * stop. A line on the pipe instead of its end says that Redis has gone already, so that the watcher never signals a
 * stranger that got the same pid later.
 */
const script = `
program=$(command -v redis-server || command -v valkey-server) || exit 127
exec 3<&0
{ read -r gone <&3 || kill -TERM $$; } >/dev/null 2>&1 &
exec "$program" "$@" </dev/null 3<&-
`

/** Nothing acknowledged may be lost: every write is on the disk before its reply, and nothing is ever evicted. */
const durable = [
  ...['--port', '0', '--daemonize', 'no', '--logfile', '', '--loglevel', 'notice'],
  ...['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''],
  ...['--maxmemory-policy', 'noeviction', '--unixsocketperm', '700']
]

export interface RedisProcess {
  /** process id of Redis */
  pid: number
  /** its last lines, newest last, for a message when it will not start */
  said: string[]
  /** resolves when it takes commands; rejects with a SetUpFault when it ends before that */
  ready: Promise<void>
  /** resolves when it has ended, with words for why */
  gone: Promise<string>
  /** asks it to write everything down and end; resolves when it has */
  stop(): Promise<void>
}

/**
 * Starts a real Redis (or Valkey) in `folder`, listening on the unix socket `path` and nowhere else. It runs in a
 * process group of its own, so that Ctrl-C in a terminal reaches us first and Redis only when we are done with it.
 */
export function spawnRedis(folder: string, path: string, patienceMs = 10_000): RedisProcess {
  const child = spawn('/bin/sh', ['-c', script, 'sh', ...durable, '--unixsocket', path], {
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe']
  })
  const said: string[] = []
  const gone = new Promise<string>(resolve => {
    child.once('error', fault => resolve(fault.message))
    child.once('exit', (code, signal) => resolve(signal ? `killed by ${signal}` : `exit code ${code}`))
  })
  void gone.then(() => child.stdin.end('gone\n'))
  child.stdin.on('error', () => {})
  return {
    pid: child.pid ?? 0,
    said,
    ready: becomesReady(child, said, gone),
    gone,
    stop: () => stop(child, gone, patienceMs)
  }
}

function becomesReady(child: ChildProcess, said: string[], gone: Promise<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const hear = (line: string) => {
      said.push(line)
      if (said.length > 20) said.shift()
      // The words of Redis 6 and of 7, 8 and Valkey.
      if (/ready to accept connections/i.test(line)) resolve()
    }
    if (child.stdout) createInterface({ input: child.stdout }).on('line', hear)
    if (child.stderr) createInterface({ input: child.stderr }).on('line', hear)
    // 'close' comes after its last lines, which are needed to explain why it ended.
    child.once('close', () => void gone.then(why => reject(explained(why, said))))
    child.once('error', fault => reject(explained(fault.message, said)))
  })
}

function explained(why: string, said: string[]): SetUpFault {
  if (why === 'exit code 127') {
    return new SetUpFault(
      'There is no Redis: put redis-server or valkey-server on the PATH, or name a running one in REDIS_URL.'
    )
  }
  const lastWords = said.at(-1)?.replace(/^\d+:\w \d+ \w+ \d+ [\d:.]+ [.\-*#] /, '') ?? 'it said nothing'
  return new SetUpFault(`Redis did not start (${why}): ${lastWords}`)
}

async function stop(child: ChildProcess, gone: Promise<string>, patienceMs: number): Promise<void> {
  child.kill('SIGTERM')
  const impatient = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await gone
  clearTimeout(impatient)
}
