/** What a member leaves behind who goes to an alert: said before they answer. Their groups are in `claims.ts`. */
import type { StayRow } from '../../shared/census/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { holdsIt } from '../watching/watches.ts'

/** Checks that fall due within this (milliseconds) would fall due while one is away. */
export const soonDue = 600_000

/** How many checks of the unit are late or fall due soon. */
export const checksDue = ({ checkIns }: Pick<Rows, 'checkIns'>, now: number): number =>
  Object.values(checkIns).filter(({ due, paused }) => !paused && due !== null && due <= now + soonDue).length

/** Whom this member is with, who has to be relieved before they go. */
export const watchedBy = ({ stays, watches }: Pick<Rows, 'stays' | 'watches'>, me: MemberId): StayRow[] =>
  Object.values(watches).flatMap(watch => {
    const stay = stays[watch.id]
    return stay && holdsIt(watch, me) ? [stay] : []
  })

/** Who is never left alone, is with nobody by name, and was last seen by this member: nobody else is known to watch. */
export const lastSeenBy = (
  { stays, checkIns, watches }: Pick<Rows, 'stays' | 'checkIns' | 'watches'>,
  me: MemberId
): StayRow[] =>
  Object.values(stays).filter(({ id, level, off }) => {
    const held = (watches[id]?.holders.length ?? 0) > 0
    return level === 'one-to-one' && !off && !held && checkIns[id]?.last?.by === me
  })
