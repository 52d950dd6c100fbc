/** The keys of the charge screen, and what each does; the palette and the help say the same. */
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { Rows } from '../../shared/rows.ts'
import type { Move } from './move.svelte.ts'
import { idOf } from './move.svelte.ts'
import { isOver } from './plan.ts'

/** What may be aimed at: meetings that are not over, in the order of the day from now on; or members, as listed. */
export function aims(rows: Rows, move: Move, now: number, members: readonly string[]): string[] {
  if (move.picked?.is !== 'member') return [...members]
  return Object.values(rows.meetings)
    .filter(
      (meeting: MeetingRow) =>
        !isOver(meeting) && meeting.endsAt > now && meeting.startsAt < now + 24 * 3_600_000
    )
    .sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))
    .map(meeting => meeting.id)
}

/** The one after or before the present aim; begins at the near end. */
export function stepped(list: readonly string[], present: string | null, step: 1 | -1): string | null {
  if (list.length === 0) return null
  const at = present === null ? -1 : list.indexOf(present)
  const next = at < 0 ? (step === 1 ? 0 : list.length - 1) : (at + step + list.length) % list.length
  return list[next] ?? null
}

/** Keys while something is picked up. True where the key was meant for it. */
export function moved(event: KeyboardEvent, move: Move, list: readonly string[]): boolean {
  if (!move.picked) return false
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
  if (event.key === 'Escape') move.putBack()
  else if (event.target instanceof HTMLInputElement) return false
  else if (step) move.over(stepped(list, aimOf(move), step))
  else if (event.key === 'Enter' && move.preview && atPicked(event.target)) {
    if (!move.give()) document.querySelector<HTMLElement>('.pop .despite input')?.focus()
  } else return false
  return true
}

/** A key pressed on another button is that button's. */
const atPicked = (target: EventTarget | null): boolean =>
  !(target instanceof Element) ||
  target.matches('.pop') ||
  target.closest('.pop, .spoken, .alarm, .left, .below, .at-desk, dialog, input, a') === null

function aimOf({ picked, member, meeting }: Move): string | null {
  if (!picked) return null
  const aim = picked.is === 'member' ? meeting?.id : member?.id
  return aim !== undefined && aim !== idOf(picked) ? aim : null
}
