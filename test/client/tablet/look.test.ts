import { describe, expect, it } from 'vitest'
import { Entries, undoFor } from '../../../client/tablet/entries.svelte.ts'
import { Pass } from '../../../client/tablet/look.svelte.ts'
import type { Owed } from '../../../client/tablet/round.ts'
import type { PlaceId, StayId } from '../../../shared/ids.ts'
import { mapleHouse, running, seen } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'
import { StillBoard } from '../../browser/gallery/still-board.svelte.ts'
import type { Still } from '../../browser/gallery/still.ts'

function unit(): Scene {
  const scene = mapleHouse()
  seen(scene, 's24', '13:47', 'own-room', 'pacing')
  seen(scene, 's23', '13:52', 'hallway', 'sitting')
  return scene
}

const boardOf = (scene: Scene, more: Partial<Still> = {}): StillBoard =>
  new StillBoard(scene.still('Tablet', 'tablet', '14:05', more))

function owed(board: StillBoard, id: string): Owed {
  const stay = board.rows.stays[id as StayId]
  const check = board.rows.checkIns[id as StayId]
  if (!stay || !check) throw new Error(`nobody is called ${id}`)
  return { stay, check }
}

describe('a look', () => {
  it('T-1 takes three taps: the person, how they look, and Seen', () => {
    const board = boardOf(unit())
    const pass = new Pass(board, owed(board, 's24'))
    expect(pass.missing).toEqual({ what: 'looks', stay: 's24' })
    const [look] = pass.looks
    if (look) look.looks = 'withdrawn'
    expect(pass.missing).toBeNull()
    pass.submit()
    expect(board.submitted.map(({ fields }) => fields)).toEqual([
      {
        type: 'check-in.complete',
        stay: 's24',
        place: 'own-room' as PlaceId,
        activity: 'pacing',
        presentation: 'withdrawn',
        seenAt: at('14:05')
      }
    ])
  })

  it('T-1 never suggests how somebody looks, and takes what they do from their group', () => {
    const scene = unit()
    running(scene, 'relapse', '14:00')
    const board = boardOf(scene)
    const { looks } = new Pass(board, owed(board, 's19'))
    expect(looks[0]?.looks).toBeNull()
    expect(looks[0]?.doing).toBe('in-group')
  })

  it('T-14 suggests what was done only from a look of the same day or night', () => {
    const scene = unit()
    const board = boardOf(scene)
    const doingAt = (time: string) => {
      const late = new StillBoard(scene.still('Tablet', 'tablet', time))
      return new Pass(late, owed(late, 's24')).looks[0]
    }
    expect(new Pass(board, owed(board, 's24')).looks[0]?.doing).toBe('pacing')
    expect(doingAt('21:30')?.doing).toBe('pacing')
    expect(doingAt('22:05')?.doing).toBeNull()
    expect(doingAt('21:30')?.night).toBe(false)
    expect(doingAt('22:05')?.night).toBe(true)
  })

  it('says when the person was seen, if earlier', () => {
    const board = boardOf(unit())
    const pass = new Pass(board, owed(board, 's24'))
    pass.minutesAgo = 10
    expect(pass.seenAt).toBe(at('13:55'))
  })

  it('cannot be sent without a reason where checks were missed', () => {
    const scene = unit()
    scene.on('14:02', { type: 'check-in.missed', stay: 's24' as StayId, due: at('14:02'), count: 1 })
    const board = boardOf(scene)
    const pass = new Pass(board, owed(board, 's24'))
    const [look] = pass.looks
    if (look) look.looks = 'calm'
    expect(pass.missing).toEqual({ what: 'reason', stay: 's24' })
    expect(pass.submit()).toEqual([])
    pass.reason = 'at-alert'
    pass.submit()
    expect(board.submitted[0]?.fields['reason']).toBe('at-alert')
  })

  it('of a whole room is one pass, with a tap for each person', () => {
    const board = boardOf(unit())
    const pass = new Pass(board, owed(board, 's24'))
    const mate = owed(board, 's23')
    pass.turn(mate)
    for (const look of pass.looks.slice(0, 1)) look.looks = 'calm'
    expect(pass.missing).toEqual({ what: 'looks', stay: 's23' })
    for (const look of pass.looks) look.looks = 'calm'
    expect(pass.submit()).toHaveLength(2)
    pass.turn(mate)
    expect(pass.looks).toHaveLength(1)
  })
})

describe('what was entered', () => {
  const recorded = { outcome: 'recorded', position: { epoch: 'e', seq: 1 }, repeated: false } as const

  async function looked(still: Partial<Still> = {}) {
    const board = boardOf(unit(), still)
    const entries = new Entries(board)
    const sending = board.submit({ type: 'check-in.complete', stay: 's24' })
    entries.watch()
    sending.answered(recorded)
    await sending.settled
    return { board, entries }
  }

  it('T-2 can be undone once it is recorded, and not before', async () => {
    const board = boardOf(unit())
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
    const board = boardOf(unit())
    const entries = new Entries(board)
    const sending = board.submit({ type: 'check-in.complete', stay: 's24', seenAt: at('13:55') })
    entries.watch()
    sending.answered(recorded)
    await sending.settled
    expect(entries.undoable.map(({ seenAt }) => seenAt)).toEqual([at('13:55')])
  })

  it('R-7 cannot be undone where a later look was there already', async () => {
    const board = boardOf(unit())
    const entries = new Entries(board)
    const earlier = board.submit({ type: 'check-in.complete', stay: 's24', seenAt: at('13:40') })
    entries.watch()
    earlier.answered(recorded)
    await earlier.settled
    expect(entries.undoable).toEqual([])
  })

  it('is offered for ten seconds', () => expect(undoFor).toBe(10_000))

  it('remembers to whom an alert was handed on, and which was resolved a moment ago', async () => {
    const board = boardOf(unit())
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
    const board = boardOf(unit())
    const entries = new Entries(board)
    const sending = board.submit({ type: 'check-in.complete', stay: 's24' })
    entries.watch()
    sending.answered({ outcome: 'refused', refusal: 'off-unit', says: { stay: 's24' } })
    await sending.settled
    expect(entries.refused.map(({ refusal }) => refusal)).toEqual(['off-unit'])
    entries.read(sending.id)
    expect(entries.refused).toEqual([])
  })
})
