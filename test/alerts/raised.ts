/** One alert at Maple House, named `alert`, raised by Mei at 14:00, and what is asked of it. */
import type { Alert } from '../../shared/alerts/alert.ts'
import { boardOf, by, clock, given, node, now, type Asked, type Board } from '../support/given.ts'
import { dayRoom, mapleHouse, mei } from '../support/people.ts'

export const alert = 'finger-lifted-1'

/** Tension in the day room, unless the fields say otherwise; no display has shown it. */
export function raised(fields: object = {}, author = by(mei)) {
  const all = given(...mapleHouse)
  all.when(
    { type: 'alert.raise', kind: 'tension', place: dayRoom, ...fields },
    { by: author, id: alert, now }
  )
  return all
}

/** As `raised`, and the wall had it on its glass at once. */
export function shown(fields: object = {}, author = by(mei)) {
  const all = raised(fields, author)
  all.when(show('wall-1'), { by: node, now })
  return all
}

export const show = (display: string, fields: object = {}) =>
  ({ type: 'alert.show', alert, screen: display, audience: 'wall', sounded: false, ...fields }) as const

export const answer = (how: string, fields: object = {}) =>
  ({ type: 'alert.acknowledge', alert, answer: how, ...fields }) as const
export const coming = answer('coming')
export const arrive = { type: 'alert.arrive', alert } as const
export const withdraw = { type: 'alert.withdraw', alert } as const
export const decline = { type: 'alert.decline', alert } as const
export const contain = { type: 'alert.contain', alert } as const
export const cancel = { type: 'alert.cancel', alert } as const
export const close = { type: 'alert.close', alert } as const
export const resolve = { type: 'alert.resolve', alert, action: 'Talked', notes: 'Calm again' } as const
export const reopen = { type: 'alert.reopen', alert, reason: 'Began again' } as const

export function the({ state }: Board, id: string = alert): Alert {
  const found = (state.alerts.alerts as Record<string, Alert>)[id]
  if (!found) throw new Error(`There is no alert ${id}.`)
  return found
}

/** Maple House with nothing raised, for tests that raise several. */
export const house = () => boardOf(...mapleHouse)

const ofAlerts = ({ command }: { command: { type: string } }) => command.type.startsWith('alert.')

/** What the alerts are owed within a month, soonest first: when, and under which id. */
export const owed = (board: Board, from = now): [number, string][] =>
  board
    .owed(from + 31 * 24 * 3_600_000)
    .filter(ofAlerts)
    .map(({ at, id }) => [at, id])

/** As `Board.until`, for alerts alone: nobody does the rounds meanwhile. Nothing that is owed is refused. */
export function until(board: Board, at: number): Board {
  for (;;) {
    const next = board.owed(at).find(ofAlerts)
    if (!next) return board
    const decision = board.ask(next.command as Asked, {
      by: clock,
      now: Math.max(next.at, board.at),
      id: next.id
    })
    if ('refusal' in decision) throw new Error(`What is owed was refused: ${decision.refusal}, ${next.id}`)
  }
}

/** Who was told of it, by which rung, when and why. */
export const told = (board: Board) =>
  the(board).notices.map(({ step, at, tells, why }) => ({ step, at, tells, why }))
