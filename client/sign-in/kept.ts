/** What waits on this device, by the member who entered it: counts only, so that nobody reads another's entries. */
import type { Kept } from '../live/outbox.ts'

export type KeptBy = Readonly<Record<string, { checks: number; others: number }>>

export function keptByMember(kept: readonly Pick<Kept, 'member' | 'fields'>[]): KeptBy {
  const by: Record<string, { checks: number; others: number }> = {}
  for (const { member, fields } of kept) {
    // That somebody called for help in silence is not to be read off a locked screen.
    if (fields.type === 'alert.raise' && fields['silent'] === true) continue
    const counts = (by[member] ??= { checks: 0, others: 0 })
    if (fields.type.startsWith('check-in.')) counts.checks++
    else counts.others++
  }
  return by
}

/** What waits of others than this member: how much, and whose. */
export function othersKept(by: KeptBy, member: string): { count: number; members: string[] } {
  const members = Object.keys(by).filter(other => other !== member)
  const count = members.reduce((sum, of) => sum + (by[of]?.checks ?? 0) + (by[of]?.others ?? 0), 0)
  return { count, members: count > 0 ? members : [] }
}
