import { describe, expect, it } from 'vitest'
import {
  evaluators,
  isLicensed,
  licensed,
  mayEvaluate,
  maySettle,
  takers
} from '../../../client/afterwards/who-may.ts'
import type { MemberId } from '../../../shared/ids.ts'
import { mapleHouse } from '../../browser/gallery/maple.ts'
import { at } from '../../browser/gallery/scene.ts'

const rows = mapleHouse().rows('tablet')
const now = at('14:05')
const id = (name: string) => name as MemberId

describe('who may do what a crisis leaves', () => {
  it('T-64 is a licensed member for a plan, and anybody for the rest', () => {
    const may = (kind: 'plan-review' | 'debrief') =>
      ['priya', 'karim', 'leo'].map(name => maySettle(rows, kind, id(name), now))
    expect(may('plan-review')).toEqual([true, false, false])
    expect(may('debrief')).toEqual([true, true, true])
  })

  it('T-64 is licensed through the last day in force, in the unit’s time zone', () => {
    const night = (time: string, date: string) => isLicensed(rows, id('helen'), at(time, date))
    expect([night('23:59', '2026-12-31'), night('00:00', '2027-01-01')]).toEqual([true, false])
    expect(isLicensed(rows, id('jonas'), now)).toBe(false)
  })

  it('T-64 is a nurse or a licensed member on shift for the evaluation', () => {
    expect(mayEvaluate(rows, id('kofi'), now)).toBe(true)
    expect(mayEvaluate(rows, id('sam'), now)).toBe(false)
    const names = evaluators(rows, now).map(({ id }) => id)
    expect(names).toContain('helen')
    expect(names).not.toContain('owen')
  })

  it('T-64 is named, who is on shift first', () => {
    const names = licensed(rows, now)
    expect(names.map(({ onShift }) => onShift)).toEqual(
      [...names.map(({ onShift }) => onShift)].sort().reverse()
    )
    expect(names.map(({ id }) => id)).not.toContain('jonas')
  })

  it('T-64 can be given what they do not have already', () => {
    const debrief = takers(rows, 'debrief', id('ruth'), now).map(({ id }) => id)
    expect(debrief).toHaveLength(Object.keys(rows.members).length - 1)
    expect(debrief).not.toContain('ruth')
    expect(takers(rows, 'plan-review', null, now)).toEqual(licensed(rows, now))
  })
})
