import { describe, expect, it } from 'vitest'
import { Entries, undoFor } from '../../../client/tablet/entries.svelte.ts'
import type { CommandId, StayId } from '../../../shared/ids.ts'
import type { Still } from '../../browser/gallery/still.ts'
import { at } from '../../browser/gallery/scene.ts'
import { boardOf, round } from './round-of.ts'

describe('what was entered', () => {
  const recorded = { outcome: 'recorded', position: { epoch: 'e', seq: 1 }, repeated: false } as const

  async function looked(still: Partial<Still> = {}) {
    const board = boardOf(round(), still)
    const entries = new Entries(board)
    const sending = board.submit({ type: 'check-in.complete', stay: 's24' })
    entries.watch()
    sending.answered(recorded)
    await sending.settled
    return { board, entries }
  }

  it('T-2 can be undone once it is recorded, and not before', async () => {
    const board = boardOf(round())
    const entries = new Entries(board)
    const sending = board.submit({ type: 'check-in.complete', stay: 's24' })
    entries.watch()
    expect(entries.undoable).toEqual([])
    sending.answered(recorded)
    await sending.settled
    expect(entries.undoable.map(({ stay }) => stay)).toEqual(['s24'])
  })

  it('is undone by the id under which it was sent', async () => {
    const { board, entries } = await looked()
    const check = board.submitted[0]?.id
    entries.undo()
    expect(board.submitted[1]?.fields).toEqual({ type: 'check-in.undo', stay: 's24', check })
    expect(entries.undoable).toEqual([])
  })

  it('R-7 says when the person was seen, not when that was entered', async () => {
    const board = boardOf(round())
    const entries = new Entries(board)
    const sending = board.submit({ type: 'check-in.complete', stay: 's24', seenAt: at('13:55') })
    entries.watch()
    sending.answered(recorded)
    await sending.settled
    expect(entries.undoable.map(({ seenAt }) => seenAt)).toEqual([at('13:55')])
  })

  it('R-7 cannot be undone where a later look was there already', async () => {
    const board = boardOf(round())
    const entries = new Entries(board)
    const earlier = board.submit({ type: 'check-in.complete', stay: 's24', seenAt: at('13:40') })
    entries.watch()
    earlier.answered(recorded)
    await earlier.settled
    expect(entries.undoable).toEqual([])
  })

  it('is offered for ten seconds', () => expect(undoFor).toBe(10_000))

  it('remembers to whom an alert was handed on, and which was resolved a moment ago', async () => {
    const board = boardOf(round())
    const entries = new Entries(board)
    const sent = [
      board.submit({ type: 'alert.acknowledge', alert: 'one', answer: 'delegated', to: 'helen' }),
      board.submit({ type: 'alert.resolve', alert: 'two', action: 'talked' })
    ]
    entries.watch()
    expect(entries.resolved).toBeNull()
    for (const sending of sent) sending.answered(recorded)
    await Promise.all(sent.map(({ settled }) => settled))
    expect(entries.handedOn).toEqual({ one: 'helen' })
    expect(entries.resolved).toEqual({ alert: 'two', at: at('14:05') })
  })

  it('T-2 is named when it was refused, until somebody has read it', async () => {
    const board = boardOf(round())
    const entries = new Entries(board)
    const sending = board.submit({ type: 'check-in.complete', stay: 's24' })
    entries.watch()
    sending.answered({ outcome: 'refused', refusal: 'off-unit', says: { stay: 's24' } })
    await sending.settled
    expect(entries.refused.map(({ refusal }) => refusal)).toEqual(['off-unit'])
    entries.read(sending.id)
    expect(entries.refused).toEqual([])
  })

  it('T-103 is offered to be corrected where it could be undone, for two minutes', async () => {
    const scene = round()
    const check = scene.state.checkIns.rounds['s24' as StayId]?.last?.id as CommandId
    const board = boardOf(scene)
    const entries = new Entries(board)
    const sending = board.submit({ type: 'check-in.complete', stay: 's24' }, check)
    entries.watch()
    sending.answered(recorded)
    await sending.settled
    expect(entries.lately).toBeNull()
    board.become(scene.still('Tablet', 'tablet', '14:05:10'))
    expect(entries.undoable).toEqual([])
    expect(entries.lately?.id).toBe(check)
    board.become(scene.still('Tablet', 'tablet', '14:07'))
    expect(entries.lately).toBeNull()
  })
})
