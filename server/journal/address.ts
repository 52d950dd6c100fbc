/**
 * Where Redis is, as text: `redis://` or `rediss://` with [user:password@]host[:port][/db]; `unix:/path` or a path;
 * `redis+sentinel://s1:26379,s2:26379/<master's name>`; `redis+cluster://n1:7000,n2:7001`. `rediss+...` speaks TLS.
 */
export interface Host {
  host: string
  port: number
}

interface Secrets {
  username?: string
  password?: string
  tls?: boolean
}

export type Address =
  | ({ kind: 'socket'; path: string; db?: number } & Secrets)
  | ({ kind: 'server'; db?: number } & Host & Secrets)
  | ({ kind: 'sentinel'; hosts: Host[]; master: string; db?: number } & Secrets)
  | ({ kind: 'cluster'; hosts: Host[] } & Secrets)

const shape =
  /^(redis|rediss)(?:\+(sentinel|cluster))?:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/?#]+)(?:\/([^?#]*))?$/

/** Throws a RangeError that says what is wrong, without the password. */
export function parseAddress(text: string): Address {
  if (text.startsWith('/')) return { kind: 'socket', path: text }
  if (text.startsWith('unix:'))
    return { kind: 'socket', path: text.slice('unix:'.length).replace(/^\/\/(?=\/)/, '') }
  const parts = shape.exec(text)
  if (!parts)
    throw new RangeError(
      'not an address of Redis: expected redis://host:6379, unix:/path, ' +
        'redis+sentinel://host:26379/master or redis+cluster://host:6379,host:6379'
    )
  const [, scheme, kind, user, password, hosts, rest] = parts
  const secrets: Secrets = {
    ...(user && { username: decodeURIComponent(user) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(scheme === 'rediss' && { tls: true })
  }
  const list = (hosts ?? '').split(',').map(host => hostOf(host, kind === 'sentinel' ? 26379 : 6379))
  if (kind === 'cluster') return { kind, hosts: list, ...secrets }
  if (kind === 'sentinel') return { kind, hosts: list, ...masterOf(rest ?? ''), ...secrets }
  const only = list[0]
  if (!only || list.length > 1)
    throw new RangeError('several hosts need redis+sentinel:// or redis+cluster://')
  return { kind: 'server', ...only, ...dbOf(rest), ...secrets }
}

function hostOf(text: string, usual: number): Host {
  const [, host, port] = /^(\[[^\]]+\]|[^:]+)(?::(\d{1,5}))?$/.exec(text) ?? []
  if (!host || Number(port) > 65_535)
    throw new RangeError('a host is a name or number, with a port up to 65535 or none')
  return { host: host.replace(/^\[|\]$/g, ''), port: port ? Number(port) : usual }
}

function masterOf(rest: string): { master: string; db?: number } {
  const [master, db] = rest.split('/')
  if (!master)
    throw new RangeError('redis+sentinel:// needs the name of the master: redis+sentinel://host:26379/name')
  return { master, ...dbOf(db) }
}

function dbOf(text: string | undefined): { db?: number } {
  if (!text) return {}
  if (!/^\d+$/.test(text)) throw new RangeError('what follows the host is the number of a database')
  return { db: Number(text) }
}
