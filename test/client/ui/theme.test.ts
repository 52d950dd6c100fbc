import { describe, expect, it } from 'vitest'
import { themeFor } from '../../../client/ui/theme.svelte.ts'

describe('the light of a screen', () => {
  it('is the one that was chosen, else by the unit’s own hour', () => {
    expect(themeFor('contrast', 2, true)).toBe('contrast')
    expect([20, 21, 6, 7].map(hour => themeFor('auto', hour, false))).toEqual([
      'day',
      'night',
      'night',
      'day'
    ])
    expect(themeFor('auto', 12, true)).toBe('night')
  })

  it('stays as it was while the hour is not known, so that nobody is dazzled at night', () => {
    expect(themeFor('auto', null, false, 'night')).toBe('night')
    expect(themeFor('auto', null, false)).toBe('day')
    expect(themeFor('auto', 14, false, 'night')).toBe('day')
    expect(themeFor('day', null, false, 'night')).toBe('day')
  })

  it('is dark where the device asks for it, whatever was shown last', () => {
    expect(themeFor('auto', null, true, 'day')).toBe('night')
  })
})
