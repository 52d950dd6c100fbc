import { describe, expect, it } from 'vitest'
import { dueAgain } from '../../../client/charge/again.ts'
import { withdrawalsOf } from '../../../client/charge/withdrawals.ts'
import type { MeetingRow } from '../../../shared/groups/view.ts'
import type { Rows } from '../../../shared/rows.ts'
import { at } from '../../browser/gallery/scene.ts'

const levels = { deer: 'q15', heron: 'q30', wren: 'q60', mole: 'line-of-sight' }
const rows = {
  checkIns: Object.fromEntries(
    Object.entries(levels).map(([id, level]) => [id, { id, level, paused: false }])
  )
} as unknown as Rows

const meeting = (roster: Record<string, string>, situation = 'scheduled') =>
  ({ situation, startsAt: at('14:00'), endsAt: at('14:50'), roster }) as MeetingRow
const all = { deer: 'expected', heron: 'present', wren: 'late', mole: 'present' }

describe('who falls due in a meeting at least once', () => {
  it('G-23 is told by the levels whose interval is no longer than what is left of it', () => {
    expect(dueAgain(rows, meeting(all), at('13:30'))).toEqual(['q15', 'q30'])
    expect(dueAgain(rows, meeting(all, 'running'), at('14:21'))).toEqual(['q15'])
    expect(dueAgain(rows, meeting(all, 'running'), at('14:36'))).toEqual([])
  })

  it('G-23 is told only of who sits there, and from an hour before', () => {
    expect(dueAgain(rows, meeting({ deer: 'absent', heron: 'expected' }), at('13:30'))).toEqual(['q30'])
    expect(dueAgain(rows, meeting(all), at('12:59'))).toEqual([])
    expect(dueAgain(rows, meeting(all, 'ended'), at('14:10'))).toEqual([])
  })
})

describe('withdrawal watch at the desk', () => {
  const watch = (stay: string, due: number | null) => ({ stay, due })
  const told = (...watches: object[]) => ({ withdrawals: { ...watches } }) as unknown as Rows

  it('O-45 counts people, and each who is late from the minute a score is due', () => {
    const watches = [watch('deer', at('14:00')), watch('deer', at('13:50')), watch('heron', null)]
    expect(withdrawalsOf(told(...watches), at('14:00'))).toEqual({ people: 2, late: 1 })
    expect(withdrawalsOf(told(...watches), at('13:49'))).toEqual({ people: 2, late: 0 })
  })
})
