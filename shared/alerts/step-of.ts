/** What the record says of one event, field by field: what is not written here is not given. */
import type { Recorded } from '../recorded.ts'
import type { Alert } from './alert.ts'
import type { AlertEvent } from './event.ts'
import { waitedFor } from './evolve-answer.ts'
import type { RecordStep } from './record-step.ts'

type Stem = Pick<RecordStep, 'seq' | 'at' | 'by'>
type Of<T extends AlertEvent['type']> = Extract<AlertEvent, { type: T }>

/** `alert`: as it stands once the event is taken in; `before`: as it stood, undefined of the first one. */
export function stepOf(
  { event }: Recorded<AlertEvent>,
  stem: Stem,
  alert: Alert,
  before: Alert = alert
): RecordStep {
  switch (event.type) {
    case 'alert.raised':
      return raised(event, stem)
    case 'alert.merged':
      return { ...stem, what: 'merged', seenAt: stem.at }
    case 'alert.described':
      return { ...stem, what: 'described', ...said(event), was: said(before), person: named(before, event) }
    case 'alert.acknowledged': {
      const { who, answer, lapses } = event
      return { ...stem, what: 'acknowledged', who, answer, lapses }
    }
    case 'alert.called':
      return { ...stem, what: 'called', who: event.who }
    case 'alert.declined':
      return { ...stem, what: 'declined', who: event.who }
    case 'alert.role-taken':
      return { ...stem, what: 'role-taken', who: event.who, role: event.role }
    case 'alert.arrived':
      return { ...stem, what: 'arrived', who: event.who }
    case 'alert.withdrawn':
      return { ...stem, what: 'withdrawn', who: event.who }
    case 'alert.lapsed':
      return { ...stem, what: 'lapsed', members: waitedFor(before).map(({ member }) => member) }
    case 'alert.reopened':
      return { ...stem, what: 'reopened' }
    case 'alert.raised-again': {
      const tells = alert.ladder.filter(({ minutes }) => minutes === 0).map(rung => rung.tells)
      return { ...stem, what: 'raised-again', reason: event.reason, tells, members: [...event.members] }
    }
    case 'alert.escalated':
      return escalated(event, stem, alert)
    case 'alert.shown': {
      const { screen, audience, sounded } = event
      return { ...stem, what: 'shown', screen, audience, sounded }
    }
    case 'alert.unshown':
      return { ...stem, what: 'unshown' }
    case 'alert.contained':
      return { ...stem, what: 'contained' }
    case 'alert.cancelled':
      return { ...stem, what: 'cancelled' }
    case 'alert.closed':
      return { ...stem, what: 'closed' }
    case 'alert.resolved':
    case 'alert.owes':
    case 'alert.settled':
    case 'alert.deferred':
    case 'alert.assigned':
    case 'alert.withheld':
    case 'alert.overdue':
      return owedStep(event, stem)
    default:
      return restraintStep(event, stem, alert)
  }
}

const said = ({ kind, priority, place, needed }: Alert | Of<'alert.described'>) => {
  return { kind, priority, place, needed }
}

/** Whether a person was named, and never who. */
function named({ stay: before }: Alert, { stay }: Of<'alert.described'>) {
  if (stay === before) return null
  if (stay === null) return 'nobody'
  return before === null ? 'named' : 'another'
}

function raised(event: Of<'alert.raised'>, stem: Stem): RecordStep {
  const { kind, priority, place, needed, seenAt, ladder, members = [] } = event
  const tells = ladder.filter(({ minutes }) => minutes === 0).map(rung => rung.tells)
  return { ...stem, what: 'raised', kind, priority, place, needed, seenAt, tells, members: [...members] }
}

function escalated(event: Of<'alert.escalated'>, stem: Stem, { ladder }: Alert): RecordStep {
  const { step, members = [], why = 'time' } = event
  const { minutes = null, tells = null } = ladder[step] ?? {}
  return { ...stem, what: 'escalated', rung: step + 1, minutes, tells, members: [...members], why }
}

type OwedEvent = Of<
  | 'alert.resolved'
  | 'alert.owes'
  | 'alert.settled'
  | 'alert.deferred'
  | 'alert.assigned'
  | 'alert.withheld'
  | 'alert.overdue'
>

function owedStep(event: OwedEvent, stem: Stem): RecordStep {
  switch (event.type) {
    case 'alert.resolved': {
      const { action, notes, owed = [] } = event
      return { ...stem, what: 'resolved', action, notes, owed: opened(owed) }
    }
    case 'alert.owes':
      return { ...stem, what: 'owes', owed: opened(event.owed) }
    case 'alert.settled':
      return { ...stem, what: 'settled', owed: event.owed, notes: event.note }
    case 'alert.deferred':
      return { ...stem, what: 'deferred', owed: event.owed, reason: event.reason, until: event.until }
    case 'alert.assigned':
      return { ...stem, what: 'assigned', owed: event.owed, to: event.to }
    case 'alert.withheld':
      return { ...stem, what: 'withheld', owed: event.owed }
    case 'alert.overdue':
      return { ...stem, what: 'overdue', owed: event.owed, members: [...event.members] }
  }
}

const opened = (owed: Of<'alert.owes'>['owed']) =>
  owed.map(({ kind, owner, due }) => ({ owed: kind, owner, due }))

type RestraintEvent = Extract<AlertEvent, { restraint: unknown }>

function restraintStep(event: RestraintEvent, stem: Stem, { restraints }: Alert): RecordStep {
  const nth = restraints.findIndex(({ id }) => id === event.restraint) + 1 || restraints.length + 1
  switch (event.type) {
    case 'alert.restrained': {
      const { kind, band, startedAt, orderUntil, faceToFaceDue } = event
      return { ...stem, what: 'restrained', nth, kind, band, startedAt, orderUntil, faceToFaceDue }
    }
    case 'alert.order-renewed':
      return { ...stem, what: 'order-renewed', nth, until: event.until }
    case 'alert.evaluated':
      return { ...stem, what: 'evaluated', nth, seenAt: event.seenAt }
    case 'alert.released':
      return { ...stem, what: 'released', nth, seenAt: event.seenAt }
    case 'alert.restraint-overdue':
      return { ...stem, what: 'restraint-overdue', nth, clock: event.clock, members: [...event.members] }
  }
}
