import { describe, expect, it } from 'vitest'
import { mayDrop, mayRetry, troubled, troublesOf } from '../../../client/charge/letters.ts'
import { drillFigures, drillsOf, reportOf } from '../../../client/charge/drill.ts'
import { figuresOf, listed, over } from '../../../shared/alerts/figures.ts'
import { displaysOf, nextTold } from '../../../client/charge/told.ts'
import { watchOf } from '../../../client/charge/watch.ts'
import type { AlertId, MemberId, PageId } from '../../../shared/ids.ts'
import type { PageRow } from '../../../shared/paging/view.ts'
import type { Rows } from '../../../shared/rows.ts'
import {
  alarmed,
  chargeStates,
  drilled,
  unreached,
  unreachedBoth
} from '../../browser/gallery/charge-states.ts'
import { calmDay } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'
import { emergency } from './unit-of.ts'

const { screens } = chargeStates.alerts()
const rowOf = (scene: Scene, id = 'alert-0001') => {
  const row = scene.rows('charge').alerts[id]
  if (!row) throw new Error(`no ${id}`)
  return row
}

describe('whom an alert has reached', () => {
  it('O-12 says which rung is next at what minute, unless an answer holds', () => {
    const scene = calmDay()
    const alert = emergency(scene, '14:01', 'helen')
    expect(nextTold(rowOf(scene))).toEqual({ tells: 'charge', at: at('14:03') })
    scene.on('14:03', { type: 'alert.escalated', alert, step: 1, members: ['ruth' as MemberId], why: 'time' })
    expect(nextTold(rowOf(scene))).toEqual({ tells: 'director', at: at('14:06') })
    const coming = { type: 'alert.acknowledged', alert, answer: 'coming', who: 'kofi' as MemberId } as const
    scene.on('14:04', { ...coming, lapses: at('14:07') }, 'kofi')
    expect(nextTold(rowOf(scene))).toBeNull()
  })

  it('O-12 has nobody next after the last rung', () => {
    const scene = calmDay()
    const alert = emergency(scene, '14:01', 'helen')
    for (const step of [1, 2, 3]) scene.on('14:12', { type: 'alert.escalated', alert, step })
    expect(nextTold(rowOf(scene))).toBeNull()
  })

  it('O-13 lists what showed it and after how long, and what did not; not what visitors see', () => {
    expect(displaysOf(rowOf(alarmed()), screens)).toEqual([
      { name: 'Station wall', shown: 280, sounded: 900 },
      { name: 'Hall by the kitchen', shown: null, sounded: null }
    ])
  })

  it('O-13 counts from when it began again', () => {
    const scene = alarmed()
    const alert = 'alert-0001' as AlertId
    scene.on('14:10', { type: 'alert.resolved', alert, action: 'done', notes: null }, 'karim')
    scene.on('14:20', { type: 'alert.raised-again', alert, reason: 'again', members: [] }, 'helen')
    const shown = {
      type: 'alert.shown',
      alert,
      screen: 'Station wall',
      audience: 'wall',
      sounded: true
    } as const
    scene.on(at('14:20') + 350, shown, { kind: 'clock' })
    expect(displaysOf(rowOf(scene), screens)[0]).toEqual({ name: 'Station wall', shown: 350, sounded: 350 })
  })
})

describe('drills', () => {
  it('O-14 report each display, the answer, the scene and the end by their own times', () => {
    const [now, morning] = drillsOf(drilled().rows('charge').alerts).map(alert => reportOf(alert, screens))
    expect(morning).toMatchObject({
      displays: [
        { name: 'Station wall', shown: 310, sounded: null },
        { name: 'Hall by the kitchen', shown: null, sounded: null }
      ],
      answered: 42_000,
      onScene: 120_000,
      ended: 360_000
    })
    expect(morning?.told.map(({ tells, members }) => [tells, members.length])).toEqual([['shift', 11]])
    expect(now).toMatchObject({ answered: null, onScene: null, ended: null })
    expect(now?.displays[0]).toEqual({ name: 'Station wall', shown: 420, sounded: 1300 })
  })

  it('O-15 are counted as the record counts them: no real alert, none that runs, none that was taken back', () => {
    const scene = drilled()
    emergency(scene, '14:05', 'helen')
    const rows = scene.rows('charge')
    expect(drillFigures(rows)).toEqual({ count: 1, answered: 42_000, onScene: 120_000 })
    const past = (id: string, drill: boolean, ended: 'closed' | 'cancelled', answered: number | null) => {
      const alert = {
        kind: 'fire',
        priority: 'high',
        place: null,
        silent: false,
        merged: 0,
        raisedSeq: 1
      } as const
      return {
        ...alert,
        id: id as AlertId,
        drill,
        ended,
        raisedAt: 1,
        answered,
        onScene: null,
        resolved: null
      }
    }
    const pastAlerts: Rows['pastAlerts'] = {
      a: past('a', true, 'closed', 20_000),
      b: past('b', false, 'closed', 1),
      c: past('c', true, 'cancelled', 1),
      d: past('d', true, 'closed', null)
    }
    expect(drillFigures({ ...rows, pastAlerts })).toEqual({ count: 3, answered: 20_000, onScene: 120_000 })
    const [all, drills] = [over({ ...rows, pastAlerts }), listed(over({ ...rows, pastAlerts }), true)]
    expect(all.length).toBeGreaterThan(drills.length)
    expect(figuresOf('drills', drills)).toMatchObject({ count: 3, answered: { median: 20_000 } })
    expect(drillFigures({ alerts: {}, pastAlerts: {} })).toEqual({ count: 0, answered: null, onScene: null })
  })
})

