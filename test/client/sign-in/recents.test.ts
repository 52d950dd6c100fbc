import { describe, expect, it } from 'vitest'
import { forget, recents, recentsKept, remember, type Store } from '../../../client/sign-in/recents.ts'
import type { MemberId, UnitId } from '../../../shared/ids.ts'

const unit = 'maple' as UnitId
const day = 24 * 3_600_000
const now = Date.UTC(2026, 5, 16)

function store(): Store & Map<string, string> {
  const kept = new Map<string, string>()
  return Object.assign(kept, {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value)
  })
}

const one = (member: string, at = now) => ({ member: member as MemberId, name: member.toUpperCase(), at })
const names = (kept: Store, of = unit) => recents(kept, of).map(({ member }) => member)

describe('members of this device', () => {
  it('come newest first, each once', () => {
    const kept = store()
    for (const member of ['a', 'b', 'a']) remember(kept, unit, one(member))
    expect(names(kept)).toEqual(['a', 'b'])
  })

  it('are few, and forgotten after four weeks', () => {
    const kept = store()
    remember(kept, unit, one('old', now - 29 * day))
    for (let i = 0; i < recentsKept + 2; i++) remember(kept, unit, one(`m${i}`))
    expect(names(kept)).toHaveLength(recentsKept)
    expect(names(kept)).not.toContain('old')
  })

  it('are of one unit only, and can be removed', () => {
    const kept = store()
    remember(kept, unit, one('a'))
    remember(kept, 'cedar' as UnitId, one('b'))
    forget(kept, unit, 'a' as MemberId)
    expect([names(kept), names(kept, 'cedar' as UnitId)]).toEqual([[], ['b']])
  })

  it('are nobody where the storage holds something else, or none can be had', () => {
    const kept = store()
    kept.setItem('milieu:recents:maple', '{"a":1}')
    expect(recents(kept, unit)).toEqual([])
    kept.setItem('milieu:recents:maple', '[{"member":1}]')
    expect(recents(kept, unit)).toEqual([])
    const full: Store = {
      getItem: () => null,
      setItem: () => {
        throw new Error('quota')
      }
    }
    expect(() => remember(full, unit, one('a'))).not.toThrow()
  })
})
