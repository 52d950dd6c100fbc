import { describe, expect, it } from 'vitest'
import { keptByMember } from '../../../client/sign-in/kept.ts'
import { Discreet, hushedFor } from '../../../client/tablet/discreet.svelte.ts'
import { tickFor, tickOf } from '../../../client/tablet/tick.ts'
import type { AlertRow } from '../../../shared/alerts/view.ts'
import type { AlertId, MemberId, PlaceId } from '../../../shared/ids.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { mapleHouse } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'
import { StillBoard } from '../../browser/gallery/still-board.svelte.ts'
import type { Author } from '../../../shared/recorded.ts'

const id = 'alert-one' as AlertId
const priya = 'priya' as MemberId
const helen = 'helen' as MemberId
const here = { hushed: () => [id] }

function duress(by: string | Author = 'priya'): Scene {
  const scene = mapleHouse()
  const what = { kind: 'staff-duress', priority: 'high', silent: true, drill: false, needed: 4 } as const
  const where = { place: 'group-1' as PlaceId, stay: null }
  const how = { ladder: defaultLadder, seenAt: at('14:07') }
  scene.on('14:07', { type: 'alert.raised', alert: id, ...what, ...where, ...how }, by)
  return scene
}

/** What a member finds on the tablet on which it was raised. */
function found(scene: Scene, member: MemberId, now: number | string = '14:08'): string[] {
  const board = new StillBoard(scene.still('Tablet', 'tablet', now))
  return Object.keys(new Discreet(board, member, here).rows.alerts)
}

describe('an alert that was raised in silence', () => {
  it('T-23 is nowhere on the tablet of who raised it, and on every other', () => {
    expect(found(duress(), priya)).toEqual([])
    const board = new StillBoard(duress().still('Tablet', 'tablet', '14:08'))
    expect(Object.keys(new Discreet(board, priya, { hushed: () => [] }).rows.alerts)).toEqual([id])
  })

  it('T-23 is seen by whoever else signs in there', () => {
    expect(found(duress(), helen)).toEqual([id])
  })

  it('T-23 is kept from whoever signs in for five minutes, where the locked device raised it', () => {
    const scene = duress({ kind: 'screen', screen: 'tablet-4' } as unknown as Author)
    expect(found(scene, helen, at('14:07') + hushedFor - 1)).toEqual([])
    expect(found(scene, helen, at('14:07') + hushedFor)).toEqual([id])
  })

  it('T-23 is shown again once it is over', () => {
    const scene = duress()
    scene.on('14:20', { type: 'alert.resolved', alert: id, action: 'he left', notes: 'x' }, 'helen')
    expect(found(scene, priya, '14:21')).toEqual([id])
  })

  it('T-23 is not among what waits to be sent, here or on the locked screen', () => {
    const raise = { type: 'alert.raise', kind: 'staff-duress', place: null, silent: true }
    const sendings = [
      { id, fields: raise, enteredAt: 1, state: { is: 'unsure', tries: 2 } as const },
      { id: 'other', fields: { type: 'check-in.undo' }, enteredAt: 1, state: { is: 'sending' } as const }
    ]
    const board = new StillBoard(mapleHouse().still('Tablet', 'tablet', '14:08', { sendings }))
    expect(new Discreet(board, priya, here).sendings.map(sending => sending.id)).toEqual(['other'])
    expect(keptByMember([{ member: priya, fields: raise }])).toEqual({})
    expect(keptByMember([{ member: priya, fields: { ...raise, silent: false } }])).toEqual({
      priya: { checks: 0, others: 1 }
    })
  })

  it('T-23 leaves a mark by how far it got: on its way, recorded for half an hour, or lost', () => {
    const row = duress().rows('tablet').alerts[id] as AlertRow
    const recorded = { is: 'recorded', at: null } as const
    expect(tickOf(undefined, { is: 'sending' }, 0)).toBe('way')
    expect(tickOf(undefined, { is: 'not-sent' }, tickFor * 2)).toBe('lost')
    expect(tickOf(undefined, { is: 'refused' }, 0)).toBe('lost')
    expect(tickOf(row, recorded, 0)).toBe('recorded')
    expect(tickOf(undefined, recorded, tickFor - 1)).toBe('recorded')
    expect(tickOf(undefined, recorded, tickFor)).toBeNull()
    expect(tickOf({ ...row, situation: 'resolved' }, recorded, 0)).toBeNull()
  })
})
