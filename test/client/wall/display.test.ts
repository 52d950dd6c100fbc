import { describe, expect, it } from 'vitest'
import { displayAddress } from '../../../client/wall/address.ts'
import { few } from '../../../client/wall/few.ts'
import { settingsFrom, usual } from '../../../client/wall/settings.ts'
import { shiftAt } from '../../../client/wall/shift.ts'
import { scaleFor } from '../../../client/wall/shrink.ts'
import { waitOf } from '../../../client/wall/wait.ts'

describe('the address of a display', () => {
  const token = 'maple~wall~corridor~0~c2lnbmF0dXJl'

  it('names the unit and the audience', () => {
    expect(displayAddress(`#${token}`)).toEqual({ unit: 'maple', audience: 'wall', token })
    expect(displayAddress(`#${encodeURIComponent(token)}`)?.token).toBe(token)
    expect(displayAddress('#maple~wall-public~hall~2~x')?.audience).toBe('wall-public')
  })

  it('is none of ours when it is not complete, or asks for an audience that is not a wall', () => {
    for (const hash of ['', '#', '#maple', '#maple~wall', '#~wall~a~0~x', '#maple~charge~a~0~x', '#%E0%A4%A'])
      expect(displayAddress(hash)).toBeNull()
  })
})

describe('the settings of a display', () => {
  it('come from the address first, then from what was kept, then from the usual', () => {
    const query = new URLSearchParams('lang=fr&distance=6')
    expect(settingsFrom(query, { distance: 3, sound: false })).toEqual({
      language: 'fr',
      distance: 6,
      diagonal: usual.diagonal,
      sound: false
    })
    for (const sound of ['on', 'test'])
      expect(settingsFrom(new URLSearchParams({ sound }), { sound: false }).sound).toBe(true)
  })

  it('stay as they were where a value is not allowed', () => {
    const query = new URLSearchParams('lang=de&distance=0&diagonal=ten&sound=loud')
    expect(settingsFrom(query, {})).toEqual(usual)
    expect(settingsFrom(query, { distance: Infinity, diagonal: '55' as never })).toEqual(usual)
  })
})

describe('the place of the sheet', () => {
  it('moves every 10 minutes, by 3 pixels at most, and comes everywhere', () => {
    const places = Array.from({ length: 49 }, (_, i) => shiftAt(i * 600_000))
    for (const { x, y } of places) {
      expect(Math.abs(x)).toBeLessThanOrEqual(3)
      expect(Math.abs(y)).toBeLessThanOrEqual(3)
    }
    expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(49)
    expect(shiftAt(599_999)).toEqual(shiftAt(0))
  })
})

describe('figures', () => {
  it('are rounded up before the time and down after it', () => {
    expect(waitOf(60_001)).toEqual({ value: '2', minutes: true })
    expect(waitOf(1)).toEqual({ value: '1', minutes: true })
    expect(waitOf(0)).toEqual({ value: null, minutes: false })
    expect(waitOf(-59_999).value).toBeNull()
    expect(waitOf(-60_000)).toEqual({ value: '1', minutes: true })
    expect(waitOf(100 * 60_000)).toEqual({ value: '1\u00a0h\u00a040', minutes: false })
  })

  it('keep a line on one line down to the least size', () => {
    expect(scaleFor(500, 1000, 0.6)).toBe(1)
    expect(scaleFor(1250, 1000, 0.6)).toBe(0.8)
    expect(scaleFor(9000, 1000, 0.6)).toBe(0.6)
  })

  it('name as many as fit, always one', () => {
    expect(few(['Wren 3', 'Rook 2', 'Stoat 5'], 16)).toEqual({ named: ['Wren 3', 'Rook 2'], more: 1 })
    expect(few(['A very long alias indeed'], 5)).toEqual({ named: ['A very long alias indeed'], more: 0 })
    expect(few([], 5)).toEqual({ named: [], more: 0 })
  })
})
