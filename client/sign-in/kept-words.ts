import * as m from '../../shared/words/compiled/messages.js'
import type { KeptBy } from './kept.ts'

/** How much of a member's waits on this device, in words; null when nothing does. */
export function keptSaid(kept: KeptBy, member: string): string | null {
  const { checks = 0, others = 0 } = kept[member] ?? {}
  if (checks + others === 0) return null
  return others === 0
    ? m.sign_checks_kept({ count: checks })
    : m.sign_entries_kept({ count: checks + others })
}
