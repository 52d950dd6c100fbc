import { describe, expect, it } from 'vitest'
import { leftBehind, type Left } from '../../../client/charge/cover.ts'
import { inPlace, isKept } from '../../../client/charge/kept.ts'
import { openAlerts } from '../../../client/alerts/open-alerts.ts'
import type { MemberId } from '../../../shared/ids.ts'
import { calmDay, meetingId } from '../../browser/gallery/maple.ts'
import { at } from '../../browser/gallery/scene.ts'
import { emergency } from './unit-of.ts'

const now = at('14:05')

/** Two that run without a leader; then the first of them is given to another. */
function given() {
  const scene = calmDay()
  emergency(scene, '14:01', 'helen', ['sam', 'dana'])
  const leftNow = () => {
    const rows = scene.rows('charge')
    const [alert] = openAlerts(rows.alerts)
    return { rows, left: alert ? leftBehind(rows, alert, now) : [] }
  }
  const { left: before } = leftNow()
  const [one] = before
  if (!one) throw new Error('nothing is left behind')
  const { meeting } = one
  const facilitator = 'leo' as MemberId
  scene.on(
    '14:04',
    { type: 'meeting.reassigned', meeting: meeting.id, facilitator, from: meeting.facilitator },
    'ruth'
  )
  return { ...leftNow(), before, one }
}

const ids = (left: readonly Left[]) => left.map(({ meeting }) => meeting.id)

describe('a row that was tapped', () => {
  it('O-22 keeps its place among the others', () => {
    const { rows, left, before, one } = given()
    expect(before.length).toBeGreaterThan(1)
    expect(ids(left)).not.toEqual(ids(before))
    const kept = inPlace(left, { one, place: 0 }, rows)
    expect(ids(kept)).toEqual(ids(before))
    expect(kept[0]?.led).toBe('leo')
    expect(ids(inPlace(left, null, rows))).toEqual(ids(left))
  })

  it('O-22 stays where it would have left the list', () => {
    const { rows, before, one } = given()
    const others = before.filter(({ meeting }) => meeting.id !== one.meeting.id)
    expect(inPlace(others, { one, place: 0 }, rows)[0]).toMatchObject({ led: 'leo', cover: null })
  })

  it('O-22 is kept while it is on its way and can be undone, and not when another was given', () => {
    const { one } = given()
    const kept = { one, place: 0 }
    const sent = (is: 'sending' | 'unsure' | 'recorded', id = one.meeting.id) => ({
      meeting: { ...one.meeting, id },
      to: null,
      from: null,
      at: now,
      undoes: false,
      sending: { state: { is } } as never
    })
    expect(isKept(kept, { given: sent('sending'), undoLeft: 0 })).toBe(true)
    expect(isKept(kept, { given: sent('unsure'), undoLeft: 0 })).toBe(true)
    expect(isKept(kept, { given: sent('recorded'), undoLeft: 3_000 })).toBe(true)
    expect(isKept(kept, { given: sent('recorded'), undoLeft: 0 })).toBe(false)
    expect(isKept(kept, { given: sent('sending', meetingId('process-b')), undoLeft: 0 })).toBe(false)
    expect(isKept(kept, { given: null, undoLeft: 0 })).toBe(false)
  })
})
