import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CommandId, MeetingId, MemberId, PlaceId, StayId, UnitId } from '../../shared/ids.ts'
import { commands, parseCommand } from '../../shared/unit.ts'
import { given, now } from '../support/given.ts'
import { mapleHouse, robin } from '../support/people.ts'

const types = Object.keys(commands)

describe('what comes in', { timeout: 30_000 }, () => {
  it('W-5 never makes the parser throw', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), fields => {
        parseCommand(fields)
      }),
      { numRuns: 500 }
    )
  })

  it('W-5 never makes the parser or the decision throw behind a known type', () => {
    const { board } = given(...mapleHouse)
    const ids = fc.constantFrom<unknown>(
      robin,
      '__proto__',
      'constructor',
      'x'.repeat(300),
      '',
      null,
      7,
      {},
      [],
      '😀',
      'a b'
    )
    const fields = fc.dictionary(
      fc.constantFrom(
        'stay',
        'alert',
        'meeting',
        'place',
        'member',
        'facilitator',
        'seenAt',
        'kind',
        'person',
        '__proto__',
        'group',
        'date',
        'bed'
      ),
      fc.oneof(ids, fc.anything()),
      { noNullPrototype: false }
    )
    fc.assert(
      fc.property(fc.constantFrom(...types), fields, (type, rest) => {
        const fields = { ...rest, type }
        if (parseCommand(fields)) board.ask(fields as never, { now })
      }),
      { numRuns: 1000 }
    )
  })

  it('W-5 that is nested a thousand deep is no command', () => {
    let deep: unknown = 'x'
    for (let depth = 0; depth < 1000; depth++) deep = { person: deep }
    expect(parseCommand({ type: 'stay.describe', stay: robin, person: deep })).toBeNull()
  })

  it.each(types.filter(type => type !== 'alert.raise'))(
    'W-5 as %s has only the fields of its schema',
    type => {
      expect(parseCommand({ type, sudo: true })).toBeNull()
    }
  )

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf', '', ' ', 'a/b', 'é', '-a'])(
    'W-2 takes "%s" as no id',
    id => {
      for (const schema of [StayId, MemberId, PlaceId, MeetingId, UnitId])
        expect(schema.safeParse(id).success).toBe(false)
      expect(CommandId.safeParse(id).success).toBe(false)
    }
  )
})
