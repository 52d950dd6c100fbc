import { describe, expect, it } from 'vitest'
import { parseCommand } from '../../shared/unit.ts'
import { by, given, hour, loader, minute, now, screen } from '../support/given.ts'
import { dayRoom, mapleHouse, mei, robin, ruth } from '../support/people.ts'

const raise = { type: 'alert.raise', kind: 'medical', place: dayRoom } as const

describe('raising an alert', () => {
  it('A-2, A-3 opens an alert named after the command, with the priority and the people its kind asks for', () => {
    given(...mapleHouse)
      .when(raise, { by: by(mei), id: 'finger-lifted-1' })
      .then({
        type: 'alert.raised',
        alert: 'finger-lifted-1',
        priority: 'high',
        needed: 4,
        silent: false,
        drill: false
      })
  })

  it.each([
    ['tension', 'low', 2],
    ['contraband', 'medium', 2],
    ['missing-person', 'high', 4]
  ])('A-3 %s is %s and asks for %i', (kind, priority, needed) => {
    given(...mapleHouse)
      .when({ ...raise, kind })
      .then({ type: 'alert.raised', priority, needed })
  })

  it('A-3 takes another priority from who raises it', () => {
    given(...mapleHouse)
      .when({ ...raise, priority: 'low' })
      .then({ priority: 'low', needed: 2 })
  })

  it('A-1 leaves open a place and a person that the unit does not have', () => {
    given(...mapleHouse)
      .when({ ...raise, place: 'boiler-room', stay: 'st-gone' })
      .then({ type: 'alert.raised', place: null, stay: null })
  })

  it('A-1 takes a moment that has not come yet as now, and keeps one that lies behind', () => {
    given(...mapleHouse)
      .when({ ...raise, seenAt: now + 5 * minute })
      .then({ seenAt: now })
    given(...mapleHouse)
      .when({ ...raise, seenAt: now - 9 * minute })
      .then({ seenAt: now - 9 * minute })
  })

  it('A-22 takes a moment more than twelve hours ago as now: the clock of the device was wrong', () => {
    given(...mapleHouse)
      .when({ ...raise, seenAt: now - 12 * hour })
      .then({ seenAt: now - 12 * hour })
    given(...mapleHouse)
      .when({ ...raise, seenAt: now - 12 * hour - 1 })
      .then({ seenAt: now })
  })

  it('A-1 works on a unit that nobody has described', () => {
    given()
      .when(raise, { by: screen })
      .then({ type: 'alert.raised', place: null, ladder: [{}, {}, {}, {}] })
  })

  it.each([
    ['a kind of tomorrow', { kind: 'earthquake' }],
    ['no kind', { kind: undefined }],
    ['a place that is no id', { place: '<b>' }],
    ['a place that every object has', { place: 'constructor' }],
    ['a person that is a number', { stay: 7 }],
    ['a word for silent', { silent: 'very' }],
    ['fields of tomorrow', { drone: true }]
  ])('A-1 is understood with %s', (_, fields) => {
    const command = parseCommand({ ...raise, ...fields })
    expect(command).toMatchObject({ type: 'alert.raise' })
    given(...mapleHouse)
      .when({ ...raise, ...fields })
      .then({ type: 'alert.raised' })
  })

  it('A-2 is raised once however often the same command comes', () => {
    const { board, when } = given(...mapleHouse)
    when(raise, { id: 'finger-lifted-1' }).then({ type: 'alert.raised' })
    const before = board.state.alerts
    when({ ...raise, kind: 'fire' }, { id: 'finger-lifted-1', by: by(ruth) }).then({ type: 'alert.raised' })
    expect(board.state.alerts).toBe(before)
  })

  it('A-2 can be answered under a command id of any length', () => {
    const id = `a${'-0123456789'.repeat(18)}`
    const { when } = given(...mapleHouse)
    when(raise, { id })
    when({ type: 'alert.acknowledge', alert: id, answer: 'coming' }, { by: by(ruth) }).then({
      type: 'alert.acknowledged'
    })
  })

  it('A-4 counts the member who raised it as there, and a screen as nobody', () => {
    const member = given(...mapleHouse)
      .when({ ...raise, stay: robin }, { id: 'finger-lifted-1' })
      .then({ stay: robin })
    expect(Object.values(member.state.alerts.alerts)).toMatchObject([
      { responders: { [mei]: { is: 'there' } } }
    ])
    const device = given(...mapleHouse)
      .when(raise, { by: screen })
      .then({})
    expect(Object.values(device.state.alerts.alerts)).toMatchObject([{ responders: {} }])
  })

  it('A-5 fixes the ladder at birth, in order of its minutes', () => {
    const board = given(...mapleHouse)
      .when(raise, { id: 'finger-lifted-1' })
      .then({})
    board.ask(
      {
        type: 'profile.describe',
        description: {
          ...board.state.profile.description,
          ladder: [
            { minutes: 60, tells: 'everyone' },
            { minutes: 1, tells: 'charge' }
          ]
        }
      },
      { by: loader }
    )
    board.ask(raise, { id: 'finger-lifted-2' })
    expect(
      Object.values(board.state.alerts.alerts).map(({ ladder, told }) => [
        ladder.map(rung => rung.minutes),
        told
      ])
    ).toEqual([
      [[0, 2, 5, 10], 1],
      [[1, 60], 0]
    ])
  })
})
