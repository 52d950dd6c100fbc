/** Who is watched without a break, and by whom, as tablet and charge screen say it alike. A gap is what nobody may miss. */
import type { StayRow } from '../../shared/census/view.ts'
import { gapSteps } from '../../shared/check-ins/gap-steps.ts'
import type { WatchGap, WatchRow } from '../../shared/check-ins/view-watch.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import type { MemberRow } from '../../shared/staff/view.ts'
import { openAlerts } from '../alerts/open-alerts.ts'
import { byBed } from '../tablet/people.ts'

export interface Watched {
  watch: WatchRow
  stay: StayRow
  /** what has to be said; a unit that never kept a watch on the board is not told of any gap */
  gap: Gap | null
}

export interface Gap {
  since: number
  /** somebody let go, or it was asked for so long ago that it is told */
  loud: boolean
  /** when the alert is raised (milliseconds since 1970); null: it was */
  alertAt: number | null
}

type Watching = Pick<Rows, 'watches' | 'stays'>

/** Who has nobody comes first, the longest wait before the others; then by bed. */
export function watchedOn({ watches, stays }: Watching): Watched[] {
  return Object.values(watches)
    .flatMap(watch => {
      const stay = stays[watch.id]
      return stay && !stay.off ? [{ watch, stay, gap: watch.gap && gapOf(watch.gap) }] : []
    })
    .sort((a, b) => begun(a) - begun(b) || byBed(a.stay, b.stay))
}

const begun = ({ gap }: Watched): number => (gap === null ? Infinity : gap.since - (gap.loud ? 1e15 : 0))

function gapOf({ since, ordered, told, next }: WatchGap): Gap | null {
  if (told === 0 && next === null) return null
  const [says, raises] = gapSteps[ordered ? 'ordered' : 'left']
  const alertAt = next === null ? null : told === 0 ? next - says + raises : next
  return { since, loud: !ordered || told > 0, alertAt }
}

export const holdsIt = ({ holders }: WatchRow, member: MemberId): boolean =>
  holders.some(held => held.member === member)

/** What this member watches now. */
export const heldBy = (watched: readonly Watched[], member: MemberId): Watched[] =>
  watched.filter(({ watch }) => holdsIt(watch, member))

/** Why this member cannot take a watch over: they are off shift, or with somebody who needs all of them. */
export function keptFrom(
  watched: readonly Watched[],
  { watch }: Watched,
  member: MemberRow | undefined
): 'off-shift' | StayRow | null {
  if (!member?.onShift) return 'off-shift'
  const other = heldBy(watched, member.id).find(
    one =>
      one.watch.id !== watch.id && (one.watch.level !== 'line-of-sight' || watch.level !== 'line-of-sight')
  )
  return other?.stay ?? null
}

/**
 * On shift, leading nothing, at no open alert, with nobody and not answering for the unit: who could make a round or
 * relieve. By name; every list asks here, so that nobody who is never to leave somebody is free on one of them.
 */
export function freeNow(
  rows: Pick<Rows, 'members' | 'meetings' | 'alerts' | 'watches' | 'unit'>,
  language: string
): MemberRow[] {
  const busy = new Set<string>()
  const charge = rows.unit['unit']?.inCharge
  if (charge) busy.add(charge)
  for (const { holders } of Object.values(rows.watches)) for (const { member } of holders) busy.add(member)
  for (const { situation, facilitator, coFacilitators } of Object.values(rows.meetings)) {
    if (situation !== 'running') continue
    for (const id of [facilitator, ...coFacilitators]) if (id !== null) busy.add(id)
  }
  for (const { responders } of openAlerts(rows.alerts)) {
    for (const id of Object.keys(responders ?? {})) busy.add(id)
  }
  return Object.values(rows.members)
    .filter(({ id, onShift }) => onShift && !busy.has(id))
    .sort((a, b) => a.name.localeCompare(b.name, language))
}
