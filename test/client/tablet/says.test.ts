import { describe, expect, it } from 'vitest'
import { entrySays } from '../../../client/tablet/says.ts'
import { tablet_entry_undo } from '../../../shared/words/compiled/messages.js'
import { mapleHouse } from '../../browser/gallery/maple.ts'

const rows = mapleHouse().rows('tablet')

describe('an entry in words', () => {
  it('T-13 says what was asked for, never as if it were done', () => {
    const undo = { type: 'check-in.undo', stay: 's24', check: 'one' }
    expect(entrySays(undo, rows).what).toBe('undo the check')
    expect(tablet_entry_undo({}, { locale: 'fr' })).toBe('annuler l’observation')
  })

  it('begins with what is most in need of being read: that somebody was not found', () => {
    const { what } = entrySays({ type: 'check-in.not-found', stay: 's24', place: 'day-room' }, rows)
    expect(what).toMatch(/^record as not found, /)
  })

  it('names the look and the place of a check', () => {
    const fields = { type: 'check-in.complete', stay: 's24', place: 'day-room', presentation: 'calm' }
    expect(entrySays(fields, rows).what).toMatch(/^record as seen, .+, calm$/)
  })
})
