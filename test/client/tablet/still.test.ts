import { describe, expect, it } from 'vitest'
import { stillOf } from '../../../client/tablet/still.ts'
import { neededFor } from '../../../shared/alerts/priority.ts'
import type { AlertId, CommandId, MemberId, PlaceId, StayId } from '../../../shared/ids.ts'
import { Presentation, type Activity } from '../../../shared/check-ins/check-in.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { running, seen } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'
import { boardOf, owed, round } from './round-of.ts'

const stay = 's24' as StayId

function still(scene: Scene, now = '14:05') {
  const board = boardOf(scene, {}, now)
  return stillOf(board, owed(board, stay), board.clock.instant)
}

function last(presentation: Presentation, activity: Activity = 'sitting', time = '13:50'): Scene {
  const scene = round()
  seen(scene, stay, time, 'own-room', activity, presentation)
  return scene
}

function alerted(scene: Scene, raised: string, over: boolean): Scene {
  const alert = 'one' as AlertId
  const what = { kind: 'self-harm', priority: 'high', silent: false, drill: false } as const
  const where = { place: 'own-room' as PlaceId, stay, seenAt: at(raised) }
  const members = ['priya' as MemberId]
  const how = { needed: neededFor.high, ladder: defaultLadder, members }
  scene.on(raised, { type: 'alert.raised', alert, ...what, ...where, ...how }, 'karim')
  if (over) scene.on('13:49', { type: 'alert.resolved', alert, action: 'talked', notes: null }, 'karim')
  return scene
}

describe('what a tap may confirm of the last look', () => {
  it.each(Presentation.options)('T-99 is asked anew of who was %s, unless that may last', presentation => {
    const steady = ['calm', 'anxious', 'withdrawn'].includes(presentation)
    expect(still(last(presentation)) !== null).toBe(steady)
  })

  it('T-99 is no word of the unit’s own, whatever it means', () => {
    expect(still(last('guarded' as Presentation))).toBeNull()
  })

  it('T-99 is at most two intervals old', () => {
    expect(still(last('calm'), '14:20')).not.toBeNull()
    expect(still(last('calm'), '14:20:01')).toBeNull()
  })

  it('T-99 is of the same day or night', () => {
    const scene = last('calm', 'sitting', '21:55')
    expect(still(scene, '21:59')).not.toBeNull()
    expect(still(scene, '22:00')).toBeNull()
    const morning = last('calm', 'eyes-closed', '21:00')
    expect(still(morning, '21:20')).not.toBeNull()
  })

  it('T-99 is nothing where the person is in another place, at another level or in a group', () => {
    const moved = last('calm')
    seen(moved, stay, '13:51', 'hallway')
    expect(still(moved)?.place).toBe('hallway')
    const closer = last('calm')
    closer.on('13:55', { type: 'stay.level-set', stay, level: 'q30', from: 'q15', reason: null }, 'ruth')
    expect(still(closer)).toBeNull()
    const grouped = last('calm', 'in-group')
    expect(still(grouped)).toBeNull()
  })

  it('T-99 is nothing for who came into a group since', () => {
    const scene = round()
    seen(scene, 's19', '13:55', 'own-room')
    running(scene, 'relapse', '14:00')
    const board = boardOf(scene)
    expect(stillOf(board, owed(board, 's19'), board.clock.instant)).toBeNull()
  })

  it('T-99 is nothing after the person was away or is being looked for', () => {
    const away = last('calm')
    away.on('13:55', { type: 'stay.left', stay, destination: 'court', escort: null, back: null }, 'karim')
    away.on('14:00', { type: 'stay.returned', stay, place: 'own-room' as PlaceId }, 'karim')
    expect(still(away)).toBeNull()
    const missing = last('calm')
    missing.on('13:58', { type: 'check-in.not-found', stay, place: 'own-room' as PlaceId }, 'karim')
    expect(still(missing)).toBeNull()
  })

  it('T-99 is nothing while an alert about the person is open, or where one was raised since', () => {
    expect(still(alerted(last('calm', 'sitting', '13:50'), '13:45', true))).not.toBeNull()
    expect(still(alerted(last('calm', 'sitting', '13:50'), '13:45', false))).toBeNull()
  })

  it('T-99 is nothing while an entry about the person waits', () => {
    const board = boardOf(last('calm'))
    const whom = owed(board, stay)
    expect(stillOf(board, whom, board.clock.instant)).not.toBeNull()
    board.submit({ type: 'check-in.complete', stay }, 'kept' as CommandId)
    expect(stillOf(board, whom, board.clock.instant)).toBeNull()
  })
})
