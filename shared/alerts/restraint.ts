/**
 * Restraint and seclusion, with the clocks of 42 CFR 482.13(e): an order holds at most 4 h for an adult, 2 h from 9 to
 * 17 years, 1 h under 9, and may be renewed up to 24 h in all; a face-to-face evaluation is due within 1 h of the start.
 */
import { z } from 'zod'
import type { CommandId, MemberId } from '../ids.ts'

export const RestraintKind = z.enum(['restraint', 'seclusion'])
export type RestraintKind = z.infer<typeof RestraintKind>

export const AgeBand = z.enum(['adult', 'from-9-to-17', 'under-9'])
export type AgeBand = z.infer<typeof AgeBand>

export const RestraintClock = z.enum(['order', 'face-to-face'])
export type RestraintClock = z.infer<typeof RestraintClock>

export interface Restraint {
  id: CommandId
  kind: RestraintKind
  band: AgeBand
  startedAt: number
  startedBy: MemberId
  orderUntil: number
  renewals: number
  faceToFaceDue: number
  evaluated: { at: number; by: MemberId } | null
  released: { at: number; by: MemberId } | null
  /** clocks that ran out and were told; a renewed order may run out again */
  overdue: readonly RestraintClock[]
}
