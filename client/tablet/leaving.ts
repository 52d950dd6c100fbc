/** What a member leaves behind who goes to an alert: said before they answer. Their groups are in `claims.ts`. */
import type { StayRow } from '../../shared/census/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'

/** Checks that fall due within this (milliseconds) would fall due while one is away. */
export const soonDue = 600_000

/** How many checks of the unit are late or fall due soon. */
export const checksDue = ({ checkIns }: Pick<Rows, 'checkIns'>, now: number): number =>
  Object.values(checkIns).filter(({ due, paused }) => !paused && due !== null && due <= now + soonDue).length

/** Who is never left alone and was last seen by this member: nobody else is known to watch them. */
export const watchedBy = ({ stays, checkIns }: Pick<Rows, 'stays' | 'checkIns'>, me: MemberId): StayRow[] =>
  Object.values(stays).filter(
    ({ id, level, off }) => level === 'one-to-one' && !off && checkIns[id]?.last?.by === me
  )
