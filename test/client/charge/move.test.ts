import { describe, expect, it } from 'vitest'
import { Move } from '../../../client/charge/move.svelte.ts'
import { Sayer } from '../../../client/charge/say.ts'
import type { CommandId, MemberId, MeetingId } from '../../../shared/ids.ts'
import { isRefused } from '../../../shared/refusal.ts'
import { decide } from '../../../shared/unit.ts'
import { calmDay, meetingId } from '../../browser/gallery/maple.ts'
import { at } from '../../browser/gallery/scene.ts'
import { StillBoard } from '../../browser/gallery/still-board.svelte.ts'
import type { Still } from '../../browser/gallery/still.ts'

const processA = meetingId('process-a')
const member = (id: string) => ({ is: 'member', member: id as MemberId }) as const
const meeting = (id: MeetingId) => ({ is: 'meeting', meeting: id }) as const

function begun(more: Partial<Still> = {}) {
  const scene = calmDay()
  const still = { ...scene.still('Charge', 'charge', '14:05'), answers: 'recorded' as const, ...more }
  const board = new StillBoard(still)
  return {
    board,
    still,
    scene,
    move: new Move(board),
    asked: () => board.submitted.map(({ fields }) => fields)
  }
}

describe('a meeting given to another', () => {
  it('O-2 is one submit, with who led it when it was looked at', () => {
    const { move, asked } = begun()
    move.tap(member('dana'))
    move.tap(meeting(processA))
    move.give()
    expect(asked()).toEqual([
      { type: 'meeting.reassign', meeting: processA, facilitator: 'dana', expects: 'mei' }
    ])
    expect(move.picked).toBeNull()
  })

  it('may be picked up from either end', () => {
    const { move, asked } = begun()
    move.tap(meeting(processA))
    move.tap(member('dana'))
    move.give()
    expect(asked()).toMatchObject([{ meeting: processA, facilitator: 'dana' }])
  })

  it('O-1 is not asked for where something stops it', () => {
    const { move, asked } = begun()
    move.tap(member('jonas'))
    move.tap(meeting(processA))
    move.give()
    expect(asked()).toEqual([])
    expect(move.preview?.stops).toHaveLength(1)
  })

  it('is put back by a second tap, and by putting back', () => {
    const { move } = begun()
    move.tap(member('dana'))
    move.tap(member('dana'))
    expect(move.picked).toBeNull()
    move.tap(member('dana'))
    move.putBack()
    expect([move.picked, move.preview]).toEqual([null, null])
  })

  it('O-3 is undone by giving it back, once, while nobody else has moved it', () => {
    const { move, asked } = begun()
    move.tap(member('dana'))
    move.tap(meeting(processA))
    move.give()
    expect(move.undoLeft).toBe(10_000)
    move.undo()
    expect(asked()[1]).toEqual({
      type: 'meeting.reassign',
      meeting: processA,
      facilitator: 'mei',
      expects: 'dana'
    })
    expect(move.undoLeft).toBe(0)
  })

  it('O-2 asks for what was seen, not for what another made of it meanwhile', () => {
    const { still, scene, move, asked } = begun()
    move.tap(member('dana'))
    move.tap(meeting(processA))
    const facilitator = 'helen' as MemberId
    scene.on(
      '14:05',
      { type: 'meeting.reassigned', meeting: processA, facilitator, from: 'mei' as MemberId },
      'aalto'
    )
    still.rows = scene.rows('charge')
    move.give()
    expect(asked()).toMatchObject([{ facilitator: 'dana', expects: 'mei' }])
  })

  it('O-4 tells who lost a race who gave it meanwhile, and to whom', () => {
    const { scene, move, asked } = begun()
    move.tap(member('dana'))
    move.tap(meeting(processA))
    const given = { meeting: processA, facilitator: 'helen' as MemberId, from: 'mei' as MemberId }
    scene.on('14:05', { type: 'meeting.reassigned', ...given }, 'aalto')
    move.give()
    const asking = { by: { kind: 'member', member: 'ruth' as MemberId }, now: at('14:05') } as const
    const decided = decide(scene.state, asked()[0] as never, { ...asking, command: 'given' as CommandId })
    if (!isRefused(decided)) throw new Error('both had it')
    const say = new Sayer(() => scene.rows('charge'))
    const said = say.refusal({ outcome: 'refused', refusal: decided.refusal, says: decided.says })
    expect(said).toContain('Helen Strand')
    expect(said).toContain(scene.rows('charge').members['aalto']?.name)
  })

  it('O-3 is not undone while its receipt is out', () => {
    const { move } = begun({ answers: 'unsure' })
    move.tap(member('dana'))
    move.tap(meeting(processA))
    move.give()
    expect([move.given?.sending.state.is, move.undoLeft]).toEqual(['unsure', 0])
  })
})
