/** What is said of an alert after the first tap. */
import type { Asking, Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import { isRefused, refuse } from '../refusal.ts'
import { same } from '../same.ts'
import { owedAfter } from './afterwards.ts'
import type { Alert } from './alert.ts'
import type { AlertCommand } from './command.ts'
import type { AlertEvent } from './event.ts'
import { isAboutThePerson } from './owed-kinds.ts'
import type { OwedState } from './owed.ts'
import { neededFor, priorityOf, rank } from './priority.ts'
import { withheld } from './withhold.ts'

type Describe = Extract<AlertCommand, { type: 'alert.describe' }>

const saysWhom = ['type', 'alert', 'stay']

/** Whom it is about, and nothing else, can still be said of what was resolved, while nobody is named. */
export function namesAfter({ situation, stay }: Alert, command: Describe): boolean {
  const owing = situation.is === 'resolved' || situation.is === 'debriefed'
  const only =
    typeof command.stay === 'string' && Object.keys(command).every(field => saysWhom.includes(field))
  return owing && stay === null && only
}

/** What is about the person is owed from now on; what of it is open already stays as it is. */
export function nameAfter(
  alert: Alert,
  command: Describe,
  floor: Floor,
  { now }: Asking
): Decision<AlertEvent> {
  const described = describe(alert, command, floor)
  if (isRefused(described)) return described
  const { stay = null } = command
  const owed = owedAfter({ ...alert, stay }, floor, now).filter(({ kind }) => {
    const before = alert.owed[kind]
    return isAboutThePerson(kind) && (before === undefined || isOver(before.state))
  })
  const opened: AlertEvent[] = owed.length === 0 ? [] : [{ type: 'alert.owes', alert: alert.id, owed }]
  return [...described, ...opened, ...withheld({ ...alert, stay }, floor)]
}

/** A rise in priority re-opens what had been answered: more are needed. */
export function describe(
  alert: Alert,
  command: Describe,
  { profile, census }: Pick<Floor, 'profile' | 'census'>
): Decision<AlertEvent> {
  const { kind = alert.kind, place = alert.place, stay = alert.stay } = command
  const priority = command.priority ?? (kind === alert.kind ? alert.priority : priorityOf[kind])
  const needed = command.needed ?? (priority === alert.priority ? alert.needed : neededFor[priority])
  if (place !== null && !profile.places[place]) return refuse('place-unknown', { place })
  if (stay !== null && stay !== alert.stay && !census.stays[stay]) return refuse('stay-unknown', { stay })
  const after = { kind, priority, place, stay, needed }
  if (same(after, pick(alert))) return refuse('no-change')
  const described: AlertEvent = { type: 'alert.described', alert: alert.id, ...after }
  const rises = rank[priority] > rank[alert.priority] && alert.situation.is !== 'raised'
  return rises ? [described, { type: 'alert.reopened', alert: alert.id }] : [described]
}

/** A notice that was withheld is owed to the family of whoever is named now. */
const isOver = ({ is }: OwedState): boolean => is === 'done' || is === 'withheld'

const pick = ({ kind, priority, place, stay, needed }: Alert) => ({ kind, priority, place, stay, needed })
