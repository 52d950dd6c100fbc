/**
 * The alerts that were raised on this device, so that its screen shows what became of them, and goes on sending them,
 * also after it was locked, reloaded or switched off, whoever stands behind it by then.
 */
import { SvelteMap } from 'svelte/reactivity'
import type { AlertId } from '../../shared/ids.ts'
import type { Position } from '../../shared/position.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'
import type { LiveBoard } from '../live/live-board.ts'
import type { Fields, Sending } from '../live/sending.svelte.ts'
import { alertsUnheard } from '../sign-in/unheard.ts'
import { followed, isOver } from '../alerts/open-alerts.ts'
import { forget, remember, remembered, sendingOf, type Raised } from './raised.ts'

/** An alert of which nothing has been known for so long (milliseconds) says nothing of now. */
export const assertedFor = 12 * 60 * 60_000

export class RaisedHere {
  #all = $state.raw<readonly Raised[] | null>(null)
  #sendings = new SvelteMap<string, Sending>()
  #followed = new WeakSet<Sending>()

  get all(): readonly Raised[] {
    return this.#all ?? []
  }

  /** Those of the unit that a board shows; what ended and left its view is not among them. */
  of({ unit, rows }: LiveBoard): readonly Raised[] {
    return this.all.filter(raised => raised.unit === unit && !(raised.over && !(raised.id in rows.alerts)))
  }

  /** Reads what an earlier life of this page had raised. */
  takeUp(): void {
    if (this.#all !== null) return
    this.#all = remembered()
    for (const raised of this.#all) this.#sendings.set(raised.id, sendingOf(raised))
  }

  sending(board: LiveBoard, id: string): Sending | undefined {
    return board.sendings.find(sending => sending.id === id) ?? this.#sendings.get(id)
  }

  raise(board: LiveBoard, fields: Fields): AlertId {
    this.takeUp()
    const sending = board.submit(fields)
    const id = sending.id as AlertId
    const { enteredAt } = sending
    this.#add({ id, unit: board.unit, fields, enteredAt, at: null, refused: null, over: false, aside: false })
    this.#follow(sending)
    return id
  }

  /** Alerts that were raised here without a sign: their screen stays as it was. Also what they were merged into. */
  hushed({ unit, rows }: Pick<LiveBoard, 'unit' | 'rows'>): readonly string[] {
    const silent = this.all.filter(raised => raised.unit === unit && isSilent(raised))
    return silent.flatMap(({ id }) => [id, followed(rows.alerts, id)?.id ?? id])
  }

  putAside(id: string): void {
    this.#change(id, { aside: true })
  }

  bringBack(id: string): void {
    this.#change(id, { aside: false })
  }

  /** What was put aside and nobody is known to have heard: it stays in sight. */
  unheard(board: LiveBoard): readonly Raised[] {
    return this.of(board).filter(raised => {
      const waits = raised.aside && raised.at === null && raised.refused === null
      return waits && !isSilent(raised) && !(raised.id in board.rows.alerts)
    })
  }

  /**
   * Sends again what nobody is known to have heard, under the same id, so that it has one effect: what never had a
   * receipt, and what a journal that lost its tail no longer knows.
   */
  assert(board: LiveBoard): void {
    for (const raised of this.all) {
      const sending = board.sendings.find(({ id }) => id === raised.id)
      if (sending) this.#follow(sending)
      else if (board.position && raised.unit === board.unit) this.#weigh(board, board.position, raised)
    }
  }

  #weigh(board: LiveBoard, position: Position, raised: Raised): void {
    const { id, at, enteredAt } = raised
    const row = followed(board.rows.alerts, id)
    const lost = at !== null && at.epoch !== position.epoch
    if (row && isOver(row)) this.#change(id, { over: true })
    else if (row) this.#change(id, { at: at && !lost ? at : position })
    else if (raised.over || hasLeft(raised, position) || board.clock.now - enteredAt > assertedFor)
      this.#forget(id)
    else if (raised.refused || (at === null && this.#isAnswered(id))) return
    else if (at === null || (lost && board.clock.freshness.is === 'live')) this.#again(board, raised)
  }

  /** What only a member may enter is raised by the device: it does not wait for them. */
  #again(board: LiveBoard, raised: Raised): void {
    const [unheard] = alertsUnheard([raised])
    if (!unheard) return
    if (unheard.id !== raised.id) {
      this.#forget(raised.id)
      this.#add({ ...raised, ...unheard, id: unheard.id as AlertId, at: null })
    }
    this.#follow(board.submit(unheard.fields, unheard.id))
  }

  #add(raised: Raised): void {
    remember(raised)
    this.#all = [...this.all, raised]
  }

  /** Its answer has come on this page, and is about to be written down. */
  #isAnswered(id: string): boolean {
    const sending = this.#sendings.get(id)
    return sending !== undefined && !sending.open
  }

  #follow(sending: Sending): void {
    if (this.#followed.has(sending)) return
    this.#followed.add(sending)
    this.#sendings.set(sending.id, sending)
    void sending.settled.then(outcome => this.#answered(sending.id, outcome))
  }

  #answered(id: string, outcome: Outcome): void {
    if (outcome.outcome === 'recorded') this.#change(id, { at: outcome.position })
    else this.#change(id, { refused: { refusal: outcome.refusal, says: outcome.says } })
  }

  #change(id: string, change: Partial<Raised>): void {
    const was = this.all.find(raised => raised.id === id)
    if (!was || Object.entries(change).every(([field, is]) => was[field as keyof Raised] === is)) return
    const raised = { ...was, ...change }
    remember(raised)
    this.#all = this.all.map(one => (one === was ? raised : one))
  }

  #forget(id: string): void {
    forget(id)
    this.#sendings.delete(id)
    this.#all = this.all.filter(raised => raised.id !== id)
  }
}

export const isSilent = ({ fields }: Pick<Raised, 'fields'>): boolean => fields['silent'] === true

/** Recorded in this life of the journal and no longer in view: it ended. A silent one may only be hidden here. */
const hasLeft = ({ at, fields }: Raised, position: Position): boolean =>
  at !== null && at.epoch === position.epoch && at.seq <= position.seq && !isSilent({ fields })

export const raisedHere = new RaisedHere()
