/** What the gateway asks of whoever knows the people and the devices: who is this, what may they watch and ask for. */
import type { IncomingMessage } from 'node:http'
import type { Audience } from '../../shared/audience.ts'
import type { MemberId, UnitId } from '../../shared/ids.ts'
import type { Author } from '../../shared/recorded.ts'
import type { Refused } from '../../shared/refusal.ts'

export type Identity =
  /** a sign-in; while it is locked the device acts, not the member. `signIn` is never shown and never recorded */
  | { kind: 'member'; member: MemberId; unit: UnitId; locked: boolean; signIn: string }
  /** a wall; `display` is its id, as recorded, `name` is what people call it */
  | { kind: 'display'; display: string; name: string; unit: UnitId; audience: Audience }

/** Whose connections must end, on every node within a second. */
export type Revoked =
  /** signed out, or locked: the device may come again by signing in (or as a locked one) */
  | { kind: 'sign-in'; signIn: string; reason: 'signed-out' | 'locked' }
  | { kind: 'display'; display: string }
  /** all of a member's sign-ins at once */
  | { kind: 'member'; unit: UnitId; member: MemberId }

export interface Access<State, Command> {
  /** from the request that opens the connection: its cookie, or the display's token; a refusal is told to the screen */
  identify(request: IncomingMessage): Promise<Identity | Refused>
  /** asked at each hello, and again when the unit changed: who may no longer is cut off */
  mayWatch(identity: Identity, unit: UnitId, audience: Audience, state: State): boolean
  /** asked on the very state that the command is decided on; null: go on and decide */
  permit(state: State, author: Author, command: Command): Refused | null
  /** calls back for every revocation on any node; returns a function that ends it */
  onRevoked(listener: (revoked: Revoked) => void): () => void
}
