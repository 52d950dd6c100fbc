/** What is asked of the unit about one thing to do, and whether something about it is on its way already. */
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { isLicensed, maySettle } from '../afterwards/who-may.ts'
import type { Fields, Sending } from '../live/sending.svelte.ts'
import type { Thing } from './todo-of.ts'

export function takeOf({ left, row }: Thing, me: MemberId): Fields {
  if (row) return { type: 'follow-up.take', followUp: row.id }
  return { type: 'alert.assign', alert: left.alert.id, owed: left.row.kind, to: me }
}

/** A plan that a crisis leaves to be reviewed goes to licensed members only. */
export const mayTake = ({ left }: Thing, me: MemberId, rows: Rows, now: number): boolean =>
  left === null || maySettle(rows, left.row.kind, me, now)

export function onItsWay({ left, row }: Thing, sendings: readonly Sending[]): Sending | undefined {
  return sendings.find(({ fields, open }) => {
    if (!open) return false
    if (left) return fields['alert'] === left.alert.id && fields['owed'] === left.row.kind
    const some = fields['followUps']
    return fields['followUp'] === row.id || (Array.isArray(some) && some.includes(row.id))
  })
}

/** Charge staff and directors give it to anybody on shift; everybody else offers what is theirs. */
export const leads = ({ members }: Pick<Rows, 'members'>, me: MemberId): boolean =>
  members[me]?.roles?.some(role => role === 'charge' || role === 'director') ?? false

/** Colleagues on shift, by name. */
export const colleagues = ({ members }: Pick<Rows, 'members'>, not: readonly (MemberId | null)[]) =>
  Object.values(members)
    .filter(({ id, onShift }) => onShift && !not.includes(id))
    .sort((a, b) => a.name.localeCompare(b.name))

/** Those on shift whose licence is in force. */
export const licensedHere = (rows: Rows, now: number): string[] =>
  colleagues(rows, [])
    .filter(({ id }) => isLicensed(rows, id, now))
    .map(({ name }) => name)
