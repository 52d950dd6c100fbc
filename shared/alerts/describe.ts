/** What is said of an alert after the first tap. */
import type { Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import { refuse } from '../refusal.ts'
import { same } from '../same.ts'
import type { Alert } from './alert.ts'
import type { AlertCommand } from './command.ts'
import type { AlertEvent } from './event.ts'
import { neededFor, priorityOf, rank } from './priority.ts'

/** A rise in priority re-opens what had been answered: more are needed. */
export function describe(
  alert: Alert,
  command: Extract<AlertCommand, { type: 'alert.describe' }>,
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

const pick = ({ kind, priority, place, stay, needed }: Alert) => ({ kind, priority, place, stay, needed })
