import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Draft } from '../../../client/afterwards/draft.svelte.ts'
import type { AlertId, MemberId } from '../../../shared/ids.ts'
import { give, takeBack } from '../browser.ts'

const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  give('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key)
  })
})
afterEach(takeBack)

const draftOf = (member: string) => new Draft(member as MemberId, 'a1' as AlertId, 'resolve')

describe('what was written and is not recorded yet', () => {
  it('T-67 outlives the page, for who wrote it and nobody else', () => {
    draftOf('priya').write('notes', 'He had not slept.')
    expect(draftOf('priya').text('notes')).toBe('He had not slept.')
    expect(draftOf('karim').text('notes')).toBe('')
  })

  it('T-67 is let go once it is recorded, or when nothing is left of it', () => {
    const draft = draftOf('priya')
    draft.write('notes', 'He had not slept.')
    draft.done()
    expect([draft.text('notes'), kept.size]).toEqual(['', 0])
    draft.write('notes', 'x')
    draft.write('notes', '')
    expect(kept.size).toBe(0)
  })

  it('T-67 is still written where the device refuses to keep it, or kept something else', () => {
    give('sessionStorage', undefined)
    const draft = draftOf('priya')
    draft.write('notes', 'x')
    expect(draft.text('notes')).toBe('x')
    give('sessionStorage', { getItem: () => '[3' })
    expect(draftOf('priya').text('notes')).toBe('')
  })
})
