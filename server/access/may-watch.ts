import { createHash } from 'node:crypto'
import type { Audience } from '../../shared/audience.ts'
import type { UnitId } from '../../shared/ids.ts'
import type { Author } from '../../shared/recorded.ts'
import { refuse, type Refused } from '../../shared/refusal.ts'
import type { Role } from '../../shared/staff/member.ts'
import type { UnitState } from '../../shared/unit.ts'
import type { Identity } from '../live/access.ts'
import { printOf } from './pins.ts'

const leads: readonly Role[] = ['charge', 'director', 'administrator']

/**
 * Null where that identity may watch `unit` as `audience`: a display only as what its address says, a locked tablet
 * only as one, a member of the unit everything else, the charge screen only who leads.
 */
export function mayWatch(
  identity: Identity,
  unit: UnitId,
  audience: Audience,
  state: UnitState
): Refused | null {
  if (identity.unit !== unit) return refuse('not-permitted')
  if (identity.kind === 'display') return audience === identity.audience ? null : refuse('not-permitted')
  if (audience === 'locked') return null
  const { members } = state.staff
  const found = Object.hasOwn(members, identity.member) ? members[identity.member] : undefined
  if (identity.locked || !found) return refuse('not-signed-in')
  if (identity.pin !== undefined && identity.pin !== printOf(found.pinHash)) return refuse('not-signed-in')
  const { roles } = found
  return audience !== 'charge' || roles.some(role => leads.includes(role)) ? null : refuse('not-permitted')
}

/**
 * Whom the journal names for what this identity submits on a screen of that audience; null where it may submit nothing at
 * all. A screen that greeted as `locked` acts as the device, also while its lock has not reached the sign-in yet: whoever
 * stands before it, it is not known to be the member.
 */
export function authorOf(identity: Identity, audience: Audience | null): Author | null {
  if (identity.kind === 'display') return null
  const { locked, member, signIn } = identity
  return locked || audience === 'locked'
    ? { kind: 'screen', screen: screenOf(signIn) }
    : { kind: 'member', member }
}

/** A journal is read for years: it names the tablet, but not by what its cookie is made of. */
const screenOf = (signIn: string): string => createHash('sha256').update(signIn).digest('hex').slice(0, 16)
