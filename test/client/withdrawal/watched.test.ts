import { describe, expect, it } from 'vitest'
import { Sending } from '../../../client/live/sending.svelte.ts'
import { routeOf } from '../../../client/tablet/route.svelte.ts'
import { entrySays } from '../../../client/tablet/says.ts'
import { onItsWay } from '../../../client/withdrawal/on-its-way.ts'
import { alertsFrom, height, lineOf, width } from '../../../client/withdrawal/trend.ts'
import { alertOf, firstDue, isLate, percentLeft, watchedOn } from '../../../client/withdrawal/watched.ts'
import { isNurse, mayBegin, nursesOn } from '../../../client/withdrawal/who-may.ts'
import type { AlertId, MemberId, StayId } from '../../../shared/ids.ts'
import { raised, resolved } from '../../browser/gallery/after-states.ts'
import { at } from '../../browser/gallery/scene.ts'
import { lucas, rosa, samir, scored, watched, watchedDay } from '../../browser/gallery/withdrawal-states.ts'

const rows = watchedDay().rows('tablet')
const row = (id: string) => {
  const found = rows.withdrawals[id]
  if (!found) throw new Error(`no watch ${id}`)
  return found
}

describe('who is watched', () => {
  it('T-90 comes soonest due first, of one minute the worse, and who is away last', () => {
    expect(watchedOn(rows).map(({ row }) => row.id)).toEqual([samir, lucas, rosa])
    const scene = watchedDay()
    scene.on('14:00', {
      type: 'stay.left',
      stay: 's19' as StayId,
      destination: 'court',
      escort: null,
      back: null
    })
    watched(scene, '14:02', 'w' as typeof samir, 's05', 'cows')
    scored(scene, '14:05', 'w' as typeof samir, 40)
    expect(watchedOn(scene.rows('tablet')).map(({ row }) => row.id)).toEqual([lucas, 'w', rosa, samir])
  })

  it('T-90 is late from the minute it is due on, never while away', () => {
    const late = ['13:54', '13:55', '14:10'].map(time => isLate(row(samir), at(time)))
    expect(late).toEqual([false, true, true])
    expect(isLate({ due: null }, at('14:10'))).toBe(false)
  })

  it('T-90 has a first that is due, also where minutes are not sure, and none of who is away', () => {
    const [first] = watchedOn(rows)
    if (!first) throw new Error('nobody is watched')
    const away = { ...first, row: { ...first.row, due: null } }
    expect(firstDue([away, ...watchedOn(rows).toReversed()])).toBe(row(samir).due)
    expect(firstDue([away])).toBeNull()
  })

  it('T-90 has a part of the interval left, from all to nothing', () => {
    const left = ['13:20', '13:50', '14:20', '15:00'].map(time => percentLeft(row(lucas), at(time)))
    expect(left).toEqual([100, 50, 0, 0])
    expect(percentLeft({ due: null, minutes: 60 }, 0)).toBe(0)
  })

  it('T-90 has a line of the last totals that stays within its picture, the latest at the right', () => {
    const { points, bound } = lineOf(row(lucas))
    expect(points.map(({ total }) => total)).toEqual([8, 11, 14, 17, 21])
    expect(points.every(({ x, y }) => x > 0 && x < width && y > 0 && y < height)).toBe(true)
    expect(points.at(-1)?.x).toBe(width - 5)
    expect((points.at(-1)?.y ?? 0) < bound).toBe(true)
    expect([alertsFrom(row(lucas)), alertsFrom(row(samir))]).toEqual([19, 25])
  })

  it('T-92 joins an open alert of theirs, and none that is over or a drill', () => {
    const scene = watchedDay()
    const stay = 's12' as StayId
    expect(alertOf(scene.rows('tablet'), stay)).toBeUndefined()
    raised(scene, '14:00', 'medical', { place: 'dining', stay, drill: true })
    const alert: AlertId = raised(scene, '14:01', 'severe-withdrawal', { place: 'dining', stay })
    expect(alertOf(scene.rows('tablet'), stay)?.id).toBe(alert)
    resolved(scene, '14:04', alert, 'Stayed with')
    expect(alertOf(scene.rows('tablet'), stay)).toBeUndefined()
  })

  it('T-97 is not asked for again while a score is on its way', () => {
    const fields = { type: 'withdrawal.score', watch: samir }
    const sending = new Sending('s1', fields, 0)
    expect(onItsWay([sending], samir)?.id).toBe('s1')
    expect(onItsWay([sending], lucas)).toBeUndefined()
    expect(onItsWay([sending], samir, ['withdrawal.stop'])).toBeUndefined()
    sending.answered({ outcome: 'recorded', position: { epoch: 'e', seq: 1 }, repeated: false })
    expect(onItsWay([sending], samir)).toBeUndefined()
  })

  it('T-13 and T-97 is named, with what was asked for, where an entry waits or was refused', () => {
    const says = (type: string, fields: object) => entrySays({ type, ...fields }, rows)
    const score = says('withdrawal.score', { watch: samir })
    expect(score).toEqual({ who: 'Samir Haddad', what: 'withdrawal score' })
    expect(says('withdrawal.watch', { stay: 's05' }).who).toBe('Edda Holm')
    expect(says('withdrawal.stop', { watch: 'gone' }).who).toBe('Maple House')
  })

  it('T-94 is scored by nurses alone; charge staff begin a watch too', () => {
    const members = { ...rows.members }
    const may = (id: string) => [isNurse({ members }, id as MemberId), mayBegin({ members }, id as MemberId)]
    expect([may('helen'), may('ruth'), may('priya'), may('nobody')]).toEqual([
      [true, true],
      [true, true],
      [false, false],
      [false, false]
    ])
    expect(nursesOn({ members })).toEqual(['Helen Strand', 'Kofi Mbeki', 'Ruth Okafor'])
  })

  it('T-90 has an address of its own', () => {
    expect(routeOf('#/withdrawal')).toEqual({ at: 'withdrawal', watch: null, then: null })
    expect(routeOf('#/withdrawal/w1/score')).toEqual({ at: 'withdrawal', watch: 'w1', then: 'score' })
  })
})
