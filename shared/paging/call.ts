/**
 * What is told outside the board when an alert tells somebody. It says what, where and how urgent, and never who: no
 * person, no member, no note.
 */
import { z } from 'zod'
import { About } from '../about.ts'
import { AlertId, PlaceId, type MemberId } from '../ids.ts'
import { Least, Tells } from '../profile/pager.ts'
import { instant, text } from '../shapes.ts'

export const Call = z.object({
  about: About,
  alert: AlertId,
  kind: text,
  priority: Least,
  place: z.object({ id: PlaceId, en: text, fr: text }).nullable(),
  silent: z.boolean(),
  drill: z.boolean(),
  /** milliseconds since 1970 */
  raisedAt: instant,
  /** number of the rung, from 0, whom it tells, and why it was reached */
  step: z.number().nullable(),
  tells: z.array(Tells),
  why: text.nullable(),
  /** with `overdue`: what was owed */
  owed: text.nullable()
})
export type Call = z.infer<typeof Call>

/** A call before it is known where it goes. */
export interface Calling {
  call: Call
  /** who of the members is told */
  members: readonly MemberId[]
  /** who asked for help: they are not told by what might give them away */
  raisers: readonly MemberId[]
}

const endings: readonly About[] = ['resolved', 'cancelled']
const follows: readonly About[] = ['reopened', 'changed']

/** Nobody has to come any more. */
export const callsOff = ({ about }: Call): boolean => endings.includes(about)

/** Of no use any more once the alert is over. */
export const isUrgent = ({ about }: Call): boolean => about !== 'overdue' && !endings.includes(about)

/** Meant also for everybody who was told before. */
export const followsUp = ({ about }: Call): boolean => follows.includes(about)
