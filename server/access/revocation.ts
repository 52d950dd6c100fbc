/** Word that somebody's time at the screen is over, from the node that knows it to all nodes that hold screens. */
import { z } from 'zod'
import { MemberId, UnitId } from '../../shared/ids.ts'
import type { Revoked } from '../live/access.ts'

const Revocation = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sign-in'),
    signIn: z.string(),
    reason: z.enum(['signed-out', 'locked'])
  }),
  z.strictObject({ kind: z.literal('display'), display: z.string() }),
  z.strictObject({ kind: z.literal('member'), unit: UnitId, member: MemberId })
]) satisfies z.ZodType<Revoked>

/** Null for what is no revocation that this program knows. */
export function parseRevocation(message: string): Revoked | null {
  try {
    return Revocation.parse(JSON.parse(message))
  } catch {
    return null
  }
}