describe('what goes on meanwhile', () => {
  it('O-11 says how many rounds are due, who is free, and who is never left alone', () => {
    const scene = calmDay()
    emergency(scene, '14:01', 'helen', ['kofi'])
    const rows = scene.rows('charge')
    const watch = watchOf(rows, at('14:05'), 'en')
    const due = (within: number) =>
      Object.values(rows.checkIns).filter(
        round => !round.paused && round.due !== null && round.due < at('14:05') + within * 60_000
      ).length
    expect(due(10)).toBeGreaterThan(0)
    expect(watch).toMatchObject({ due: due(10), late: 0, watched: [{ id: 's13' }] })
    expect(watchOf(rows, at('15:30'), 'en').late).toBe(
      Object.values(rows.checkIns).filter(({ paused, due: by }) => !paused && by !== null && by < at('15:30'))
        .length
    )
    const free = watch.free.map(({ id }) => id)
    expect(free).toContain('leo')
    for (const busy of ['helen', 'kofi', 'dana', 'sam', 'ruth', 'nadia']) expect(free).not.toContain(busy)
  })
})

describe('what was not told outside the board', () => {
  it('O-18 is what was given up, then what fails and is tried again; what was sent is not among it', () => {
    const { pages } = unreached().rows('charge')
    const { alerts } = unreached().rows('charge')
    const rows = troubled(pages)
    expect(rows.map(({ to, state, attempts, status }) => [to, state, attempts, status])).toEqual([
      ['security-desk', 'dead', 7, 503],
      ['nadia', 'queued', 4, null]
    ])
    expect(rows.map(row => [mayRetry(row, alerts), mayDrop(row)])).toEqual([
      [true, true],
      [false, true]
    ])
    expect(Object.keys(pages)).toHaveLength(3)
  })

  it('O-21 has what an open alert did not reach apart, and the rest by receiver', () => {
    const rows = unreachedBoth().rows('charge')
    const { own, others } = troublesOf(rows, 'alert-0008')
    expect(own.map(({ alert, to }) => [alert, to])).toEqual([['alert-0008', 'radio']])
    expect(others.map(({ first, pages }) => [first.to, pages.map(({ about }) => about)])).toEqual([
      ['security-desk', ['raised', 'overdue']]
    ])
    // A call to what is over would be refused; what is owed is owed still.
    expect(others.flatMap(({ pages }) => pages.map(page => mayRetry(page, rows.alerts)))).toEqual([
      false,
      true
    ])
  })

  it('O-21 has the alert that is looked at first', () => {
    const rows = unreached().rows('charge')
    const [one] = Object.values(rows.pages)
    const more = alarmed().rows('charge').alerts
    const dead = { state: 'dead', by: 'pager', to: 'radio', queuedAt: at('14:08') } as const
    const pages = {
      ...rows.pages,
      x: { ...one, ...dead, id: 'x' as PageId, alert: 'alert-0001' as AlertId } as PageRow
    }
    const known = { alerts: { ...rows.alerts, ...more }, pages }
    expect(troublesOf(known, 'alert-0007').own[0]?.alert).toBe('alert-0007')
    expect(troublesOf(known, 'alert-0001').own[0]?.alert).toBe('alert-0001')
    expect(troublesOf(known, 'alert-0001').own).toHaveLength(3)
  })
})
