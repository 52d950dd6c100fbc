import { describe, expect, it } from 'vitest'
import { freshId } from '../../../client/live/fresh-id.ts'

describe('the id of a new entry', () => {
  it('is a version 4 UUID', () => {
    const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/
    for (let i = 0; i < 200; i++) expect(freshId()).toMatch(uuid)
  })

  it('says its random bytes and the version, and nothing else', () => {
    expect(freshId(new Uint8Array(16))).toBe('00000000-0000-4000-8000-000000000000')
    expect(freshId(new Uint8Array(16).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
  })
})
