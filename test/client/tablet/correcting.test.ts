import { describe, expect, it } from 'vitest'
import { Correcting } from '../../../client/tablet/correcting.svelte.ts'
import { standsSay } from '../../../client/tablet/correcting-says.ts'
import { mayCorrect, timesSay } from '../../../client/tablet/look-says.ts'
import { checkInCommands } from '../../../shared/check-ins/command.ts'
import type { CommandId, MemberId, PlaceId, StayId } from '../../../shared/ids.ts'
import { seen } from '../../browser/gallery/maple.ts'
import { at } from '../../browser/gallery/scene.ts'
import { boardOf, owed, round } from './round-of.ts'

const stay = 's24' as StayId

function begun() {
  const scene = round()
  seen(scene, stay, '13:58', 'day-room', 'sitting', 'calm')
  const { rows } = boardOf(scene)
  const recent = rows.checkIns[stay]?.recent ?? []
  const [check] = recent
  if (!check) throw new Error('no check')
  const person = rows.stays[stay]
  if (!person) throw new Error('nobody')
  return { rows, recent, check, person, draft: new Correcting(check) }
}

describe('a correction', () => {
  it('T-105 asks what was wrong, and then only for that', () => {
    const { draft } = begun()
    expect(draft.missing).toBe('why')
    draft.why = 'wrong-place'
    expect(draft.asks('place')).toBe(true)
    expect(draft.asks('look')).toBe(false)
    expect(draft.missing).toBe('change')
    expect(draft.fields(stay)).toBeNull()
  })

  it('T-105 sends what differs, and points to the check', () => {
    const { draft, check } = begun()
    draft.why = 'wrong-place'
    draft.place = 'hallway' as PlaceId
    const fields = draft.fields(stay)
    expect(fields).toEqual({
      type: 'check-in.correct',
      stay,
      check: check.id,
      reason: 'wrong-place',
      place: 'hallway'
    })
    const asSent = { ...fields, check: '0f9a1c1e-7a55-4b58-9f37-0e3f0f5a0d11' }
    expect(checkInCommands['check-in.correct'].safeParse(asSent).success).toBe(true)
  })

  it('T-105 forgets what was changed before another thing was said to be wrong', () => {
    const { draft } = begun()
    draft.why = 'wrong-look'
    draft.presentation = 'anxious'
    draft.why = 'wrong-time'
    expect(draft.missing).toBe('change')
    draft.seenAt = at('13:50')
    expect(draft.fields(stay)).toMatchObject({ reason: 'wrong-time', seenAt: at('13:50') })
    expect(draft.fields(stay)).not.toHaveProperty('presentation')
    draft.seenAt = null
    expect(draft.missing).toBe('time')
  })

  it('T-105 of closed eyes says that breathing was seen, and how', () => {
    const { draft } = begun()
    draft.why = 'wrong-look'
    draft.activity = 'eyes-closed'
    draft.method = 'full'
    expect(draft.fields(stay)).toMatchObject({ activity: 'eyes-closed', breathing: true, method: 'full' })
  })

  it('T-105 says what will stand', () => {
    const { draft, person, recent, rows } = begun()
    draft.why = 'wrong-place'
    draft.place = 'hallway' as PlaceId
    expect(standsSay(draft, person, recent, rows)).toBe('Then stands: seen 13:58, hallway, sitting, calm.')
    draft.why = 'wrong-person'
    expect(draft.missing).toBeNull()
    expect(draft.fields(stay)).not.toHaveProperty('place')
    expect(standsSay(draft, person, recent, rows)).toBe(
      'Then this check counts as never made, and Xavier Roy as last seen at 13:47.'
    )
    expect(standsSay(draft, person, recent.slice(0, 1), rows)).toBe('Then this check counts as never made.')
  })

  it('T-104 is offered to who made the check, charge staff and directors, for twelve hours', () => {
    const { check, rows } = begun()
    const may = (who: string, now = at('14:05')) => mayCorrect(check, who as MemberId, rows, now)
    expect(['priya', 'ruth', 'aalto', 'karim', 'helen'].map(who => may(who))).toEqual([
      true,
      true,
      true,
      false,
      false
    ])
    expect(may('priya', check.seenAt + 12 * 3_600_000)).toBe(true)
    expect(may('priya', check.seenAt + 12 * 3_600_000 + 1)).toBe(false)
  })

  it('T-104 stands as one, with both times where they differ', () => {
    const scene = round()
    const corrects = scene.state.checkIns.rounds[stay]?.last?.id as CommandId
    const board = boardOf(scene)
    const was = owed(board, stay).check.last
    if (!was) throw new Error('no check')
    const { seenAt, activity, presentation, level, late, reason } = was
    const what = { activity, presentation, level, late, reason, place: 'hallway' as PlaceId }
    const why = 'wrong-place' as const
    scene.on('14:01', { type: 'check-in.corrected', stay, corrects, why, seenAt, ...what }, 'priya')
    const { rows } = boardOf(scene)
    const [first, ...others] = rows.checkIns[stay]?.recent ?? []
    expect(first).toMatchObject({ corrects, place: 'hallway', at: at('14:01') })
    expect(others.map(({ id }) => id)).not.toContain(corrects)
    expect(timesSay(at('13:55'), at('14:05'), rows)).toBe('seen 13:55, entered 14:05')
    expect(timesSay(at('14:05'), at('14:05:40'), rows)).toBe('seen 14:05')
  })
})
