import { describe, expect, it } from 'vitest'
import { attestation, missedIn } from '../../../client/groups/attesting.ts'
import type { PullOut } from '../../../client/groups/collisions.ts'
import { inPlace, shownOf } from '../../../client/groups/in-place.ts'
import type { MeetingRow } from '../../../shared/groups/view.ts'
import type { CheckInRow } from '../../../shared/check-ins/view.ts'
import type { StayId } from '../../../shared/ids.ts'
import { meetingId } from '../../browser/gallery/maple.ts'
import { at } from '../../browser/gallery/scene.ts'
import { afternoon } from '../../browser/gallery/tablet-scenes.ts'

const samir = 's19' as StayId
const rows = afternoon().rows('tablet')

function inGroup(): [MeetingRow, CheckInRow] {
  const [meeting, check] = [rows.meetings[meetingId('relapse')], rows.checkIns[samir]]
  if (!meeting || !check) throw new Error('Samir is in no group')
  return [meeting, check]
}

describe('attesting somebody of whom checks were missed', () => {
  const [meeting, check] = inGroup()
  const missed = (due: string, more: Partial<CheckInRow> = {}) =>
    missedIn(meeting, { ...check, missed: 1, reason: null, due: at(due), ...more })

  it('T-118 has the group as the reason where it fell due since the group began with them', () => {
    expect([meeting.since, meeting.roster?.[samir]]).toEqual([at('13:30'), 'present'])
    expect(missed('13:45')).toBe('in-group')
    const seenAt = at('14:05')
    const said = { meeting, stay: samir, presentation: 'calm', seenAt, pass: 'p' }
    expect(attestation({ ...said, missed: 'in-group' })).toMatchObject({ reason: 'in-group' })
    expect(attestation({ ...said, missed: null })).not.toHaveProperty('reason')
  })

  it('T-118 asks why where it had fallen due before, or they came late, or are not in it', () => {
    expect([missed('13:20'), missed('13:30')]).toEqual(['ask', 'ask'])
    const come = (attendance: 'late' | 'expected') => ({ ...meeting, roster: { [samir]: attendance } })
    const owed = { ...check, missed: 1, reason: null, due: at('13:45') }
    expect([missedIn(come('late'), owed), missedIn(come('expected'), owed)]).toEqual(['ask', 'ask'])
    expect(missedIn({ ...meeting, situation: 'scheduled', since: null }, owed)).toBe('ask')
  })

  it('T-118 asks nothing where nothing was missed, or it was said why', () => {
    expect(missed('13:20', { missed: 0 })).toBeNull()
    expect(missed('13:20', { reason: 'short-staffed' })).toBeNull()
    expect(missedIn(meeting, undefined)).toBeNull()
  })
})

describe('the list of whom to bring out, while it is in view', () => {
  const owed = (stay: string, nearness: PullOut['nearness'] = 'ten'): PullOut => ({
    ...{ stay: stay as StayId, due: at('14:10'), is: 'check', nearness, pass: 0 }
  })
  const first = inPlace([], [owed('a', 'late'), owed('b'), owed('c', 'hour')])
  const places = (listed: ReturnType<typeof inPlace>) => listed.map(({ stay, over }) => [stay, over])

  it('T-118 keeps everybody in place: who was attested, who is owed nothing any more, who comes to it', () => {
    const next = inPlace(first, [owed('d', 'late'), owed('b'), owed('a', 'hour')])
    expect(places(next)).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
      ['d', false]
    ])
    expect(next[0]?.nearness).toBe('hour')
    expect(places(inPlace(next, [owed('c')]))[2]).toEqual(['c', false])
  })

  it('T-118 shows whoever presses, and never fewer than before', () => {
    expect([shownOf(first, 0, 1), shownOf(first, 3, 1), shownOf(first, 0, 4)]).toEqual([2, 3, 4])
    expect(shownOf(inPlace(first, []), 0, 1)).toBe(1)
    expect(shownOf(inPlace(first, [owed('d', 'late')]), 0, 1)).toBe(4)
  })
})
