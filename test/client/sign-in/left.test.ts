import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keptByMember, othersKept } from '../../../client/sign-in/kept.ts'
import { touched, wasLeft } from '../../../client/sign-in/left.ts'
import { give, takeBack } from '../browser.ts'

describe('a page that was closed', () => {
  beforeEach(() => {
    const stored = new Map<string, string>()
    give('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value)
    })
  })
  afterEach(takeBack)

  it('N-9 was left once nobody touched it for as long as it stays open, also where the clock was set back', () => {
    expect(wasLeft(120_000, 5)).toBe(false)
    touched(1_000_000)
    expect(wasLeft(120_000, 1_119_999)).toBe(false)
    expect(wasLeft(120_000, 1_120_000)).toBe(true)
    expect(wasLeft(120_000, 900_000)).toBe(true)
    touched(1_120_000)
    expect(wasLeft(120_000, 1_121_000)).toBe(false)
  })
})

describe('what waits on a device', () => {
  it('N-6 is told of others by how much and whose, and never what', () => {
    const of = (member: string, type: string) => ({ member, fields: { type } })
    const by = keptByMember([
      of('priya', 'check-in.complete'),
      of('dana', 'check-in.complete'),
      of('dana', 'meeting.start')
    ])
    expect(othersKept(by, 'priya')).toEqual({ count: 2, members: ['dana'] })
    expect(othersKept({ priya: { checks: 1, others: 0 } }, 'priya')).toEqual({ count: 0, members: [] })
  })
})
