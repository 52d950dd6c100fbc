import { describe, expect, it } from 'vitest'
import { mayTry, pinKeyOf, pinLongest, typed } from '../../../client/sign-in/pin.ts'

describe('a PIN being typed', () => {
  it('grows by digits, loses its last by back, and all by clear', () => {
    expect(typed('12', '3')).toBe('123')
    expect(typed('123', 'back')).toBe('12')
    expect(typed('', 'back')).toBe('')
    expect(typed('123', 'clear')).toBe('')
  })

  it('grows no longer than a PIN can be', () => {
    const full = '1'.repeat(pinLongest)
    expect(typed(full, '2')).toBe(full)
  })

  it('may be tried from four digits', () => {
    expect([mayTry('123'), mayTry('1234'), mayTry('123456')]).toEqual([false, true, true])
  })

  it('knows the keys of a keyboard, and lets all others be', () => {
    expect(['7', 'Backspace', 'Escape', 'Enter'].map(pinKeyOf)).toEqual(['7', 'back', 'clear', 'enter'])
    expect(['a', 'Tab', 'F5', '٣', '12'].map(pinKeyOf)).toEqual([null, null, null, null, null])
  })
})
