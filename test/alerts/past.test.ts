import { describe, expect, it } from 'vitest'
import { audiences } from '../../shared/audience.ts'
import { view } from '../../shared/unit.ts'
import { by, hour, minute, now, type Board } from '../support/given.ts'
import { dayRoom, leo, mei, priya, robin, ruth } from '../support/people.ts'
import {
  alert,
  arrive,
  cancel,
  close,
  coming,
  contain,
  house,
  raised,
  reopen,
  resolve,
  the
} from './raised.ts'

const day = 24 * hour
const past = ({ state }: Board) => Object.values(state.alerts.past)

/** Whatever is raised lets go of what has been over long enough. */
const raise = (board: Board, at: number, id: string, fields: object = {}) =>
  board.ask({ type: 'alert.raise', kind: 'tension', place: null, ...fields }, { by: by(mei), now: at, id })

function ended(board: Board, at: number, id: string) {
  raise(board, at, id)
  board.ask({ ...resolve, alert: id }, { by: by(ruth), now: at })
  board.ask({ ...close, alert: id }, { by: by(ruth), now: at })
}

describe('what is kept of alerts that ended', () => {
  it('A-59 is what the figures need: what it was, and how long each step took', () => {
    const { board, when } = raised({ kind: 'property', stay: robin })
    when(
      { type: 'alert.raise', kind: 'property', place: dayRoom },
      { by: by(priya), now: now + 1, id: 'second' }
    )
    when(coming, { by: by(ruth), now: now + minute })
    when(arrive, { by: by(ruth), now: now + 2 * minute })
    when(contain, { by: by(ruth), now: now + 3 * minute })
    when(resolve, { by: by(ruth), now: now + 4 * minute })
    for (const owed of ['debrief', 'community-word'])
      when({ type: 'alert.settle', alert, owed }, { now: now + hour })
    when(close, { by: by(ruth), now: now + hour })
    expect(past(board)).toEqual([])
    raise(board, now + 14 * hour, 'third')
    expect(Object.keys(board.state.alerts.alerts)).toEqual(['third'])
    expect(past(board)).toEqual([
      {
        ...{ id: alert, kind: 'property', priority: 'medium', place: dayRoom, silent: false, drill: false },
        ...{ raisedAt: now, raisedSeq: expect.any(Number), ended: 'closed', merged: 1 },
        ...{ answered: minute, onScene: 2 * minute, resolved: 4 * minute }
      }
    ])
  })

  it('A-59 says of a mistake, and of who never came, that no step was reached', () => {
    const { board, when } = raised({ drill: true })
    when(cancel, { by: by(mei), now: now + minute })
    raise(board, now + day, 'third')
    expect(past(board)).toMatchObject([
      { ended: 'cancelled', drill: true, answered: null, onScene: null, resolved: null }
    ])
  })

  it('A-59 counts the first answer and arrival, and the last end of one that began again', () => {
    const { board, when } = raised({ kind: 'fire' })
    when(coming, { by: by(leo), now: now + 1 })
    when(coming, { by: by(ruth), now: now + 2 })
    when(arrive, { by: by(ruth), now: now + 3 })
    when(resolve, { by: by(ruth), now: now + 4 })
    when(reopen, { by: by(ruth), now: now + 5 })
    when(arrive, { by: by(leo), now: now + 6 })
    when(resolve, { by: by(ruth), now: now + 7 })
    const row = view(board.state, 'tablet').alerts[alert]
    expect(row?.reached).toEqual({ answered: now + 1, onScene: now + 3, contained: null, resolved: now + 7 })
    expect(the(board).reached).toEqual(row?.reached)
  })

  it('A-59 goes back 92 days and 500 alerts at most', () => {
    const board = house()
    for (let n = 0; n < 520; n++) ended(board, now + n * minute, `old-${n}`)
    raise(board, now + day, 'next')
    expect(past(board)).toHaveLength(500)
    expect(past(board)[0]?.id).toBe('old-20')
    ended(board, now + day, 'later')
    raise(board, now + 92 * day + 500 * minute, 'much-later')
    expect(past(board).map(({ id }) => id)).toEqual(
      [...Array(19).keys()].map(n => `old-${n + 501}`).concat('later')
    )
  })

  it('A-59 is for charge staff, and names nobody', () => {
    const board = house()
    ended(board, now, 'old')
    raise(board, now + day, 'next')
    for (const audience of audiences) {
      const rows = Object.values(view(board.state, audience).pastAlerts)
      expect(rows).toHaveLength(audience === 'charge' ? 1 : 0)
      expect(JSON.stringify(rows)).not.toMatch(/mei|ruth|st-/)
    }
  })
})
