import { describe, expect, it } from 'vitest'
import { alarms } from '../../../client/wall/alarms.ts'
import { cueOf, volumeOf } from '../../../client/wall/cue.ts'
import type { AlertRow } from '../../../shared/alerts/view.ts'
import type { AlertId, MemberId } from '../../../shared/ids.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'

let next = 0
function alert(fields: Partial<AlertRow>): AlertRow {
  return {
    id: `a${++next}` as AlertId,
    kind: 'medical',
    priority: 'high',
    place: null,
    silent: false,
    drill: false,
    raisedAt: 1_000_000,
    seenAt: 1_000_000,
    raisedSeq: next,
    situation: 'raised',
    since: 1_000_000,
    needed: 4,
    ladder: defaultLadder,
    told: 1,
    ladderFrom: 1_000_000,
    coming: 0,
    there: 1,
    times: 1,
    into: null,
    unshown: false,
    stay: null,
    raisedBy: null,
    raisers: [],
    responders: {},
    called: [],
    declined: [],
    lapsed: [],
    answer: null,
    endedBy: null,
    containedBy: null,
    action: null,
    resolvedAt: null,
    reached: null,
    notices: null,
    shown: null,
    owed: null,
    restraints: null,
    ...(fields.raisedAt !== undefined && { since: fields.raisedAt, ladderFrom: fields.raisedAt }),
    ...fields
  }
}

const open = (...rows: AlertRow[]) => alarms({ alerts: Object.fromEntries(rows.map(row => [row.id, row])) })
const order = (...rows: AlertRow[]) => open(...rows).map(({ row }) => row.id)

describe('open alerts', () => {
  it('X-1 leave out what is over', () => {
    expect(open(alert({ situation: 'resolved' }), alert({ situation: 'cancelled' }))).toEqual([])
  })

  it('X-1 put who needs people first, then the newest', () => {
    const held = alert({ there: 4, raisedAt: 3_000_000 })
    const old = alert({ there: 1 })
    const fresh = alert({ there: 1, raisedAt: 2_000_000 })
    expect(order(held, old, fresh)).toEqual([fresh.id, old.id, held.id])
  })

  it('X-1 never put a lesser alert before a high one, whatever it needs', () => {
    const held = alert({ there: 4 })
    const medium = alert({ priority: 'medium', needed: 2, there: 0, raisedAt: 9_000_000 })
    const low = alert({ priority: 'low', needed: 2, there: 0, raisedAt: 9_000_000 })
    expect(order(low, medium, held)).toEqual([held.id, medium.id, low.id])
  })

  it('X-1 put the real before a drill, and what is contained after what is not', () => {
    const drill = alert({ drill: true, there: 0, raisedAt: 9_000_000 })
    const contained = alert({ situation: 'contained', there: 0, raisedAt: 8_000_000 })
    const held = alert({ there: 4 })
    expect(order(drill, contained, held)).toEqual([held.id, contained.id, drill.id])
  })

  it('X-5 ask for nobody once they are contained', () => {
    expect(open(alert({ situation: 'contained', there: 1 }))[0]).toMatchObject({
      missing: 0,
      contained: true
    })
  })

  it('X-6 have a clock that counts from when they began, where they came late, or began again', () => {
    expect(open(alert({}))[0]?.from).toEqual({ at: 1_000_000, is: 'raised' })
    expect(open(alert({ seenAt: 900_000 }))[0]?.from).toEqual({ at: 900_000, is: 'late' })
    expect(open(alert({ seenAt: 990_000 }))[0]?.from).toEqual({ at: 990_000, is: 'raised' })
    expect(open(alert({ seenAt: 996_000 }))[0]?.from).toEqual({ at: 1_000_000, is: 'raised' })
    expect(open(alert({ ladderFrom: 5_000_000, since: 5_000_000 }))[0]?.from).toEqual({
      at: 5_000_000,
      is: 'again'
    })
  })

  it('X-8 call with their mark until somebody answers, silent ones never', () => {
    const calls = (fields: Partial<AlertRow>) => open(alert(fields))[0]?.calls
    expect(calls({})).toBe(true)
    expect(calls({ situation: 'acknowledged' })).toBe(false)
    expect(calls({ silent: true })).toBe(false)
  })

  it('count who is still needed, never below none', () => {
    expect(open(alert({ there: 2, coming: 1 }))[0]?.missing).toBe(1)
    expect(open(alert({ there: 4, coming: 3 }))[0]?.missing).toBe(0)
  })

  it('say what the ladder does next, until somebody answers', () => {
    expect(open(alert({ told: 2 }))[0]?.next).toEqual({ is: 'tells', whom: 'director', at: 1_300_000 })
    expect(open(alert({ told: 4 }))[0]?.next).toEqual({ is: 'nothing' })
    const answer = { by: 'm' as MemberId, answer: 'coming' as const, lapses: 5_000_000 }
    expect(open(alert({ situation: 'acknowledged', answer }))[0]?.next).toEqual({
      is: 'lapses',
      at: 5_000_000
    })
    expect(open(alert({ situation: 'on-scene' }))[0]?.next).toEqual({ is: 'nothing' })
  })
})

describe('what is heard', () => {
  it('X-9 is the loudest that nobody has answered, every 10 s', () => {
    const cue = cueOf(open(alert({ priority: 'low' }), alert({}), alert({ priority: 'medium' })))
    expect(cue).toMatchObject({ voice: 'high', every: 10 })
    expect(cueOf(open(alert({ priority: 'low' })))).toMatchObject({ voice: 'low', every: 10 })
  })

  it('X-9 stops at the answer, and begins again when it lapses', () => {
    const raised = alert({})
    const first = cueOf(open(raised))
    expect(cueOf(open({ ...raised, situation: 'acknowledged' }))).toBeNull()
    const again = cueOf(open({ ...raised, since: raised.since + 180_000 }))
    expect(again?.key).not.toBe(first?.key)
  })

  it('X-8 is never a silent alert', () => {
    expect(cueOf(open(alert({ silent: true })))).toBeNull()
  })

  it('X-6 does not sound as new what arrived late, unless it comes to stand open again', () => {
    const late = alert({ seenAt: 0 })
    expect(cueOf(open(late))).toMatchObject({ voice: 'late', every: null })
    expect(cueOf(open(late, alert({ priority: 'low' })))?.voice).toBe('low')
    expect(cueOf(open({ ...late, since: late.since + 180_000 }))?.voice).toBe('high')
  })

  it('X-9 goes on unchanged while nothing new is to be heard, and gets louder', () => {
    const raised = alert({})
    expect(cueOf(open({ ...raised, told: 3 }))?.key).toBe(cueOf(open(raised))?.key)
    expect([0, 1, 2, 9].map(volumeOf)).toEqual([0.5, 0.75, 1, 1])
  })
})
