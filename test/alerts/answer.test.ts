import { describe, expect, it } from 'vitest'
import type { MemberId } from '../../shared/ids.ts'
import { by, given, minute, now, screen } from '../support/given.ts'
import { dayRoom, hallway, jonas, leo, mapleHouse, mei, priya, robin, ruth } from '../support/people.ts'
import { alert, answer, arrive, raised, the, withdraw } from './raised.ts'

describe('answering an alert', () => {
  it('A-7 takes "coming" for three minutes, or as long as the unit says', () => {
    raised()
      .when(answer('coming'), { by: by(ruth), now: now + minute })
      .then({ type: 'alert.acknowledged', who: ruth, lapses: now + 4 * minute })
  })

  it('A-7 lets "handled" run out too: it is only a word until somebody is there', () => {
    const board = raised()
      .when(answer('handled'), { by: by(ruth) })
      .then({ answer: 'handled', lapses: now + 3 * minute })
    expect(the(board)).toMatchObject({
      situation: { is: 'acknowledged', by: ruth },
      responders: { [mei]: { is: 'there' } }
    })
  })

  it('A-18 sends whom the answer names', () => {
    raised()
      .when(answer('delegated', { to: leo }), { by: by(ruth) })
      .then({ who: leo, answer: 'delegated' })
  })

  it('A-18 refuses to delegate to nobody, and to who is not of the unit', () => {
    raised()
      .when(answer('delegated'), { by: by(ruth) })
      .refused('member-unknown')
    raised()
      .when(answer('delegated', { to: 'nadia' }), { by: by(ruth) })
      .refused('member-unknown', { member: 'nadia' })
  })

  it('A-10 refuses the same answer twice and says since when it stands', () => {
    const { when } = raised()
    when(answer('coming'), { by: by(ruth), now: now + 1 })
    when(answer('coming'), { by: by(ruth), now: now + minute }).refused('already-answered', {
      by: ruth,
      at: now + 1
    })
  })

  it('A-9 counts from the latest answer', () => {
    const { board, when } = raised()
    when(answer('coming'), { by: by(ruth), now: now + minute })
    when(answer('coming'), { by: by(leo), now: now + 2 * minute })
    expect(the(board)).toMatchObject({ situation: { by: leo, lapses: now + 5 * minute } })
    expect(Object.keys(the(board).responders)).toEqual([mei, ruth, leo])
  })

  it('A-4 does not let the raiser hold the alert alone', () => {
    raised()
      .when(answer('coming'), { by: by(mei) })
      .refused('raised-it', { alert })
    raised()
      .when(arrive, { by: by(mei) })
      .refused('already-answered', { by: mei, at: now })
  })

  it.each([answer('coming'), answer('handled'), answer('delegated', { to: mei })])(
    'A-21 refuses $answer of the raiser, also after stepping back, until somebody else is there',
    said => {
      const { board, when } = raised()
      when(said, { by: by(mei) }).refused('raised-it', { alert })
      when(withdraw, { by: by(mei), now: now + 1 })
      when(said, { by: by(mei), now: now + 2 }).refused('raised-it', { alert })
      when(answer('coming'), { by: by(ruth), now: now + 3 })
      when(said, { by: by(mei), now: now + 4 }).refused('raised-it', { alert })
      expect(the(board)).toMatchObject({ situation: { is: 'acknowledged', by: ruth, since: now + 3 } })
    }
  )

  it('A-21 counts a raiser who steps back and returns as there, and goes on calling', () => {
    const { board, when } = raised()
    when(withdraw, { by: by(mei), now: now + 1 })
    when(arrive, { by: by(mei), now: now + 2 }).then({ type: 'alert.arrived', who: mei })
    expect(the(board)).toMatchObject({
      situation: { is: 'raised', since: now },
      responders: { [mei]: { is: 'there', at: now + 2 } }
    })
    when(arrive, { by: by(mei), now: now + 3 }).refused('already-answered', { by: mei, at: now + 2 })
    when(arrive, { by: by(ruth), now: now + 4 })
    when(withdraw, { by: by(mei), now: now + 5 })
    when(answer('coming'), { by: by(mei), now: now + 6 }).then({ type: 'alert.acknowledged' })
    when(arrive, { by: by(mei), now: now + 7 })
    expect(the(board).situation).toEqual({ is: 'on-scene', by: ruth, since: now + 4 })
  })

  it('A-10 refuses a second "handled" of the same member while the first holds', () => {
    const { when } = raised()
    when(answer('handled'), { by: by(ruth), now: now + 1 })
    when(answer('handled'), { by: by(ruth), now: now + minute }).refused('already-answered', {
      by: ruth,
      at: now + 1
    })
    when(answer('handled'), { by: by(leo), now: now + minute }).then({ type: 'alert.acknowledged' })
  })

  it('A-20 takes an answer from a member only', () => {
    raised().when(answer('coming'), { by: screen }).refused('not-permitted')
  })

  it('A-11 says on scene when somebody arrives, and lets more come', () => {
    const { board, when } = raised()
    when(arrive, { by: by(ruth), now: now + minute }).then({ type: 'alert.arrived', who: ruth })
    when(answer('coming'), { by: by(leo), now: now + 2 * minute })
    expect(the(board)).toMatchObject({
      situation: { is: 'on-scene', by: ruth },
      responders: { [leo]: { is: 'coming' } }
    })
  })

  it('A-11, A-10 refuses to arrive twice, or to call handled what others are at', () => {
    const { when } = raised()
    when(arrive, { by: by(ruth), now: now + 1 })
    when(arrive, { by: by(ruth) }).refused('already-answered', { by: ruth, at: now + 1 })
    when(answer('handled'), { by: by(leo) }).refused('already-answered', { by: ruth, at: now + 1 })
    when(answer('coming'), { by: by(ruth) }).refused('already-answered', { by: ruth })
  })

  it('A-12 stands open again when who answered takes it back', () => {
    const { board, when } = raised()
    when(answer('coming'), { by: by(ruth), now: now + 1 })
    when(withdraw, { by: by(ruth), now: now + minute }).then({ type: 'alert.withdrawn', who: ruth })
    expect(the(board)).toMatchObject({ situation: { is: 'raised', since: now + minute } })
    expect(the(board).responders).not.toHaveProperty(ruth)
  })

  it('A-12 stays on scene while another who was called is there', () => {
    const { board, when } = raised()
    when(arrive, { by: by(leo), now: now + 1 })
    when(arrive, { by: by(ruth), now: now + 2 })
    when(withdraw, { by: by(leo) })
    expect(the(board).situation).toEqual({ is: 'on-scene', by: ruth, since: now + 2 })
    when(withdraw, { by: by(ruth), now: now + 3 })
    expect(the(board).situation).toEqual({ is: 'raised', since: now + 3 })
  })

  it('A-12 changes nothing for the others when one of several takes it back', () => {
    const { board, when } = raised()
    when(answer('coming'), { by: by(ruth), now: now + 1 })
    when(answer('coming'), { by: by(leo), now: now + 2 })
    when(withdraw, { by: by(ruth) })
    expect(the(board)).toMatchObject({ situation: { is: 'acknowledged', by: leo } })
  })

  it('A-12 refuses to take back what was never said', () => {
    raised()
      .when(withdraw, { by: by(jonas) })
      .refused('not-yours')
  })

  it.each(['member.shift-ended', 'member.retired'] as const)(
    'A-23 rests on nobody who has gone: %s takes their answer back',
    type => {
      const { board, when } = raised()
      const goes = (member: MemberId, at: number) => board.record({ type, member }, { now: at })
      when(answer('handled'), { by: by(ruth), now: now + 1 })
      goes(ruth, now + 2)
      expect(the(board).situation).toEqual({ is: 'raised', since: now + 2 })
      when(arrive, { by: by(leo), now: now + 3 })
      when(arrive, { by: by(priya), now: now + 4 })
      goes(leo, now + 5)
      expect(the(board).situation).toEqual({ is: 'on-scene', by: priya, since: now + 4 })
      goes(priya, now + 6)
      expect(the(board).situation).toEqual({ is: 'raised', since: now + 6 })
      goes(mei, now + 7)
      expect(the(board).responders).toEqual({})
      goes(jonas, now + 8)
      expect(the(board).situation).toEqual({ is: 'raised', since: now + 6 })
    }
  )

  it('A-23 leaves an alert that is over as it ended', () => {
    const { board, when } = raised()
    when(arrive, { by: by(ruth), now: now + 1 })
    when({ type: 'alert.resolve', alert, action: 'Talked' }, { by: by(ruth), now: now + 2 })
    const ended = the(board)
    board.record({ type: 'member.shift-ended', member: ruth }, { now: now + 3 })
    expect(the(board)).toBe(ended)
  })

  it('A-13 stands open again when its priority rises, and keeps who comes and who is there', () => {
    const { board, when } = raised()
    when(answer('coming'), { by: by(ruth), now: now + 1 })
    when({ type: 'alert.describe', alert, kind: 'behavioural' }, { by: by(mei), now: now + 2 }).then(
      { type: 'alert.described', priority: 'high', needed: 4 },
      { type: 'alert.reopened' }
    )
    expect(the(board)).toMatchObject({
      situation: { is: 'raised', since: now + 2 },
      responders: { [mei]: { is: 'there' }, [ruth]: { is: 'coming' } }
    })
    when(answer('coming'), { by: by(ruth), now: now + 3 }).then({ type: 'alert.acknowledged', who: ruth })
  })

  it('A-13 stands open again also when people are there already: more are needed', () => {
    const { board, when } = raised()
    when(arrive, { by: by(ruth), now: now + 1 })
    when({ type: 'alert.describe', alert, priority: 'high' }, { by: by(ruth) }).then(
      {},
      { type: 'alert.reopened' }
    )
    when(answer('coming'), { by: by(ruth) }).then({ type: 'alert.acknowledged' })
    expect(the(board).responders[ruth]).toEqual({ is: 'there', at: now + 1, role: null })
    when({ type: 'alert.describe', alert, priority: 'medium' }).then({ type: 'alert.described' })
    when({ type: 'alert.describe', alert, priority: 'high' }).then({}, { type: 'alert.reopened' })
    when(arrive, { by: by(ruth) }).then({ type: 'alert.arrived' })
  })

  it('A-13 is not re-opened by a fall, and not by what leaves the priority alone', () => {
    const { when } = raised({ kind: 'fire' })
    when(answer('coming'), { by: by(ruth) })
    when({ type: 'alert.describe', alert, kind: 'property' }).then({
      type: 'alert.described',
      priority: 'medium'
    })
    when({ type: 'alert.describe', alert, place: hallway }).then({ type: 'alert.described', place: hallway })
  })

  it('A-14 is refined from a locked tablet too: where, who, how many', () => {
    raised({}, screen)
      .when({ type: 'alert.describe', alert, place: hallway, stay: robin, needed: 6 }, { by: screen })
      .then({ type: 'alert.described', place: hallway, stay: robin, needed: 6, priority: 'low' })
  })

  it('A-14 refuses a place and a person that the unit does not have, and what changes nothing; the alert stands', () => {
    const { board, when } = raised()
    when({ type: 'alert.describe', alert, place: 'boiler-room' }).refused('place-unknown', {
      place: 'boiler-room'
    })
    when({ type: 'alert.describe', alert, stay: 'st-gone' }).refused('stay-unknown', { stay: 'st-gone' })
    when({ type: 'alert.describe', alert, place: dayRoom }).refused('no-change')
    expect(the(board)).toMatchObject({ situation: { is: 'raised' }, place: dayRoom })
  })

  it('A-16 is cancelled by who raised it, within two minutes', () => {
    raised()
      .when({ type: 'alert.cancel', alert }, { by: by(mei), now: now + 2 * minute })
      .then({ type: 'alert.cancelled' })
    raised()
      .when({ type: 'alert.cancel', alert }, { by: by(mei), now: now + 2 * minute + 1 })
      .refused('too-late-to-cancel', { until: now + 2 * minute })
  })

  it('A-16 is cancelled by nobody else, and by nobody when a screen raised it', () => {
    raised()
      .when({ type: 'alert.cancel', alert }, { by: by(ruth) })
      .refused('not-the-raiser', { by: mei })
    raised({}, screen)
      .when({ type: 'alert.cancel', alert }, { by: by(ruth) })
      .refused('not-the-raiser', { by: '' })
  })

  it.each([
    ['coming', answer('coming')],
    ['handled', answer('handled')],
    ['there', arrive]
  ])('A-16 is not cancelled once somebody else said "%s"', (_, command) => {
    const { when } = raised()
    when(command, { by: by(priya), now: now + 7 })
    when({ type: 'alert.cancel', alert }, { by: by(mei) }).refused('too-late-to-cancel', {
      by: priya,
      at: now + 7
    })
  })

  it('A-15 is resolved with what was done', () => {
    raised()
      .when({ type: 'alert.resolve', alert, action: '  Talked in the courtyard  ' }, { by: by(ruth) })
      .then({ type: 'alert.resolved', action: 'Talked in the courtyard', notes: null })
    for (const action of [' ', '\u200b'])
      raised().when({ type: 'alert.resolve', alert, action }).refused('action-needed', { alert })
  })

  it('A-15 asks for notes where somebody may have come to harm, but not of a drill', () => {
    const resolve = { type: 'alert.resolve', alert, action: 'Done' } as const
    raised({ kind: 'self-harm' }).when(resolve).refused('notes-needed', { alert })
    raised({ kind: 'self-harm' })
      .when({ ...resolve, notes: ' ' })
      .refused('notes-needed', { alert })
    raised({ kind: 'self-harm' })
      .when({ ...resolve, notes: 'Wound cleaned' })
      .then({ notes: 'Wound cleaned' })
    raised({ kind: 'self-harm', drill: true }).when(resolve).then({ type: 'alert.resolved' })
  })

  it.each([
    answer('coming'),
    arrive,
    withdraw,
    { type: 'alert.describe', alert, kind: 'fire' } as const,
    { type: 'alert.cancel', alert } as const,
    { type: 'alert.resolve', alert, action: 'Again' } as const
  ])('A-17 refuses $type on an alert that is over, saying who ended it and when', command => {
    const { when } = raised()
    when({ type: 'alert.resolve', alert, action: 'Talked' }, { by: by(ruth), now: now + 9 })
    when(command, { by: by(mei) }).refused('alert-over', { alert, by: ruth, at: now + 9 })
    given(...mapleHouse)
      .when(command)
      .refused('alert-unknown', { alert })
  })

  it('A-19 keeps a closed alert twelve hours, and one that is not closed for ever', () => {
    const { board, when } = raised()
    const again = (at: number, id: string) =>
      when({ type: 'alert.raise', kind: 'fire', place: null }, { now: at, id })
    when({ type: 'alert.resolve', alert, action: 'Talked' }, { now })
    again(now + 24 * 60 * minute, 'finger-lifted-2')
    expect(Object.keys(board.state.alerts.alerts)).toEqual([alert, 'finger-lifted-2'])
    when({ type: 'alert.close', alert }, { now: now + 24 * 60 * minute })
    again(now + 36 * 60 * minute - 1, 'finger-lifted-3')
    expect(Object.keys(board.state.alerts.alerts)).toEqual([alert, 'finger-lifted-2', 'finger-lifted-3'])
    again(now + 48 * 60 * minute, 'finger-lifted-4')
    expect(Object.keys(board.state.alerts.alerts)).toEqual([
      'finger-lifted-2',
      'finger-lifted-3',
      'finger-lifted-4'
    ])
  })
})
