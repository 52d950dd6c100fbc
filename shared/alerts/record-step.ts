/**
 * The record of an alert as whoever may read it is given it: what it was, and what happened, step by step. Each step lists
 * the fields that it has, and no event is ever given as it was recorded. No person of the unit is named in it.
 */
import { z } from 'zod'
import { About } from '../about.ts'
import { Audience } from '../audience.ts'
import { AlertId, MemberId, PlaceId } from '../ids.ts'
import { Tells } from '../profile/profile.ts'
import { AlertKind, Priority, ResponseRole } from './kind.ts'
import { OwedKind } from './owed.ts'
import { AgeBand, RestraintClock, RestraintKind } from './restraint.ts'

/** milliseconds since 1970 */
const instant = z.int()
const members = z.array(MemberId)
const count = z.int().nonnegative()
/** which restraint of this alert, from 1 */
const nth = z.int().positive()

/** Who stands behind a step; only a member is named. */
export const Behind = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('member'), member: MemberId }),
  z.strictObject({ kind: z.enum(['screen', 'clock', 'node', 'loader']) })
])
export type Behind = z.infer<typeof Behind>

/** `failed` is tried again; of what is `dead` that was given up; `outdated` was over before it could be sent. */
const Paged = z.enum(['queued', 'sent', 'failed', 'dead', 'outdated', 'retried', 'dropped'])

const stem = { seq: z.int(), at: instant, by: Behind }
const step = <What extends string, Shape extends z.ZodRawShape>(what: What, shape: Shape) =>
  z.strictObject({ ...stem, what: z.literal(what), ...shape })
const who = { who: MemberId }
const opened = z.array(z.strictObject({ owed: OwedKind, owner: MemberId.nullable(), due: instant }))
const described = { kind: AlertKind, priority: Priority, place: PlaceId.nullable(), needed: z.int() }

export const RecordStep = z.discriminatedUnion('what', [
  step('raised', { ...described, seenAt: instant, tells: z.array(Tells), members }),
  /** another raised the same event */
  step('merged', { seenAt: instant }),
  /** what it was before; `person`: that somebody, or another, was named, or that nobody is any more */
  step('described', {
    ...described,
    was: z.strictObject(described),
    person: z.enum(['named', 'another', 'nobody']).nullable()
  }),
  step('acknowledged', {
    ...who,
    answer: z.enum(['coming', 'delegated', 'handled']),
    lapses: instant.nullable()
  }),
  step('called', who),
  step('declined', who),
  step('role-taken', { ...who, role: ResponseRole.nullable() }),
  step('arrived', who),
  step('withdrawn', who),
  /** their shift ended, or they left the staff, while they were answering */
  step('went-home', who),
  /** whose answer it was */
  step('lapsed', { members }),
  step('reopened', {}),
  step('raised-again', { reason: z.string(), tells: z.array(Tells), members }),
  /** `rung` counts from 1; `minutes`: when the ladder has it */
  step('escalated', {
    rung: z.int().positive(),
    minutes: z.number().nullable(),
    tells: Tells.nullable(),
    members,
    why: z.enum(['raised', 'time', 'declined', 'unshown'])
  }),
  step('shown', { screen: z.string(), audience: Audience, sounded: z.boolean() }),
  step('unshown', {}),
  /**
   * what was told outside the board, and what became of it: to how many pagers, and to the browsers of how many members.
   * Never to which, nor where they are. `attempts`: how many that were, until `until`; `waiting`: of what was sent out,
   * how many are still tried
   */
  step('paged', {
    is: Paged,
    about: About,
    pagers: count,
    pushes: count,
    attempts: count,
    waiting: count,
    until: instant
  }),
  step('contained', {}),
  /** `notes` is null where there are none, and where the reader is not given them */
  step('resolved', {
    action: z.string(),
    notes: z.string().nullable(),
    owed: opened
  }),
  /** it was said whom it is about after it was resolved: what that opened */
  step('owes', { owed: opened }),
  step('cancelled', {}),
  step('settled', { owed: OwedKind, notes: z.string().nullable() }),
  step('deferred', { owed: OwedKind, reason: z.string(), until: instant }),
  step('assigned', { owed: OwedKind, to: MemberId }),
  /** nobody outside may be told anything of the person */
  step('withheld', { owed: OwedKind }),
  step('overdue', { owed: OwedKind, members }),
  step('closed', {}),
  step('restrained', {
    nth,
    kind: RestraintKind,
    band: AgeBand,
    startedAt: instant,
    orderUntil: instant,
    faceToFaceDue: instant
  }),
  step('order-renewed', { nth, until: instant }),
  step('evaluated', { nth, seenAt: instant }),
  step('released', { nth, seenAt: instant }),
  step('restraint-overdue', { nth, clock: RestraintClock, members })
])
export type RecordStep = z.infer<typeof RecordStep>

/** Milliseconds from being raised to when it was first so; null where it never was. */
const took = z.int().nullable()

export const AlertRecord = z.strictObject({
  id: AlertId,
  kind: AlertKind,
  priority: Priority,
  place: PlaceId.nullable(),
  silent: z.boolean(),
  drill: z.boolean(),
  raisedAt: instant,
  /** when it began, by the raiser's account */
  seenAt: instant,
  situation: z.enum([
    'raised',
    'acknowledged',
    'on-scene',
    'contained',
    'resolved',
    'debriefed',
    'closed',
    'cancelled',
    'merged'
  ]),
  since: instant,
  /** how many raised it */
  times: z.int().positive(),
  took: z.strictObject({ answered: took, onScene: took, contained: took, resolved: took }),
  steps: z.array(RecordStep),
  /** whether the reader is given the notes */
  withNotes: z.boolean(),
  /** events of it that this program could not read */
  unread: z.int(),
  /** when this was read, by the journal's clock */
  asOf: instant
})
export type AlertRecord = z.infer<typeof AlertRecord>
