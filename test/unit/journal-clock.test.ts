import { describe, expect, it } from 'vitest'
import { JournalClock } from '../../server/unit/journal-clock.ts'
import { Recent } from '../../server/unit/recent.ts'

describe('the clock of the journal, as a node knows it', () => {
  it('U-14 goes on between answers, and an answer that came slowly moves nothing back', () => {
    let elapsed = 1_000
    const clock = new JournalClock(() => elapsed)
    expect(clock.now).toBe(0)
    clock.hear(50_000)
    elapsed += 400
    expect(clock.now).toBe(50_400)
    clock.hear(50_100) // said at 50 100, heard 300 ms later
    expect(clock.now).toBe(50_400)
    clock.hear(50_700)
    expect(clock.now).toBe(50_700)
  })

  it('U-14 follows a clock that was set back', () => {
    const clock = new JournalClock(() => 0)
    clock.hear(100_000)
    clock.hear(40_000)
    expect(clock.now).toBe(40_000)
  })
})

describe('recent states', () => {
  it('U-10 are there by seq, the last so many of them', () => {
    const recent = new Recent<string>(3)
    for (const seq of [7, 8, 9, 10]) recent.put(seq, `at ${seq}`)
    expect([6, 7, 8, 9, 10, 11].map(seq => recent.at(seq))).toEqual([
      undefined,
      undefined,
      'at 8',
      'at 9',
      'at 10',
      undefined
    ])
    recent.clear()
    expect(recent.at(9)).toBeUndefined()
  })
})
