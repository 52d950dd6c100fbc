import { describe, expect, it } from 'vitest'
import { view } from '../../shared/unit.ts'
import { by, hour, loader, minute, now, type Board } from '../support/given.ts'
import { leo, person, robin, ruth, wren } from '../support/people.ts'
import { alert, close, owed, reopen, resolve, shown, the } from './raised.ts'

const settle = (kind: string) => ({ type: 'alert.settle', alert, owed: kind }) as const
const notice = (board: Board) => the(board).owed['family-notice']

function resolved(fields: object = {}) {
  const given = shown({ kind: 'medical', stay: robin, ...fields })
  given.when(resolve, { by: by(ruth), now })
  return given
}

/** Says whether anybody outside may be told of Robin. */
function tells(board: Board, noInformation: boolean, at = now + minute, author = by(ruth)) {
  const described = { ...person('Amara Nwosu', 'Robin 1'), noInformation }
  return board.ask({ type: 'stay.describe', stay: robin, person: described }, { by: author, now: at })
}

describe('a family notice, where nobody may be told of the person any more', () => {
  it('A-76 is withheld in the same decision, in view, and falls due no more', () => {
    const { board } = resolved()
    expect(tells(board, true)).toMatchObject([
      { type: 'stay.described' },
      { type: 'alert.withheld', alert, owed: 'family-notice' }
    ])
    expect(notice(board)?.state).toEqual({ is: 'withheld', at: now + minute, by: ruth })
    expect(view(board.state, 'tablet').alerts[alert]?.owed).toContainEqual(
      expect.objectContaining({ kind: 'family-notice', state: 'withheld', at: now + minute, by: ruth })
    )
    expect(owed(board).filter(([, id]) => id.includes('family-notice'))).toEqual([])
  })

  it('A-76 is withheld also where it was put off, or the unit file says so, and never once it was done', () => {
    const { board, when } = resolved()
    when({ type: 'alert.defer', alert, owed: 'family-notice', reason: 'Asleep', until: now + hour }, { now })
    tells(board, true, now + minute, loader)
    expect(notice(board)?.state).toMatchObject({ is: 'withheld', by: null })
    const done = resolved()
    done.when(settle('family-notice'), { by: by(leo), now })
    expect(tells(done.board, true)).toHaveLength(1)
    expect(notice(done.board)?.state.is).toBe('done')
  })

  it('A-76 says why to who would do it, put it off or give it on, and keeps nothing from being closed', () => {
    const { board, when } = resolved()
    tells(board, true)
    const of = { alert, owed: 'family-notice' }
    for (const asked of [
      { type: 'alert.settle', ...of },
      { type: 'alert.defer', ...of, reason: 'Asleep', until: now + hour },
      { type: 'alert.assign', ...of, to: leo }
    ] as const)
      when(asked, { by: by(ruth) }).refused('no-information', { alert, at: now + minute })
    for (const kind of ['debrief', 'level-review', 'plan-review', 'community-word'])
      when(settle(kind), { by: by(ruth), now })
    when(close, { by: by(ruth), now }).then({ type: 'alert.closed' })
  })

  it('A-76 is withheld where that was said before the alert was resolved anew, or the person was named', () => {
    const again = resolved()
    again.when(reopen, { by: by(leo), now: now + minute })
    expect(tells(again.board, true, now + 2 * minute)).toHaveLength(1)
    again.when(resolve, { by: by(ruth), now: now + 3 * minute })
    expect(notice(again.board)?.state.is).toBe('withheld')

    const { board, when } = resolved()
    when(reopen, { by: by(leo), now: now + minute })
    when({ type: 'alert.describe', alert, stay: null }, { by: by(leo), now: now + minute })
    when(resolve, { by: by(ruth), now: now + 2 * minute })
    tells(board, true, now + 3 * minute)
    expect(notice(board)?.state.is).toBe('owed')
    when({ type: 'alert.describe', alert, stay: robin }, { by: by(leo), now: now + 4 * minute })
    expect(notice(board)?.state.is).toBe('withheld')
  })

  it('A-76 is that of alerts about this person alone', () => {
    const { board } = resolved({ stay: wren })
    expect(tells(board, true)).toHaveLength(1)
    expect(notice(board)?.state.is).toBe('owed')
  })
})

describe('once somebody may be told again', () => {
  it('A-77 what was withheld is owed as if just resolved', () => {
    const { board } = resolved()
    tells(board, true)
    expect(tells(board, false, now + 30 * hour, loader)).toMatchObject([
      { type: 'stay.described' },
      { type: 'alert.owes', owed: [{ kind: 'family-notice', owner: ruth, due: now + 54 * hour }] }
    ])
    expect(notice(board)).toMatchObject({ owner: ruth, due: now + 54 * hour, state: { is: 'owed' }, told: 0 })
  })

  it('A-77 what had not been owed because of that is owed too', () => {
    const { board, when } = shown({ kind: 'medical', stay: robin })
    tells(board, true, now)
    when(resolve, { by: by(ruth), now })
    expect(notice(board)).toBeUndefined()
    tells(board, false, now + hour)
    expect(notice(board)).toMatchObject({ due: now + 25 * hour, state: { is: 'owed' } })
  })

  it('A-77 nothing is owed of a drill, of what owes no notice, of what is closed, nor anew of what was done', () => {
    const fire = resolved({ kind: 'fire' })
    tells(fire.board, true)
    expect(tells(fire.board, false)).toHaveLength(1)
    const drill = resolved({ drill: true })
    tells(drill.board, true)
    expect(tells(drill.board, false)).toHaveLength(1)
    drill.when(close, { by: by(ruth), now })
    const { board, when } = resolved()
    when(settle('family-notice'), { by: by(leo), now })
    tells(board, true)
    expect(tells(board, false)).toHaveLength(1)
    for (const kind of ['debrief', 'level-review', 'plan-review', 'community-word'])
      when(settle(kind), { by: by(ruth), now })
    when(close, { by: by(ruth), now })
    tells(board, true)
    expect(tells(board, false)).toHaveLength(1)
  })
})
