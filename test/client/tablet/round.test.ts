import { describe, expect, it } from 'vitest'
import { attendanceAfter } from '../../../client/tablet/attendance.ts'
import { keyFor } from '../../../client/tablet/keys.ts'
import {
  isLate,
  meetingWith,
  minutesLate,
  minutesLeft,
  owedOn,
  percentLeft,
  reasonOwed
} from '../../../client/tablet/round.ts'
import { hrefOf, routeOf } from '../../../client/tablet/route.svelte.ts'
import type { StayId } from '../../../shared/ids.ts'
import { mapleHouse, meetingId, running, seen } from '../../browser/gallery/maple.ts'
import { at } from '../../browser/gallery/scene.ts'

describe('the round', () => {
  const scene = mapleHouse()
  seen(scene, 's24', '13:47', 'own-room')
  seen(scene, 's23', '13:52', 'own-room')
  const away = {
    type: 'stay.left',
    stay: 's22' as StayId,
    destination: 'court',
    escort: null,
    back: null
  } as const
  scene.on('13:55', away)
  const rows = scene.rows('tablet')

  it('has everybody on the unit, most urgent first, and who is watched all the time last', () => {
    const order = owedOn(rows, 'urgency', at('14:05'))
    expect(order).toHaveLength(27)
    expect(order.map(({ stay }) => stay.id)).not.toContain('s22')
    expect(order.at(-1)?.stay.id).toBe('s13')
    const due = order.slice(0, -1).map(({ check }) => check.due ?? Infinity)
    expect(due).toEqual([...due].sort((a, b) => a - b))
  })

  it('can be walked room by room, by number', () => {
    const beds = owedOn(rows, 'room', at('14:05')).map(({ stay }) => stay.bed)
    expect(beds.slice(0, 4)).toEqual(['1A', '1B', '2A', '2B'])
    expect(beds.indexOf('9B')).toBeLessThan(beds.indexOf('10A'))
  })

  it('T-101 can go by the suggested times, which are before what is due; who is late comes first', () => {
    const order = owedOn(rows, 'suggested', at('14:05'))
    const late = order.filter(({ check }) => isLate(check, at('14:05')))
    expect(order.slice(0, late.length)).toEqual(late)
    expect(late.map(({ check }) => check.due)).toEqual(late.map(({ check }) => check.due).toSorted())
    const suggested = order.slice(late.length, -1).map(({ check }) => check.suggested ?? Infinity)
    expect(suggested).toEqual(suggested.toSorted((a, b) => a - b))
    expect(order.at(-1)?.stay.id).toBe('s13')
    for (const { check } of order) expect(check.suggested ?? 0).toBeLessThan(check.due ?? 1)
  })

  it('says how late and how long still, in begun minutes', () => {
    const due = at('14:02')
    expect(isLate({ due }, due)).toBe(false)
    expect(isLate({ due }, due + 1)).toBe(true)
    expect(minutesLate(due, due + 1)).toBe(1)
    expect(minutesLate(due, due + 180_000)).toBe(3)
    expect(minutesLeft(due, due - 61_000)).toBe(2)
    expect(minutesLeft(due, due + 5)).toBe(0)
  })

  it('shows what remains of the interval as a part of the ring', () => {
    const check = { from: at('14:00'), due: at('14:15') }
    expect(percentLeft(check, at('14:00'))).toBe(100)
    expect(percentLeft(check, at('14:12'))).toBeCloseTo(20)
    expect(percentLeft(check, at('15:00'))).toBe(0)
    expect(percentLeft({ from: 0, due: null }, at('14:00'))).toBeNull()
  })

  it('asks for a reason where checks were missed and nobody said why', () => {
    expect(reasonOwed({ missed: 1, reason: null })).toBe(true)
    expect(reasonOwed({ missed: 1, reason: 'in-group' })).toBe(false)
    expect(reasonOwed({ missed: 0, reason: null })).toBe(false)
  })

  it('knows who sits in a group', () => {
    running(scene, 'relapse', '14:00', ['s03'])
    const after = scene.rows('tablet')
    expect(meetingWith(after, 's01' as StayId)?.id).toBe(meetingId('relapse'))
    expect(meetingWith(after, 's03' as StayId)).toBeUndefined()
  })
})

describe('a tap on a face', () => {
  it('asks for the likeliest next, round and round', () => {
    expect(attendanceAfter('expected', 'running')).toBe('present')
    expect(attendanceAfter('present', 'running')).toBe('late')
    expect(attendanceAfter('left-early', 'running')).toBe('expected')
  })

  it('puts nobody in a room where nothing runs yet', () => {
    expect(attendanceAfter('expected', 'scheduled')).toBe('excused')
    expect(attendanceAfter('absent', 'scheduled')).toBe('expected')
  })
})

describe('addresses', () => {
  it('survive a reload', () => {
    const stay = 's~1/ä'
    expect(routeOf(hrefOf('round', stay))).toEqual({ at: 'round', stay })
    expect(routeOf('#/groups/process-b~2026-06-16~1500')).toEqual({
      at: 'groups',
      meeting: 'process-b~2026-06-16~1500'
    })
    expect(routeOf(hrefOf('round', stay, 'checks'))).toEqual({ at: 'round', stay, look: 'checks' })
    expect(routeOf('#/unit')).toEqual({ at: 'unit' })
    expect(routeOf('#/alert/a1/resolve')).toEqual({
      at: 'alert',
      alert: 'a1',
      resolving: true,
      restraining: false
    })
  })

  it('lead to the round where they say nothing', () => {
    expect(routeOf('')).toEqual({ at: 'round', stay: null })
    expect(routeOf('#/nowhere')).toEqual({ at: 'round', stay: null })
  })
})

describe('keys', () => {
  const press = { key: 'a', code: 'KeyA', altKey: false, ctrlKey: false, metaKey: false }

  it('that go somewhere need Alt', () => {
    expect(keyFor({ ...press, key: '1', code: 'Digit1' }, false)).toBeNull()
    expect(keyFor({ ...press, code: 'Digit1', altKey: true }, true)).toBe('round')
    expect(keyFor({ ...press, code: 'Digit4', altKey: true }, false)).toBe('todo')
    expect(keyFor({ ...press, code: 'Digit1', altKey: true, ctrlKey: true }, false)).toBeNull()
    expect(keyFor({ ...press, key: '?' }, false)).toBe('keys')
    expect(keyFor({ ...press, key: '?' }, true)).toBeNull()
  })
})
