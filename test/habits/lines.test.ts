import { describe, expect, it } from 'vitest'
import { evennessOf } from '../../client/habits/evenness.ts'
import { isEnough, memberLines, personLines, shiftLines } from '../../client/habits/lines.ts'
import { asked, sorted } from '../../client/habits/sorted.ts'
import { regularity } from '../../shared/check-ins/regularity.ts'
import { suggestedAt } from '../../shared/check-ins/suggested.ts'
import type { StayId } from '../../shared/ids.ts'
import { audiences } from '../../shared/audience.ts'
import { view } from '../../shared/unit.ts'
import { by, given, hour, minute, now } from '../support/given.ts'
import { look, mapleHouse, priya, robin } from '../support/people.ts'

const house = () => given(...mapleHouse)

describe('lines of habits', () => {
  it('O-37 count by shift, member and person, and what was missed is no member’s', () => {
    const { board, when } = house()
    when(look(robin), { by: by(priya), now: now + 20 * minute })
    board.until(now + 52 * minute)
    const rows = view(board.state, 'charge')
    const person = personLines(rows).find(({ id }) => id === robin)
    expect(person?.missed).toBeGreaterThan(0)
    const [shift] = shiftLines(rows.shifts)
    const people = personLines(rows)
    expect(shift).toMatchObject({ date: '2026-06-16', shift: 'day' })
    for (const key of ['onTime', 'late', 'missed'] as const)
      expect(shift?.[key]).toBe(people.reduce((so, line) => so + line[key], 0))
    const members = memberLines(rows, now + hour)
    expect(members.map(({ id, missed }) => [id, missed])).toEqual([[priya, 0]])
    const [only] = members
    expect(only?.habit?.looks).toBe((only?.onTime ?? 0) + (only?.late ?? 0))
  })

  it('O-37 forget what a member did twelve hours after their last look, and judge nobody by fewer than six', () => {
    const { board } = house()
    const rows = view(board.state, 'charge')
    const last = rows.habits[priya]?.last ?? 0
    expect(memberLines(rows, last + 12 * hour - 1)[0]?.habit).not.toBeNull()
    expect(memberLines(rows, last + 12 * hour)[0]?.habit).toBeNull()
    expect([5, 6].map(isEnough)).toEqual([false, true])
  })

  it('O-37 have shifts newest first, as the day goes', () => {
    const shifts = Object.fromEntries(
      ['2026-06-15~night', '2026-06-16~day', '2026-06-16~night', '2026-06-16~evening'].map(id => [
        id,
        { id, members: {}, people: {} }
      ])
    )
    expect(shiftLines(shifts).map(({ id }) => id)).toEqual([
      '2026-06-16~night',
      '2026-06-16~evening',
      '2026-06-16~day',
      '2026-06-15~night'
    ])
  })

  it('O-37 call varied what is made as the board suggests, and clockwork what is made to the minute', () => {
    const looks: { stay: StayId; seenAt: number }[] = []
    for (let n = 0, at = 0; n < 400; n++) {
      at = suggestedAt(at, 15 * minute, `${robin}~${n}`)
      looks.push({ stay: robin, seenAt: at })
    }
    expect(evennessOf(regularity(looks) ?? 0)).toBe('varied')
    expect([0, 0.049, 0.05, 0.149, 0.15].map(evennessOf)).toEqual([
      'clockwork',
      'clockwork',
      'even',
      'even',
      'varied'
    ])
  })

  it('O-35 know the policy of the unit, which charge staff are told and nobody else', () => {
    const { board } = house()
    for (const audience of audiences)
      expect(view(board.state, audience).unit['unit']?.latePolicy).toBe(
        audience === 'charge' ? 'strict' : null
      )
  })
})

describe('columns', () => {
  const lines = [{ n: 2 }, { n: null }, { n: 10 }, { n: 7 }]
  const by = ({ n }: { n: number | null }) => n

  it('O-38 sort either way, and what says nothing comes last', () => {
    expect(sorted(lines, by, false, 'en').map(by)).toEqual([2, 7, 10, null])
    expect(sorted(lines, by, true, 'en').map(by)).toEqual([10, 7, 2, null])
    const beds = ['10A', '2B', '2A', '1A'].map(bed => ({ bed }))
    expect(sorted(beds, ({ bed }) => bed, false, 'fr').map(({ bed }) => bed)).toEqual([
      '1A',
      '2A',
      '2B',
      '10A'
    ])
  })

  it('O-38 begin at their near end and turn when asked again', () => {
    expect(asked({ by: 'name', down: false }, 'late', true)).toEqual({ by: 'late', down: true })
    expect(asked({ by: 'late', down: true }, 'late', true)).toEqual({ by: 'late', down: false })
    expect(asked({ by: 'late', down: true }, 'name', false)).toEqual({ by: 'name', down: false })
  })
})
