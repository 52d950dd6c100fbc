/** What there is to do on one list, whether a crisis left it or somebody opened it: the most overdue first. */
import type { FollowUpRow } from '../../shared/follow-ups/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { allOwing, type Owing, type Standing } from '../afterwards/owing.ts'

export type Thing = {
  key: string
  is: Standing
  /** when it falls due (milliseconds since 1970) */
  at: number
  owner: MemberId | null
} & ({ left: Owing; row: null } | { left: null; row: FollowUpRow })

type Known = Pick<Rows, 'alerts' | 'followUps'>

export interface Todo {
  own: Thing[]
  unowned: Thing[]
  others: Thing[]
  /** of one's own and nobody's: late, or owed and not put off */
  open: number
  late: number
}

export const isOpen = ({ ended }: Pick<FollowUpRow, 'ended'>): boolean => ended === null

/** Put off and not due again is answered for until then. */
export function standingOf({ due, deferred }: Pick<FollowUpRow, 'due' | 'deferred'>, now: number): Standing {
  if (due <= now) return 'late'
  return deferred === null ? 'owed' : 'put-off'
}

const ofFollowUp = (row: FollowUpRow, now: number): Thing => {
  const { id: key, due: at, owner } = row
  return { key, is: standingOf(row, now), at, owner, left: null, row }
}

const ofAlert = (left: Owing): Thing => {
  const { alert, row, is, at } = left
  return { key: `${alert.id} ${row.kind}`, is, at, owner: row.owner, left, row: null }
}

const ranks: readonly Standing[] = ['late', 'owed', 'put-off']

export const byNeed = (a: Thing, b: Thing): number =>
  ranks.indexOf(a.is) - ranks.indexOf(b.is) || a.at - b.at || (a.row && b.row && a.key < b.key ? -1 : 0)

export const followUpsOf = ({ followUps }: Pick<Rows, 'followUps'>, now: number): Thing[] =>
  Object.values(followUps)
    .filter(isOpen)
    .map(row => ofFollowUp(row, now))
    .sort(byNeed)

export function todoOf(rows: Known, member: MemberId, now: number): Todo {
  const all = [...allOwing(rows, now).map(ofAlert), ...followUpsOf(rows, now)].sort(byNeed)
  const own = all.filter(({ owner }) => owner === member)
  const unowned = all.filter(({ owner }) => owner === null)
  const others = all.filter(({ owner }) => owner !== null && owner !== member)
  const open = [...own, ...unowned].filter(({ is }) => is !== 'put-off')
  const late = open.filter(({ is }) => is === 'late').length
  return { own, unowned, others, open: open.length, late }
}

/** What is offered to this member, by who offers it. */
export function offersTo({ followUps }: Pick<Rows, 'followUps'>, me: MemberId, now: number) {
  const givers = new Map<MemberId | null, FollowUpRow[]>()
  for (const { row } of followUpsOf({ followUps }, now)) {
    if (row?.offered?.to !== me) continue
    const { by } = row.offered
    givers.set(by, [...(givers.get(by) ?? []), row])
  }
  return [...givers].map(([giver, rows]) => ({ giver, rows }))
}

/** What this member ended within the last minute: as long as that can be taken back. */
export function takesBack({ followUps }: Pick<Rows, 'followUps'>, me: MemberId, now: number, within: number) {
  return Object.values(followUps).flatMap(row =>
    row.ended?.by === me && now <= row.ended.at + within
      ? [{ row, left: Math.ceil((row.ended.at + within - now) / 1000) }]
      : []
  )
}
