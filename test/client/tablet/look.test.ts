import { describe, expect, it } from 'vitest'
import { Look } from '../../../client/tablet/look.svelte.ts'
import type { PlaceId, StayId } from '../../../shared/ids.ts'
import { mapleHouse, running, seen } from '../../browser/gallery/maple.ts'
import { at } from '../../browser/gallery/scene.ts'
import { boardOf, owed, round } from './round-of.ts'

describe('a look', () => {
  it('T-1 takes three taps: the person, how they look, and Seen', () => {
    const board = boardOf(round())
    const look = new Look(board, owed(board, 's24'))
    look.looks = 'withdrawn'
    expect(look.missing).toBeNull()
    look.submit()
    expect(board.submitted.map(({ fields }) => fields)).toEqual([
      {
        type: 'check-in.complete',
        stay: 's24',
        place: 'own-room',
        activity: 'pacing',
        presentation: 'withdrawn',
        seenAt: at('14:05'),
        carried: ['place', 'activity']
      }
    ])
  })

  it('T-1 takes what somebody does from their group, and asks how they look', () => {
    const scene = round()
    running(scene, 'relapse', '14:00')
    const board = boardOf(scene)
    const look = new Look(board, owed(board, 's19'))
    expect(look.looks).toBeNull()
    expect(look.doing).toBe('in-group')
    expect(look.missing).toBe('looks')
    expect(look.submit()).toBeNull()
  })

  it('T-14 suggests what was done only from a look of the same day or night', () => {
    const scene = round()
    const lookAt = (time: string) => {
      const board = boardOf(scene, {}, time)
      return new Look(board, owed(board, 's24'))
    }
    expect(lookAt('14:05').doing).toBe('pacing')
    expect(lookAt('21:30').doing).toBe('pacing')
    expect(lookAt('22:05').doing).toBeNull()
  })

  it.each([
    ['the first after admission', null, '14:05'],
    ['the first of the night', '21:58', '22:05'],
    ['the first of the day', '05:58', '06:05']
  ])('T-1 asks what they do as well at %s, and takes one tap more', (_, last, now) => {
    const scene = mapleHouse()
    if (last !== null) seen(scene, 's24', at(last, '2026-06-17'), 'own-room', 'pacing')
    const board = boardOf(scene, {}, last === null ? now : at(now, '2026-06-17'))
    const look = new Look(board, owed(board, 's24'))
    expect(look.doing).toBeNull()
    look.looks = 'calm'
    expect(look.missing).toBe('doing')
    look.doing = 'sitting'
    look.submit()
    expect(board.submitted[0]?.fields).toMatchObject({ activity: 'sitting', carried: ['place'] })
  })

  it('T-98 takes two taps where nothing changed, and says what was only confirmed', () => {
    const board = boardOf(round())
    const look = new Look(board, owed(board, 's24'))
    expect(look.missing).toBeNull()
    expect(look.still).toEqual({
      place: 'own-room',
      activity: 'pacing',
      presentation: 'calm',
      seenAt: at('13:47')
    })
    look.submit()
    expect(board.submitted[0]?.fields).toMatchObject({
      presentation: 'calm',
      activity: 'pacing',
      place: 'own-room',
      seenAt: at('14:05'),
      carried: ['place', 'activity', 'presentation']
    })
  })

  it.each([
    ['where', (look: Look) => (look.place = 'hallway' as PlaceId), ['activity']],
    ['doing', (look: Look) => (look.doing = 'sitting'), ['place']]
  ])('T-98 asks how the person looks once %s was tapped', (_, tap, carried) => {
    const board = boardOf(round())
    const look = new Look(board, owed(board, 's24'))
    tap(look)
    expect(look.still).toBeNull()
    expect(look.missing).toBe('looks')
    look.looks = 'calm'
    look.submit()
    expect(board.submitted[0]?.fields).toMatchObject({ presentation: 'calm', carried })
  })

  it('T-106 is of when the person was seen, and then asks how they looked and for no reason', () => {
    const scene = round()
    scene.on('14:02', { type: 'check-in.missed', stay: 's24' as StayId, due: at('14:02'), count: 1 })
    const board = boardOf(scene)
    const look = new Look(board, owed(board, 's24'))
    look.earlier = { at: null }
    expect(look.missing).toBe('time')
    look.earlier = { at: at('13:55') }
    expect(look.missing).toBe('looks')
    look.looks = 'calm'
    look.submit()
    expect(board.submitted[0]?.fields['seenAt']).toBe(at('13:55'))
  })

  it('cannot be sent without a reason where checks were missed', () => {
    const scene = round()
    scene.on('14:02', { type: 'check-in.missed', stay: 's24' as StayId, due: at('14:02'), count: 1 })
    const board = boardOf(scene)
    const look = new Look(board, owed(board, 's24'))
    look.looks = 'calm'
    expect(look.missing).toBe('reason')
    expect(look.submit()).toBeNull()
    look.reason = 'at-alert'
    look.submit()
    expect(board.submitted[0]?.fields['reason']).toBe('at-alert')
  })

  it('T-107 keeps the reason for what was missed, once somebody said it', () => {
    const scene = round()
    const stay = 's24' as StayId
    scene.on('14:02', { type: 'check-in.missed', stay, due: at('14:02'), count: 1 })
    scene.on('14:03', { type: 'check-in.explained', stay, reason: 'short-staffed' }, 'karim')
    const board = boardOf(scene)
    const look = new Look(board, owed(board, 's24'))
    expect(look.missing).toBeNull()
    look.submit()
    expect(board.submitted[0]?.fields['reason']).toBe('short-staffed')
  })

  it('of closed eyes says that breathing was seen, and how', () => {
    const board = boardOf(round())
    const look = new Look(board, owed(board, 's24'))
    look.looks = 'calm'
    look.doing = 'eyes-closed'
    look.method = 'full'
    look.submit()
    expect(board.submitted[0]?.fields).toMatchObject({ breathing: true, method: 'full' })
  })
})
