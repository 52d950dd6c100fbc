import { describe, expect, it } from 'vitest'
import type { MeetingId } from '../../shared/ids.ts'
import { by, given, minute, now, type Asked } from '../support/given.ts'
import {
  dana,
  dayRoom,
  heron,
  jonas,
  mapleHouse,
  mei,
  priya,
  processToday,
  ruth,
  skillsToday
} from '../support/people.ts'

const house = () => given(...mapleHouse)
const give = (facilitator: string | null, fields: object = {}): Asked => {
  return { type: 'meeting.reassign', meeting: processToday, facilitator, ...fields } as Asked
}
const despite = (of: string[], reason = 'Nobody else is here') => ({ despite: { of, reason } })

/** Priya leads the skills group at the same time. */
const doubled = () => {
  const all = house()
  all.when({ type: 'meeting.reassign', meeting: skillsToday, facilitator: priya })
  return all
}

/** The meeting begins in 30 minutes, and Priya goes to an alert. */
const responding = (fields: object = {}) => {
  const all = house()
  const id = '6f1d2c58-0000-4000-8000-00000000a1e7'
  all.when({ type: 'alert.raise', kind: 'medical', place: dayRoom, ...fields }, { by: by(ruth), id })
  all.when({ type: 'alert.acknowledge', alert: id, answer: 'coming' }, { by: by(priya) })
  return all
}

describe('what speaks against a leader', () => {
  it('G-29 is another meeting at the same time: without a reason it is refused, and the other is named', () => {
    const { when } = doubled()
    when(give(priya)).refused('double-booking', { member: priya, meeting: processToday, other: skillsToday })
    when({ type: 'meeting.cancel', meeting: skillsToday, reason: 'No room' })
    when(give(priya)).then({ facilitator: priya })
  })

  it('G-29 is an alert that they go to, where the meeting runs or begins within half an hour', () => {
    responding()
      .when(give(priya), { now: now + minute })
      .refused('responds-now', { member: priya })
    const far = { now: now - minute }
    responding().when(give(priya), far).then({ facilitator: priya })
  })

  it('G-29 is no drill', () => {
    responding({ drill: true })
      .when(give(priya), { now: now + minute })
      .then({ facilitator: priya })
  })

  it('G-29 is somebody whom they watch without a break', () => {
    const { when } = house()
    when({ type: 'stay.set-level', stay: heron, level: 'one-to-one' })
    when({ type: 'watch.take', stay: heron }, { by: by(priya) })
    when(give(priya), { now: now + minute }).refused('watches-somebody', { member: priya, stay: heron })
    const of = ['watches']
    when(give(priya, despite(of)), { now: now + minute }).then({ despite: { of } })
  })

  it('G-30 is overridden with a reason, which is kept with who did it', () => {
    const { board, when } = doubled()
    when(give(priya, despite(['double-booking'])), { by: by(ruth) }).then({
      facilitator: priya,
      despite: { of: ['double-booking'], reason: 'Nobody else is here' }
    })
    expect(board.state.groups.meetings[processToday as MeetingId]?.reassigned).toMatchObject({
      by: ruth,
      from: mei,
      despite: { of: ['double-booking'], reason: 'Nobody else is here' }
    })
  })

  it('G-30 is overridden only as far as it was seen', () => {
    const { when } = responding()
    when({ type: 'meeting.reassign', meeting: skillsToday, facilitator: priya, ...despite(['responds']) })
    when(give(priya, despite(['double-booking'])), { now: now + minute }).refused('responds-now')
    when(give(priya, despite(['double-booking', 'responds'])), { now: now + minute }).then({
      despite: { of: ['responds', 'double-booking'] }
    })
  })

  it('G-30 is not overridden by a reason that nobody sees', () => {
    doubled()
      .when(give(priya, despite(['double-booking'], '\u200b\u2060')))
      .refused('why-needed')
  })

  it('G-30 leaves no reason where nothing spoke against it any more', () => {
    const { board, when } = house()
    when(give(priya, despite(['double-booking']))).then({ facilitator: priya })
    expect(board.state.groups.meetings[processToday as MeetingId]?.reassigned).not.toHaveProperty('despite')
  })

  it.each([
    ['who has no licence in force', jonas, 'credential-not-in-force'],
    ['who is at home', dana, 'off-shift']
  ])('G-30 never overrides %s', (_, member, refusal) => {
    house()
      .when(give(member, despite(['double-booking', 'watches', 'responds'])))
      .refused(refusal as 'off-shift')
  })
})
