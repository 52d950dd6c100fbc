import { describe, expect, it } from 'vitest'
import { keptByMember } from '../../../client/sign-in/kept.ts'
import { chooseLanguage, chosenLanguage, takeFromDoor } from '../../../client/sign-in/spoken.ts'
import { themeFor } from '../../../client/ui/theme.svelte.ts'

describe('what is kept on a device', () => {
  it('is counted by who entered it, and nothing else of it is told', () => {
    const entry = (member: string, type: string) => ({ member, fields: { type, stay: 'secret' } })
    const by = keptByMember([
      entry('priya', 'check-in.complete'),
      entry('priya', 'check-in.not-found'),
      entry('karim', 'meeting.attend')
    ])
    expect(by).toEqual({ priya: { checks: 2, others: 0 }, karim: { checks: 0, others: 1 } })
    expect(JSON.stringify(by)).not.toContain('secret')
  })
})

function emptyStore() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value)
  }
}

describe('the language of a device', () => {
  it('is the one the member chose here, and serves whoever comes next', () => {
    const store = emptyStore()
    expect(chosenLanguage(store, 'priya')).toBeNull()
    chooseLanguage(store, 'priya', 'fr')
    expect([
      chosenLanguage(store, 'priya'),
      chosenLanguage(store, null),
      chosenLanguage(store, 'karim')
    ]).toEqual(['fr', 'fr', null])
  })
})

describe('a language chosen before signing in', () => {
  it('T-75 becomes that of who signs in, on this device, and of nobody after', () => {
    const store = emptyStore()
    chooseLanguage(store, 'karim', 'en')
    chooseLanguage(store, null, 'fr')
    takeFromDoor(store, 'karim')
    takeFromDoor(store, 'mei')
    expect([chosenLanguage(store, 'karim'), chosenLanguage(store, 'mei')]).toEqual(['fr', null])
  })

  it('T-75 is not what a member chose for themselves', () => {
    const store = emptyStore()
    chooseLanguage(store, 'karim', 'fr')
    takeFromDoor(store, 'mei')
    expect(chosenLanguage(store, 'mei')).toBeNull()
  })
})

describe('the light of a device', () => {
  it('follows the unit’s own clock unless somebody chose', () => {
    expect([themeFor('auto', 22, false), themeFor('auto', 6, false), themeFor('auto', 7, false)]).toEqual([
      'night',
      'night',
      'day'
    ])
    expect(themeFor('auto', null, true)).toBe('night')
    expect(themeFor('day', 23, true)).toBe('day')
    expect(themeFor('contrast', 23, true)).toBe('contrast')
  })
})
