import { describe, expect, it } from 'vitest'
import { kindSays } from '../../../client/tablet/also.ts'
import { claimOf } from '../../../client/tablet/claims.ts'
import { asksFor, containedSays } from '../../../client/tablet/contained.ts'
import * as m from '../../../shared/words/compiled/messages.js'
import type { AlertRow } from '../../../shared/alerts/view.ts'
import type { AlertId, MemberId, PlaceId } from '../../../shared/ids.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { mapleHouse } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'

const id = 'alert-one' as AlertId
const [priya, helen] = ['priya', 'helen'] as [MemberId, MemberId]

/** Helen has come to what Karim raised; two more are asked for. */
function there(): Scene {
  const scene = mapleHouse()
  const what = { kind: 'medical', priority: 'high', silent: false, drill: false, needed: 4 } as const
  const where = { place: 'day-room' as PlaceId, stay: null }
  const how = { ladder: defaultLadder, seenAt: at('14:07') }
  scene.on('14:07', { type: 'alert.raised', alert: id, ...what, ...where, ...how }, 'karim')
  scene.on('14:08', { type: 'alert.arrived', alert: id, who: helen }, 'helen')
  return scene
}

function contained(): Scene {
  const scene = there()
  scene.on('14:09', { type: 'alert.contained', alert: id }, 'helen')
  return scene
}

const rowOf = (scene: Scene, audience: 'tablet' | 'locked' = 'tablet'): AlertRow =>
  scene.rows(audience).alerts[id] as AlertRow
const time = (when: number): string => `${(when - at('14:00')) / 60_000} min`

describe('an alert that is contained', () => {
  it('T-30 asks for nobody and takes no screen, also of who has not answered', () => {
    expect(asksFor(rowOf(there()))).toBe(2)
    expect(claimOf(rowOf(there()), priya, new Map())).toBe('whole')
    expect(asksFor(rowOf(contained()))).toBe(0)
    expect(claimOf(rowOf(contained()), priya, new Map())).toBe('strip')
  })

  it('T-30 says by whom and since when; on a locked tablet only since when', () => {
    const { members } = contained().rows('tablet')
    const says = containedSays(rowOf(contained()), members, time)
    expect(says).toBe(`Contained at 9 min by ${members[helen]?.name}`)
    expect(containedSays(rowOf(contained(), 'locked'), members, time)).toBe('Contained at 9 min')
    expect(rowOf(there()).containedBy).toBeNull()
  })
})

describe('what is said of an alert', () => {
  it('T-32 names a drill and a silent one, also in the line beside another', () => {
    const row = rowOf(there())
    expect(kindSays(row)).toBe('Medical emergency')
    expect(kindSays({ ...row, drill: true })).toBe('Drill: Medical emergency')
    expect(kindSays({ ...row, silent: true })).toBe('Medical emergency, silent')
  })

  it('T-33 says what comes next as what comes next, in both languages', () => {
    const next = { who: 'the charge staff', time: '12:48' }
    expect(m.tablet_next_told(next, { locale: 'en' })).toBe('next: the charge staff at 12:48')
    expect(m.tablet_next_told({ who: 'le responsable', time: '12\u00a0h\u00a048' }, { locale: 'fr' })).toBe(
      'ensuite\u00a0: le responsable à 12\u00a0h\u00a048'
    )
  })

  it('T-34 does not offer to take back what no unlocking can take back', () => {
    expect(m.tablet_unlock_to_refine({}, { locale: 'en' })).toBe('Unlock to say who it is or to correct it.')
    expect(m.tablet_unlock_to_refine({}, { locale: 'fr' })).toBe(
      'Déverrouillez pour dire qui c’est ou corriger.'
    )
  })
})
