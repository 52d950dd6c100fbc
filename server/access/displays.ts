/**
 * Displays prove who they are with a token in their address: the unit, the audience and a name, signed. It needs no
 * storage, so it can be printed at every start; a count of revocations is signed along, so it can be taken back.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Audience } from '../../shared/audience.ts'
import { UnitId } from '../../shared/ids.ts'
import type { Identity } from '../live/access.ts'
import { keys } from './keys.ts'
import type { Client } from './redis.ts'

export type DisplayAudience = Extract<Audience, 'wall' | 'wall-public'>
type Display = Extract<Identity, { kind: 'display' }>

export const displayAudiences = ['wall', 'wall-public'] as const satisfies DisplayAudience[]
const audiences: readonly string[] = displayAudiences
const nameShape = /^[a-z0-9-]{1,40}$/

/** Its id, `<unit>~<audience>~<name>`. Throws a RangeError where no display can have that name: it is of a-z, 0-9 and -. */
export function displayOf(unit: UnitId, audience: DisplayAudience, name: string): string {
  if (!nameShape.test(name)) throw new RangeError(`not the name of a display: ${name}`)
  return [unit, audience, name].join('~')
}

export class Displays {
  readonly #client: Client
  readonly #secret: string

  constructor(client: Client, secret: string) {
    this.#client = client
    this.#secret = secret
  }

  /** `<unit>~<audience>~<name>~<revocations>~<signature>`. The name is of a-z, 0-9 and -. */
  async token(unit: UnitId, audience: DisplayAudience, name: string): Promise<string> {
    const display = displayOf(unit, audience, name)
    const signed = `${display}~${await this.#revocations(display)}`
    return `${signed}~${this.#sign(signed)}`
  }

  /** Null where the token is none of ours, or was taken back. Its id is `<unit>~<audience>~<name>`. */
  async identify(token: string): Promise<Display | null> {
    const parts = token.split('~')
    const signature = parts.pop() ?? ''
    if (!same(signature, this.#sign(parts.join('~')))) return null
    const revocations = parts.pop()
    const [given, audience = '', name = ''] = parts
    const unit = UnitId.safeParse(given)
    if (!unit.success || !audiences.includes(audience)) return null
    const display = parts.join('~')
    if (revocations !== String(await this.#revocations(display))) return null
    return { kind: 'display', unit: unit.data, display, name, audience: audience as DisplayAudience }
  }

  /** Every address that was made for this display opens nothing any more. */
  async revoke(display: string): Promise<void> {
    await this.#client.hIncrBy(keys.displays, display, 1)
  }

  async #revocations(display: string): Promise<number> {
    return Number((await this.#client.hGet(keys.displays, display)) ?? 0)
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('base64url').slice(0, 32)
  }
}

function same(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
