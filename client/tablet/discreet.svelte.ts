/**
 * The board as it may be seen on a tablet from which somebody called for help in silence: who stands beside them must
 * not find it anywhere, neither as an alert nor as something that waits to be sent. Whoever else signs in there sees it.
 */
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import { isOver } from '../alerts/open-alerts.ts'
import type { LiveBoard } from '../live/live-board.ts'
import type { Sending } from '../live/sending.svelte.ts'
import type { RaisedHere } from './raised-here.svelte.ts'

/** A device that raised while it was locked does not know for whom: for so long (milliseconds) it was whoever signs in. */
export const hushedFor = 300_000

export class Discreet implements LiveBoard {
  #board: LiveBoard
  #here: Pick<RaisedHere, 'hushed'>
  #member: MemberId
  #hushed = $derived.by(() => this.#here.hushed(this.#board))
  #hidden = $derived.by(() => hiddenFrom(this.#member, this.#hushed, this.#board))
  #rows = $derived.by(() => without(this.#board.rows, this.#hidden))
  #sendings = $derived.by(() => this.#board.sendings.filter(sending => !isAbout(sending, this.#hushed)))
  #disputed = $derived.by(() => this.#board.disputed.filter(sending => !isAbout(sending, this.#hushed)))

  constructor(board: LiveBoard, member: MemberId, here: Pick<RaisedHere, 'hushed'>) {
    this.#board = board
    this.#member = member
    this.#here = here
  }

  get rows(): Rows {
    return this.#rows
  }

  get sendings(): readonly Sending[] {
    return this.#sendings
  }

  get disputed(): readonly Sending[] {
    return this.#disputed
  }

  dismiss(id: string): void {
    this.#board.dismiss(id)
  }

  get unit() {
    return this.#board.unit
  }

  get position() {
    return this.#board.position
  }

  get clock() {
    return this.#board.clock
  }

  get screens() {
    return this.#board.screens
  }

  get refused() {
    return this.#board.refused
  }

  get farewell() {
    return this.#board.farewell
  }

  submit(...command: Parameters<LiveBoard['submit']>): Sending {
    return this.#board.submit(...command)
  }
}

/** Once it is over there is nothing to hide any more. As words, so that a clock that goes on repaints nothing. */
function hiddenFrom(member: MemberId, hushed: readonly string[], { rows, clock }: LiveBoard): string {
  const hidden = hushed.filter(id => {
    const alert = rows.alerts[id]
    return alert && !isOver(alert) && isFor(member, alert, clock.now)
  })
  return hidden.join(' ')
}

function isFor(member: MemberId, { raisers, raisedAt }: AlertRow, now: number): boolean {
  return raisers?.includes(member) === true || (raisers?.length === 0 && now - raisedAt < hushedFor)
}

function without(rows: Rows, hidden: string): Rows {
  if (hidden === '') return rows
  const ids = hidden.split(' ')
  const alerts = Object.entries(rows.alerts).filter(([id]) => !ids.includes(id))
  return { ...rows, alerts: Object.fromEntries(alerts) }
}

/** What is said of a silent alert afterwards would tell of it as well. */
const isAbout = ({ id, fields }: Sending, hushed: readonly string[]): boolean =>
  hushed.includes(id) || hushed.includes(String(fields['alert'] ?? ''))
