/** What the gateway asks of whoever knows the people and the devices: who is this, what may they watch and ask for. */
import type { IncomingMessage } from 'node:http'
import type { Audience } from '../../shared/audience.ts'
import type { MemberId, UnitId } from '../../shared/ids.ts'
import type { Author } from '../../shared/recorded.ts'
import type { Refused } from '../../shared/refusal.ts'

export type Identity =
  /**
   * a sign-in, named by `signIn`; while it is locked the device acts, not the member. `pin` tells the PIN that it was let
   * in by from others; it is over when the member has another
   */
  | { kind: 'member'; unit: UnitId; member: MemberId; locked: boolean; signIn: string; pin?: string }
  /** a wall; `name` is what people call it */
  | {
      kind: 'display'
      unit: UnitId
      display: string
      name: string
      audience: Extract<Audience, 'wall' | 'wall-public'>
    }

/** What a screen brings when it connects: its cookie in the request, or what it put into `auth` (a display's token). */
export interface Handshake {
  request: IncomingMessage
  auth: Readonly<Record<string, unknown>>
}

/** Whose connections must end, on every node within a second. */
export type Revoked =
  | { kind: 'sign-in'; signIn: string; reason: 'signed-out' | 'locked' }
  | { kind: 'display'; display: string }
  /** all of a member's sign-ins at once */
  | { kind: 'member'; unit: UnitId; member: MemberId }

export interface Access<State, Command> {
  identify(handshake: Handshake): Promise<Identity | Refused>
  /** null: it may. Asked at each hello, and again when the unit changed: who may no longer is cut off */
  mayWatch(identity: Identity, unit: UnitId, audience: Audience, state: State): Refused | null
  /** whom the journal names for what this identity submits; null where it may submit nothing */
  /** `audience`: what the screen greeted as; null before it greeted */
  authorOf(identity: Identity, audience: Audience | null): Author | null
  /** asked on the very state that the command is decided on; null: go on and decide */
  permit(state: State, author: Author, command: Command): Refused | null
  /** calls back for every revocation on any node; returns a function that ends it */
  onRevoked(listener: (revoked: Revoked) => void): () => void
}
