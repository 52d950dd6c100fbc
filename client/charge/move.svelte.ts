/**
 * Giving a meeting to a member, whichever way it is begun: dragging, keys, or one tap and another. Something is picked
 * up, then held over its counterpart, then given; what it would break is known before. One submit, undone by another.
 */
import type { MemberId, MeetingId } from '../../shared/ids.ts'
import type { Despite } from '../../shared/groups/meeting.ts'
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { MemberRow } from '../../shared/staff/view.ts'
import * as m from '../../shared/words/compiled/messages.js'
import type { LiveBoard } from '../live/live-board.ts'
import type { Sending } from '../live/sending.svelte.ts'
import { previewOf, type Preview } from './preview.ts'
import { told } from './said.svelte.ts'

export type Picked = { is: 'member'; member: MemberId } | { is: 'meeting'; meeting: MeetingId }

/** What was given last, until it is undone or something else begins. */
export interface Given {
  meeting: MeetingRow
  /** null: to nobody */
  to: MemberId | null
  from: MemberId | null
  at: number
  sending: Sending
  /** an undoing, which is not undone again */
  undoes: boolean
}

export const undoFor = 10_000

export class Move {
  #board: LiveBoard
  #picked = $state.raw<Picked | null>(null)
  #over = $state.raw<string | null>(null)
  #given = $state.raw<Given | null>(null)
  /** who led the meeting when it was aimed at: what the giver saw, and what is asked to be so still */
  #seen: MemberId | null = null
  /** the way it was begun: a drag is dropped, keys and taps are confirmed */
  dragging = $state(false)

  constructor(board: LiveBoard) {
    this.#board = board
  }

  get picked(): Picked | null {
    return this.#picked
  }

  get given(): Given | null {
    return this.#given
  }

  get member(): MemberRow | null {
    const id = this.#picked?.is === 'member' ? this.#picked.member : this.#over
    return (id !== null && this.#board.rows.members[id]) || null
  }

  get meeting(): MeetingRow | null {
    const id = this.#picked?.is === 'meeting' ? this.#picked.meeting : this.#over
    return (id !== null && this.#board.rows.meetings[id]) || null
  }

  /** What it would break; null until both are known. */
  get preview(): Preview | null {
    const { member, meeting } = this
    return this.#picked && member && meeting
      ? previewOf(this.#board.rows, meeting, member, this.#board.clock.now)
      : null
  }

  /** Milliseconds in which what was given can be undone; 0 when it cannot. */
  get undoLeft(): number {
    const given = this.#given
    if (!given || given.undoes || given.sending.state.is !== 'recorded') return 0
    return Math.max(0, given.at + undoFor - this.#board.clock.now)
  }

  pick(picked: Picked): void {
    this.#given = null
    this.#over = null
    this.#picked = picked
    this.#look()
  }

  over(id: string | null): void {
    if (this.#over === id) return
    this.#over = id
    this.#look()
  }

  /** Another member over the same meeting. */
  aim(meeting: MeetingId, member: MemberId): void {
    this.pick({ is: 'meeting', meeting })
    this.over(member)
  }

  /** A tap on a member or a meeting: picks up, moves the aim, or puts back what was picked up. */
  tap(what: Picked): void {
    const picked = this.#picked
    if (picked?.is === what.is) {
      if (idOf(picked) === idOf(what)) this.putBack()
      else this.pick(what)
    } else if (picked) this.over(idOf(what))
    else this.pick(what)
  }

  putBack(): void {
    this.#picked = null
    this.#over = null
    this.dragging = false
  }

  /** Submits what the preview allows. False where something speaks against it that asks for a reason. */
  give(reason = ''): boolean {
    const preview = this.preview
    if (!preview || preview.stops.length > 0) return true
    if (preview.against.length > 0 && reason.trim() === '') return false
    this.#submit(preview.meeting, this.#seen, preview.member.id, false, despiteOf(preview, reason))
    return true
  }

  giveTo(meeting: MeetingRow, member: MemberId | null): void {
    this.#submit(meeting, meeting.facilitator, member, false)
  }

  undo(): void {
    const given = this.#given
    const meeting = given && this.#board.rows.meetings[given.meeting.id]
    if (!given || !meeting || this.undoLeft === 0) return
    const { rows, clock } = this.#board
    const before = given.from === null ? undefined : rows.members[given.from]
    const preview = before && previewOf(rows, meeting, before, clock.now)
    const despite = preview && despiteOf(preview, m.charge_undo_reason())
    this.#submit(meeting, given.to, given.from, true, despite)
  }

  dismiss(): void {
    this.#given = null
  }

  #look(): void {
    this.#seen = this.meeting?.facilitator ?? null
  }

  #submit(
    meeting: MeetingRow,
    expects: MemberId | null,
    to: MemberId | null,
    undoes: boolean,
    despite?: Despite
  ): void {
    const sending = this.#board.submit({
      type: 'meeting.reassign',
      meeting: meeting.id,
      facilitator: to,
      expects,
      ...(despite && { despite })
    })
    told(this.#board, sending)
    this.putBack()
    this.#given = { meeting, to, from: expects, at: this.#board.clock.now, sending, undoes }
  }
}

/** What was seen to speak against it, and why it is done all the same; nothing where nothing does. */
const despiteOf = ({ against }: Preview, reason: string): Despite | undefined =>
  against.length > 0 ? { of: against.map(({ is }) => is), reason: reason.trim().slice(0, 200) } : undefined

export const idOf = (picked: Picked): string => (picked.is === 'member' ? picked.member : picked.meeting)
