/**
 * Browsers that want to be told by Web Push, beside the sign-ins that they belong to: an address lets whoever has it
 * send, so it is kept where it can be forgotten, not in a journal. Each belongs to one sign-in and ends with it.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Language } from '../../shared/bilingual.ts'
import type { MemberId, UnitId } from '../../shared/ids.ts'
import { keys } from './keys.ts'
import { leadsInside, mayBeCalled } from './push-address.ts'
import type { Client } from './redis.ts'

/** So many bytes in base64url, as the browser's half of the encryption has them (RFC 8291). */
const bytes = (count: number) =>
  z
    .string()
    .max(200)
    .refine(given => Buffer.from(given, 'base64url').length === count)

/** As browsers give it; whether its address is one to call is asked of `Subscriptions`. */
export const Subscription = z.strictObject({
  endpoint: z.url().max(1_000),
  keys: z.strictObject({ p256dh: bytes(65), auth: bytes(16) })
})
export type Subscription = z.infer<typeof Subscription>

const Kept = z.object({ subscription: Subscription, language: Language, signIn: z.string() })
export type Kept = z.infer<typeof Kept>

/** Members have a few devices; who would have more than this is a mistake. */
const most = 10

/** SHA-256 of an address in hexadecimal: names it without giving it away. */
export const fingerprintOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex')

export class Subscriptions {
  readonly #client: Client
  readonly #onLoopback: boolean

  /** `onLoopback`: whether push services on this very machine are called */
  constructor(client: Client, onLoopback = false) {
    this.#client = client
    this.#onLoopback = onLoopback
  }

  /** Whether an address is that of a push service, by how it is written. */
  mayKeep(endpoint: string): boolean {
    return mayBeCalled(endpoint, this.#onLoopback)
  }

  /** Whether it leads where push services are, asked before each call: a name may lead elsewhere than it did. */
  async mayCall(endpoint: string): Promise<boolean> {
    if (!this.mayKeep(endpoint)) return false
    return this.#onLoopback || !(await leadsInside(endpoint))
  }

  async of(unit: UnitId, member: MemberId): Promise<Kept[]> {
    const found = Object.values(await this.#client.hGetAll(keyOf(unit, member)))
    return found.flatMap(one => Kept.safeParse(JSON.parse(one)).data ?? [])
  }

  async keep(unit: UnitId, member: MemberId, kept: Kept): Promise<void> {
    const all = await this.of(unit, member)
    const others = all.filter(({ subscription }) => subscription.endpoint !== kept.subscription.endpoint)
    for (const { subscription } of others.slice(0, Math.max(0, others.length + 1 - most))) {
      await this.forget(unit, member, subscription.endpoint)
    }
    await this.#client.hSet(
      keyOf(unit, member),
      fingerprintOf(kept.subscription.endpoint),
      JSON.stringify(kept)
    )
  }

  async forget(unit: UnitId, member: MemberId, endpoint: string): Promise<void> {
    await this.#client.hDel(keyOf(unit, member), fingerprintOf(endpoint))
  }

  /** The same member signed in again on the same device: what belonged to the sign-in before belongs to this one. */
  async carry(unit: UnitId, member: MemberId, before: string, signIn: string): Promise<void> {
    const all = await this.of(unit, member)
    const moved = all.filter(kept => kept.signIn === before)
    for (const kept of moved) await this.keep(unit, member, { ...kept, signIn })
  }
}

const keyOf = (unit: UnitId, member: MemberId): string => `${keys.push}${unit}:${member}`
