/** Whom a rung of the ladder tells. */
import type { MemberId } from '../ids.ts'
import type { Rung, Tells } from '../profile/profile.ts'
import type { Member, Staff } from '../staff/member.ts'

const meant: Record<Tells, (member: Member) => boolean> = {
  shift: ({ shiftSince }) => shiftSince !== null,
  charge: ({ shiftSince, roles }) => shiftSince !== null && roles.includes('charge'),
  director: ({ roles }) => roles.includes('director'),
  everyone: () => true
}

/** Members of the unit that these rungs tell, each once. */
export function toldBy(rungs: readonly Rung[], { members }: Staff): MemberId[] {
  const told = Object.values(members).filter(member => rungs.some(({ tells }) => meant[tells](member)))
  return told.map(({ id }) => id)
}

export const toldBySome = (tells: readonly Tells[], staff: Staff): MemberId[] =>
  toldBy(
    tells.map(one => ({ minutes: 0, tells: one })),
    staff
  )
