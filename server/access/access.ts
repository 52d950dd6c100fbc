/** Who may come in, who is behind each screen, and when their time is over. */
import type { IncomingMessage } from 'node:http'
import type { SessionData } from 'express-session'
import type { MemberId, UnitId } from '../../shared/ids.ts'
import { refuse, type Refused } from '../../shared/refusal.ts'
import type { Member } from '../../shared/staff/member.ts'
import type { UnitCommand, UnitState } from '../../shared/unit.ts'
import type { Address } from '../journal/address.ts'
import type { Access as Port, Handshake, Identity, Revoked } from '../live/access.ts'
import type { Log } from '../log.ts'
import { Attempts, type Limits } from './attempts.ts'
import { Displays } from './displays.ts'
import { keys } from './keys.ts'
import { authorOf, mayWatch } from './may-watch.ts'
import { permit } from './permit.ts'
import { isPin, printOf } from './pins.ts'
import { connectAccess, type AccessRedis } from './redis.ts'
import { parseRevocation } from './revocation.ts'
import { loadSecrets, type PushKeys, type Secrets } from './secrets.ts'
import { Sessions } from './sessions.ts'
import { Standing } from './standing.ts'
import { Subscriptions } from './subscriptions.ts'

/** What access must know of a unit: its state now, or null where there is no such unit. */
export type StateOf = (unit: UnitId) => Promise<UnitState | null>

export interface AccessOptions {
  address: Address
  stateOf: StateOf
  log: Log
  limits?: Limits
  /** whether browsers may be told by what runs on this machine */
  pushLoopback?: boolean
}

/** Rejects when Redis is not there. */
export async function openAccess(options: AccessOptions): Promise<Access> {
  const redis = await connectAccess(options.address, options.log)
  try {
    const access = new Access(redis, await loadSecrets(redis.client), options)
    await redis.listen(keys.revoked, message => access.hear(message))
    return access
  } catch (fault) {
    redis.close()
    throw fault
  }
}

export class Access implements Port<UnitState, UnitCommand> {
  readonly sessions: Sessions
  readonly displays: Displays
  readonly attempts: Attempts
  readonly subscriptions: Subscriptions
  readonly pushKeys: PushKeys
  readonly mayWatch = mayWatch
  readonly authorOf = authorOf
  readonly permit = permit
  readonly #redis: AccessRedis
  readonly #stateOf: StateOf
  readonly #standing: Standing
  readonly #listeners = new Set<(revoked: Revoked) => void>()

  constructor(redis: AccessRedis, secrets: Secrets, { stateOf, log, limits, pushLoopback }: AccessOptions) {
    this.#redis = redis
    this.#stateOf = stateOf
    this.sessions = new Sessions(redis.client, secrets.cookie)
    this.displays = new Displays(redis.client, secrets.displays)
    this.attempts = new Attempts(redis.client, limits)
    this.subscriptions = new Subscriptions(redis.client, pushLoopback)
    this.pushKeys = secrets.push
    this.#standing = new Standing(
      revoked => this.#tell(revoked),
      () => log('access.recheck-failed')
    )
  }

  /**
   * A display brings its token as `auth.display`; everybody else has a cookie. Rejects when Redis cannot be asked:
   * unsure, not refused.
   */
  async identify({ request, auth }: Handshake): Promise<Identity | Refused> {
    const token = typeof auth.display === 'string' ? auth.display : null
    const identity = token === null ? await this.#signedIn(request) : await this.displays.identify(token)
    if (!identity) return refuse('not-signed-in')
    this.#standing.keep(request, () => this.#over(identity, token))
    return identity
  }

  /** The print of the PIN where it is that member's, else null; as slow for a member or a unit that does not exist. */
  async proves(unit: UnitId, member: MemberId, pin: string): Promise<string | null> {
    const hash = (await this.memberOf(unit, member))?.pinHash ?? null
    return (await isPin(hash, pin)) ? printOf(hash) : null
  }

  /** Whether the member is on the staff, and has the PIN still that the sign-in was let in by. */
  async standsFor({ unit, member, pin }: Pick<SessionData, 'unit' | 'member' | 'pin'>): Promise<boolean> {
    const known = await this.memberOf(unit, member)
    return known !== null && printOf(known.pinHash) === pin
  }

  /** Null where there is no such member, or no such unit. */
  async memberOf(unit: UnitId, member: MemberId): Promise<Member | null> {
    const members = (await this.#stateOf(unit))?.staff.members
    return members && Object.hasOwn(members, member) ? (members[member] ?? null) : null
  }

  /** Calls `listener` for everybody whose time is over, on whichever node it was said. Returns what ends that. */
  onRevoked(listener: (revoked: Revoked) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Tells this node at once and the others through Redis; where that fails, their next recheck finds out. */
  async revoke(revoked: Revoked): Promise<void> {
    this.#tell(revoked)
    await this.#redis.client.publish(keys.revoked, JSON.stringify(revoked))
  }

  hear(message: string): void {
    const revoked = parseRevocation(message)
    if (revoked) this.#tell(revoked)
  }

  /** Looks at everybody who is connected here now; it does so by itself every half minute. */
  recheck(): Promise<void> {
    return this.#standing.recheck()
  }

  close(): void {
    this.#standing.close()
    this.#redis.close()
  }

  async #signedIn({ headers }: IncomingMessage): Promise<Identity | null> {
    const { id, unit, member, pin = '', locked = false } = await this.sessions.behind(headers.cookie)
    if (unit === undefined || member === undefined) return null
    if (!locked && !(await this.standsFor({ unit, member, pin }))) return null
    return { kind: 'member', unit, member, locked, signIn: id, pin }
  }

  async #over(identity: Identity, token: string | null): Promise<Revoked | null> {
    if (identity.kind === 'display') {
      return token !== null && (await this.displays.identify(token))
        ? null
        : { kind: 'display', display: identity.display }
    }
    const { signIn, unit, member, locked } = identity
    const found = await this.sessions.find(signIn)
    const same = found?.unit === unit && found.member === member
    if (same && found.locked && !locked) return { kind: 'sign-in', signIn, reason: 'locked' }
    if (same && (locked || (await this.standsFor(found)))) return null
    return { kind: 'sign-in', signIn, reason: 'signed-out' }
  }

  #tell(revoked: Revoked): void {
    for (const listener of this.#listeners) listener(revoked)
  }
}
