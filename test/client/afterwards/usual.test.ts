import { describe, expect, it } from 'vitest'
import { longest, says, tapped, usualFor } from '../../../client/afterwards/usual.ts'
import { alertKindWords } from '../../../shared/words/alert-words.ts'
import type { AlertKind } from '../../../shared/alerts/kind.ts'

describe('what is usually done', () => {
  it('T-66 is offered for every kind, few and never twice', () => {
    for (const kind of Object.keys(alertKindWords) as AlertKind[]) {
      const usual = usualFor({ kind, drill: false })
      expect(usual.length).toBeGreaterThanOrEqual(3)
      expect(usual.length).toBeLessThanOrEqual(5)
      expect(new Set(usual).size).toBe(usual.length)
      expect(usual.join(' ')).not.toMatch(/\d|\bmg\b/)
    }
    expect(usualFor({ kind: 'fire', drill: true }).at(-1)).toBe('Drilled as planned')
  })

  it('T-66 is tapped into the text and out of it, and leaves what was written by hand', () => {
    const text = tapped(tapped('', 'Talked down'), 'Searched')
    expect(text).toBe('Talked down. Searched')
    const written = `${text}. Sat with him until lunch`
    expect(says(written, 'Searched')).toBe(true)
    expect(tapped(written, 'Searched')).toBe('Talked down. Sat with him until lunch')
  })

  it('T-66 is not tapped in beyond what the text may hold', () => {
    const full = 'x'.repeat(longest - 3)
    expect(tapped(full, 'Searched')).toBe(full)
  })
})
