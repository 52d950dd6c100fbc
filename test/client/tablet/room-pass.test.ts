import { describe, expect, it } from 'vitest'
import { Look } from '../../../client/tablet/look.svelte.ts'
import { RoomPass } from '../../../client/tablet/room-pass.svelte.ts'
import { checkInCommands } from '../../../shared/check-ins/command.ts'
import type { StayId } from '../../../shared/ids.ts'
import { boardOf, owed, round } from './round-of.ts'

describe('a pass through a room', () => {
  const people = ['s24', 's23'] as StayId[]

  it('T-102 is one for all of the room, each confirmed by a tap of their own', () => {
    const board = boardOf(round())
    const pass = new RoomPass('12', people)
    for (const id of people) {
      new Look(board, owed(board, id)).submit(pass.id)
      pass.saw(id)
    }
    const sent = board.submitted.map(({ fields }) => checkInCommands['check-in.complete'].parse(fields))
    expect(sent.map(({ stay }) => stay)).toEqual(people)
    expect(new Set(sent.map(one => one.pass))).toEqual(new Set([pass.id]))
    expect(sent.map(({ carried }) => carried?.length)).toEqual([3, 3])
  })

  it('T-102 says how many were seen and who was not', () => {
    const pass = new RoomPass('12', people)
    expect(pass.left).toEqual(people)
    pass.saw('s24' as StayId)
    pass.saw('s24' as StayId)
    expect(pass.seen).toEqual(['s24'])
    expect(pass.left).toEqual(['s23'])
    expect(pass.has('s01' as StayId)).toBe(false)
  })
})
