/** A row that was tapped keeps its place while what was asked is on its way, and for as long as it can be undone. */
import type { Rows } from '../../shared/rows.ts'
import type { Left } from './cover.ts'
import type { Move } from './move.svelte.ts'

export interface Kept {
  /** the row as it was tapped, and how many stood before it */
  one: Left
  place: number
}

/** It is what was given last, and that is not settled yet. */
export function isKept({ one }: Kept, { given, undoLeft }: Pick<Move, 'given' | 'undoLeft'>): boolean {
  if (given?.meeting.id !== one.meeting.id) return false
  return undoLeft > 0 || given.sending.state.is === 'sending' || given.sending.state.is === 'unsure'
}

/** In the order of need, but for the one that is kept; that one stays also where it would have left the list. */
export function inPlace(
  left: readonly Left[],
  kept: Kept | null,
  { meetings }: Pick<Rows, 'meetings'>
): Left[] {
  const id = kept?.one.meeting.id
  const meeting = id === undefined ? undefined : meetings[id]
  if (!kept || !meeting) return [...left]
  const gone = { ...kept.one, meeting, led: meeting.facilitator, cover: null }
  const row = left.find(one => one.meeting.id === id) ?? gone
  return left.filter(one => one.meeting.id !== id).toSpliced(kept.place, 0, row)
}
