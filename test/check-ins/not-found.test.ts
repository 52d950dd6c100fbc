import { describe, expect, it } from 'vitest'
import { dueOf, type Round } from '../../shared/check-ins/check-in.ts'
import type { StayId } from '../../shared/ids.ts'
import { by, given, hour, minute, now, type Board } from '../support/given.ts'
import { courtyard, dayRoom, hallway, look, mapleHouse, mei, priya, robin, wren } from '../support/people.ts'

/** Everybody but Heron was seen at 14:00; Robin has to be seen every 15 minutes, Wren every 30. */
const house = () => given(...mapleHouse)
const round = ({ state }: Board, stay: StayId = robin): Round | undefined => state.checkIns.rounds[stay]
const due = (board: Board, stay: StayId = robin) => {
  const of = round(board, stay)
  return of && dueOf(of)
}

describe('who is not found', () => {
  const notFound = { type: 'check-in.not-found', stay: robin, place: courtyard } as const

  it('R-16 is a missing person in the same submit, last known where the board had them', () => {
    house()
      .when(notFound, { by: by(priya), id: 'finger-lifted-1' })
      .then(
        { type: 'check-in.not-found', stay: robin, place: courtyard },
        {
          type: 'alert.raised',
          alert: 'finger-lifted-1',
          kind: 'missing-person',
          stay: robin,
          place: dayRoom,
          priority: 'high'
        }
      )
  })

  it('R-16 has been seen by nobody: the round stays owed', () => {
    const { board, when } = house()
    when(notFound)
    expect(due(board)).toBe(now + 15 * minute)
  })

  it('R-17 is missing once, however many look', () => {
    const { when } = house()
    when(notFound, { id: 'finger-lifted-1' })
    when(notFound, { by: by(mei), id: 'finger-lifted-2' }).then({ type: 'check-in.not-found' })
    when({ type: 'alert.resolve', alert: 'finger-lifted-1', action: 'Found in the laundry' })
    when(notFound, { id: 'finger-lifted-3' }).then({}, { type: 'alert.raised', alert: 'finger-lifted-3' })
  })

  it('R-17 is raised for each of two people, and beside a drill', () => {
    const { when } = house()
    when({ type: 'alert.raise', kind: 'missing-person', stay: wren, place: null, drill: true })
    when(notFound, { id: 'finger-lifted-1' }).then({}, { type: 'alert.raised' })
    when({ ...notFound, stay: wren }, { id: 'finger-lifted-2' }).then(
      {},
      { type: 'alert.raised', stay: wren }
    )
  })
})

describe('who was not found and is told late', () => {
  const late = {
    type: 'check-in.not-found',
    stay: robin,
    place: courtyard,
    seenAt: now + 5 * minute
  } as const
  const at = { by: by(priya), now: now + 20 * minute, id: 'finger-lifted-1' }

  it('R-20 is missing since then, and where they are is unknown', () => {
    const board = house()
      .when(late, at)
      .then({ seenAt: now + 5 * minute }, { type: 'alert.raised', seenAt: now + 5 * minute, place: dayRoom })
    expect(board.state.census.stays[robin]?.place).toBeNull()
  })

  it('R-20 is raised also where a check saw them since, with where they are now and that look kept', () => {
    const { board, when } = house()
    when(look(robin, { place: hallway }), { now: now + 10 * minute })
    const before = round(board)
    when(late, at).then({}, { type: 'alert.raised', seenAt: now + 5 * minute, place: hallway })
    expect(board.state.census.stays[robin]).toMatchObject({ place: hallway, seenAt: now + 10 * minute })
    expect(round(board)).toEqual(before)
  })

  it('R-20 is raised also where they have left the unit since', () => {
    const { when } = house()
    when({ type: 'stay.leave', stay: robin, destination: 'court' }, { now: now + 10 * minute })
    when(late, at).then({}, { type: 'alert.raised', seenAt: now + 5 * minute })
    when({ ...late, seenAt: now + 11 * minute }, { ...at, id: 'finger-lifted-2' }).refused('off-unit')
  })

  it.each([now + hour, now - 13 * hour])('R-20 takes a moment that cannot be right (%i) as now', seenAt => {
    const board = house()
      .when({ ...late, seenAt }, at)
      .then({ type: 'check-in.not-found' }, { type: 'alert.raised', seenAt: at.now })
    expect(board.state.census.stays[robin]?.place).toBeNull()
  })
})
