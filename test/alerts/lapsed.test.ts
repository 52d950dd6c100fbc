import { describe, expect, it } from 'vitest'
import { view } from '../../shared/unit.ts'
import { by, clock, minute, now, type Board } from '../support/given.ts'
import { leo, priya, ruth } from '../support/people.ts'
import { alert, answer, arrive, coming, decline, reopen, resolve, shown, the, withdraw } from './raised.ts'

const lapsedIn = (board: Board) => view(board.state, 'tablet').alerts[alert]?.lapsed

/** Ruth said coming at 14:00 and Leo, a minute later, that it is handled; at 14:04 nobody is there. */
function ranOut() {
  const given = shown()
  given.when(coming, { by: by(ruth), now })
  given.when(answer('handled'), { by: by(leo), now: now + minute })
  const since = now + minute
  given.when({ type: 'alert.lapse', alert, since }, { by: clock, now: now + 4 * minute })
  return given
}

const ruths = { member: ruth, at: now, answer: 'coming' }
const leos = { member: leo, at: now + minute, answer: 'handled' }

describe('an answer that ran out', () => {
  it('A-75 names whose it was, what it was and since when it stood', () => {
    expect(lapsedIn(ranOut().board)).toEqual([ruths, leos])
    expect(lapsedIn(shown().board)).toEqual([])
  })

  it.each([
    ['answers again', coming],
    ['is there', arrive],
    ['declines', decline]
  ])('A-75 does so until that member %s, whatever others do', (_, asked) => {
    const { board, when } = ranOut()
    when(coming, { by: by(priya), now: now + 5 * minute })
    when(withdraw, { by: by(priya), now: now + 5 * minute })
    when(asked, { by: by(ruth), now: now + 5 * minute })
    expect(lapsedIn(board)).toEqual([leos])
  })

  it('A-75 does so until their shift ends, and nobody’s once the alert began again', () => {
    const { board, when } = ranOut()
    board.record({ type: 'member.shift-ended', member: ruth }, { now: now + 5 * minute })
    expect(lapsedIn(board)).toEqual([leos])
    when(resolve, { by: by(priya), now: now + 6 * minute })
    when(reopen, { by: by(priya), now: now + 7 * minute })
    expect(lapsedIn(board)).toEqual([])
  })

  it('A-75 names each once, from their latest word, however often it runs out', () => {
    const { board, when } = ranOut()
    const at = now + 6 * minute
    when(coming, { by: by(ruth), now: at })
    when({ type: 'alert.lapse', alert, since: at }, { by: clock, now: at + 3 * minute })
    expect(the(board).lapsed).toEqual([leos, { ...ruths, at }])
  })

  it('A-75 is not told where staff is not shown', () => {
    const { board } = ranOut()
    expect(view(board.state, 'locked').alerts[alert]?.lapsed).toBeNull()
    expect(view(board.state, 'wall').alerts[alert]?.lapsed).toEqual([ruths, leos])
  })
})
