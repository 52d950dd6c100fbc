/**
 * A tablet's own parts without its pixels, in a real tab: the board, its line, the outbox on the disk. It enters checks as
 * fast as it may and tells the test what the device kept and how each ended; the test ends the tab whenever it likes.
 */
import { Board } from '../../../client/live/board.svelte.ts'
import { Outbox } from '../../../client/live/outbox.ts'
import type { Sending } from '../../../client/live/sending.svelte.ts'
import { keepsRefused, lineOf } from '../../../client/sign-in/lines.ts'

declare global {
  interface Window {
    /** given by the test: what a tab said, in order */
    said: (what: 'entered' | 'kept' | 'recorded' | 'refused', id: string) => Promise<void>
    /** enters one after the other until told to stop, then goes on sending */
    work: (member: string, entering: boolean) => void
    waiting: () => Promise<number>
  }
}

const unit = 'maple-house'
const outbox = new Outbox()

window.waiting = async () => (await outbox.kept(unit)).length

window.work = (member, entering) => {
  const { locks } = navigator
  const board = new Board({
    unit,
    audience: 'tablet',
    outbox: { kept: outbox, member, lineOf, keepsRefused, locks }
  })
  const follow = ({ id, settled }: Sending) => void settled.then(({ outcome }) => window.said(outcome, id))
  void board.takeUpKept().then(() => board.sendings.forEach(follow))
  if (entering) setInterval(() => enter(board, follow), 15)
}

/** A few wait at a time, as with somebody who taps faster than the network is. */
function enter(board: Board, follow: (sending: Sending) => void): void {
  const here = Object.values(board.rows.stays).filter(({ off }) => !off)
  const stay = here[Math.floor(Math.random() * here.length)]
  if (!stay || board.sendings.length > 8) return
  const sending = board.submit({
    type: 'check-in.complete',
    stay: stay.id,
    place: null,
    activity: 'sitting',
    presentation: 'calm',
    seenAt: Math.floor(board.clock.instant)
  })
  void window.said('entered', sending.id)
  follow(sending)
  const look = setInterval(() => {
    if (sending.kept === null) return
    clearInterval(look)
    if (sending.kept) void window.said('kept', sending.id)
  }, 1)
}
