import { describe, expect, it } from 'vitest'
import { lateAfter, overtaken, sentLate } from '../../../client/tablet/sent-late.ts'
import type { Rows } from '../../../shared/rows.ts'

const look = {
  id: 'mine',
  fields: { type: 'check-in.complete', stay: 's1', seenAt: 5_000 },
  enteredAt: 6_000
}

describe('what went out late', () => {
  it('N-5 is told from a minute on, with when the person was seen and when it was recorded', () => {
    expect(sentLate(look, 6_000 + lateAfter - 1)).toBeNull()
    expect(sentLate(look, 6_000 + lateAfter)).toEqual({
      id: 'mine',
      stay: 's1',
      seenAt: 5_000,
      recordedAt: 66_000
    })
    expect(sentLate({ ...look, fields: { type: 'alert.arrive' } }, 600_000)).toBeNull()
    expect(sentLate({ ...look, fields: { type: 'meeting.start' } }, 600_000)?.stay).toBeNull()
  })

  it('N-5 says where somebody had looked later, and not what was seen since', () => {
    const late = [sentLate(look, 600_000)].flatMap(one => one ?? [])
    const rows = (last: object | null) =>
      ({ checkIns: { s1: { last } } }) as unknown as Pick<Rows, 'checkIns'>
    expect(overtaken(late, rows({ id: 'theirs', seenAt: 9_000, at: 9_000 }))).toEqual(late)
    expect(overtaken(late, rows({ id: 'theirs', seenAt: 700_000, at: 700_000 }))).toEqual([])
    expect(overtaken(late, rows({ id: 'mine', seenAt: 5_000, at: 600_000 }))).toEqual([])
    expect(overtaken(late, rows(null))).toEqual([])
  })
})
