import { describe, expect, it } from 'vitest'
import {
  allOwing,
  missing,
  owingByAlert,
  owingOf,
  reopensUntil,
  type Owing
} from '../../../client/afterwards/owing.ts'
import { paperOf } from '../../../client/afterwards/paper.ts'
import { standingSays } from '../../../client/afterwards/standing-says.ts'
import { todoOf, type Thing } from '../../../client/follow-ups/todo-of.ts'
import type { AlertRow } from '../../../shared/alerts/view.ts'
import type { MemberId } from '../../../shared/ids.ts'
import type { Rows } from '../../../shared/rows.ts'
import { afternoon, resolved, settled } from '../../browser/gallery/after-states.ts'
import { at } from '../../browser/gallery/scene.ts'

const priya = 'priya' as MemberId

function unit(now = '16:10'): { rows: Rows; alert: AlertRow; now: number } {
  const { scene, alert } = afternoon()
  const rows = scene.rows('tablet')
  return { rows, alert: rows.alerts[alert] as AlertRow, now: at(now) }
}

const brief = (left: readonly { row: { kind: string }; is: string }[]): string[] =>
  left.map(({ row, is }) => `${row.kind} ${is}`)

describe('what an alert left', () => {
  it('T-60 stands by urgency: late, owed, put off, done', () => {
    const { alert, now } = unit()
    expect(brief(owingOf(alert, now))).toEqual([
      'level-review late',
      'plan-review owed',
      'community-word owed',
      'family-notice put-off',
      'debrief done'
    ])
  })

  it('T-60 is late once its time has come, also what was put off until then', () => {
    const { alert, now } = unit('18:00')
    const late = owingOf(alert, now).filter(({ is }) => is === 'late')
    expect(brief(late)).toEqual(['level-review late', 'family-notice late'])
    expect(owingOf(alert, now - 1).filter(({ is }) => is === 'late')).toHaveLength(1)
  })

  it('T-60 says since when, until when and why, by name', () => {
    const { rows, alert, now } = unit()
    const said = owingOf(alert, now).map(owing => standingSays(owing, rows, now, 'en'))
    expect(said).toEqual([
      'was due 15:38',
      'due tomorrow 14:38',
      'due tomorrow 14:38',
      'put off until 18:00 by Ruth Okafor: The family asked to be called when both parents are at home.',
      'done 15:20 by Priya Sato'
    ])
  })

  it('T-61 is a member’s where it is theirs or nobody’s, and counts what is open', () => {
    const { rows, now } = unit()
    const { own, unowned, open, late } = todoOf({ ...rows, followUps: {} }, priya, now)
    const left = (things: readonly Thing[]): Owing[] => things.flatMap(one => one.left ?? [])
    expect(brief(left(own))).toEqual(['level-review late', 'plan-review owed'])
    expect(brief(left(unowned))).toEqual(['debrief owed', 'community-word owed'])
    expect([open, late]).toEqual([4, 1])
  })

  it('T-61 leaves out what is done and what alerts that are open or closed have', () => {
    const { scene, alert } = afternoon()
    scene.on('16:05', { type: 'alert.raised-again', alert, reason: 'again', members: [] }, 'priya')
    expect(allOwing(scene.rows('tablet'), at('16:10')).some(one => one.alert.id === alert)).toBe(false)
    resolved(scene, '16:07', alert, 'Talked down')
    expect(allOwing(scene.rows('tablet'), at('16:10')).some(one => one.alert.id === alert)).toBe(true)
    scene.on('16:08', { type: 'alert.closed', alert }, 'ruth')
    expect(allOwing(scene.rows('tablet'), at('16:10')).some(one => one.alert.id === alert)).toBe(false)
  })

  it('T-62 stands in the way of closing while it is neither done nor put off', () => {
    const { scene, alert } = afternoon()
    const lacks = () =>
      missing(owingOf(scene.rows('tablet').alerts[alert] as AlertRow, at('16:10'))).map(({ row }) => row.kind)
    expect(lacks()).toEqual(['level-review', 'plan-review', 'community-word'])
    for (const owed of ['level-review', 'plan-review', 'community-word'] as const)
      settled(scene, '16:09', alert, owed, 'priya')
    expect(lacks()).toEqual([])
  })

  it('T-62 may begin again for as long as the unit allows, and not after', () => {
    const { alert } = unit()
    expect(reopensUntil(alert, at('14:40'))).toBe(at('15:38'))
    expect(reopensUntil(alert, at('15:38'))).toBeNull()
    expect(reopensUntil({ ...alert, situation: 'on-scene' }, at('14:40'))).toBeNull()
  })

  it('O-20 is grouped by alert, the one with the latest first, a drill never', () => {
    const { rows, now } = unit()
    expect(owingByAlert(rows, now).map(({ alert, left }) => [alert.kind, left[0]?.row.kind])).toEqual([
      ['behavioural', 'level-review'],
      ['medical', 'level-review'],
      ['property', 'debrief']
    ])
    const drilled = Object.fromEntries(
      Object.entries(rows.alerts).map(([id, row]) => [id, { ...row, drill: true }])
    )
    expect(owingByAlert({ alerts: drilled }, now)).toEqual([])
  })
})

describe('the page of an alert', () => {
  const page = { resolving: false, restraining: false }

  it('T-62 is on paper once it was resolved, and where it is being resolved', () => {
    const { alert } = unit()
    expect(paperOf(alert, page)).toBe('after')
    expect(paperOf(alert, { ...page, resolving: true })).toBe('after')
    expect(paperOf({ ...alert, situation: 'on-scene' }, { ...page, resolving: true })).toBe('resolve')
    expect(paperOf({ ...alert, situation: 'on-scene' }, page)).toBeNull()
    expect(paperOf({ ...alert, situation: 'cancelled' }, page)).toBeNull()
  })
})
