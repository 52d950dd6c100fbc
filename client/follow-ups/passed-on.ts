/** What became of one's own: taken over by a colleague, accepted, or declined. By what the rows say now and said before. */
import type { FollowUpRow } from '../../shared/follow-ups/view.ts'
import type { FollowUpId, MemberId } from '../../shared/ids.ts'

/** One's own that are open, each with whom it is offered to; null: to nobody. */
export type Mine = Readonly<Record<FollowUpId, MemberId | null>>

export interface Told {
  followUp: FollowUpId
  is: 'taken' | 'accepted' | 'declined' | 'nobody'
  /** who has it, or said no */
  by: MemberId | null
}

type FollowUps = Readonly<Record<string, FollowUpRow>>

export function mineOf(followUps: FollowUps, me: MemberId): Mine {
  const own = Object.values(followUps).filter(({ owner, ended }) => owner === me && ended === null)
  return Object.fromEntries(own.map(({ id, offered }) => [id, offered?.to ?? null]))
}

/** What ended meanwhile is told by its own row. */
export function passedOn(before: Mine, followUps: FollowUps, me: MemberId): Told[] {
  return Object.entries(before).flatMap(([id, to]): Told[] => {
    const row = followUps[id]
    if (!row || row.ended !== null) return []
    const told = { followUp: row.id, by: row.owner }
    if (row.owner === null) return [{ ...told, is: 'nobody' }]
    if (row.owner !== me) return [{ ...told, is: row.owner === to ? 'accepted' : 'taken' }]
    return to !== null && row.offered === null ? [{ ...told, is: 'declined', by: to }] : []
  })
}
