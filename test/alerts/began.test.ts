import { describe, expect, it } from 'vitest'
import { beganAt } from '../../shared/alerts/began.ts'
import { by, minute, now } from '../support/given.ts'
import { leo, ruth } from '../support/people.ts'
import { raised, reopen, resolve, the } from './raised.ts'

describe('when an alert began', () => {
  it('A-61 is when it was recorded, where it was seen at most five seconds before', () => {
    for (const seenAt of [now, now - 5_000, now + 9])
      expect(beganAt({ raisedAt: now, seenAt, ladderFrom: now })).toBe(now)
  })

  it('A-61 is when it was seen, where it was recorded later than that', () => {
    const { board } = raised({ seenAt: now - 5_001 })
    expect(beganAt(the(board))).toBe(now - 5_001)
  })

  it('A-61 is when it began again, also where it had come late', () => {
    const { board, when } = raised({ seenAt: now - 20 * minute })
    when(resolve, { by: by(ruth), now: now + minute })
    expect(beganAt(the(board))).toBe(now - 20 * minute)
    when(reopen, { by: by(leo), now: now + 9 * minute })
    expect(beganAt(the(board))).toBe(now + 9 * minute)
  })
})
