import { describe, expect, it } from 'vitest'
import { Sending } from '../../../client/live/sending.svelte.ts'
import {
  mayClose,
  notSentAfter,
  sentState,
  shownNowhere,
  shownOn,
  silentAfter
} from '../../../client/tablet/chain.ts'
import { openAlerts, stillNeeded } from '../../../client/alerts/open-alerts.ts'
import { claimOf, leftBehind, loudness, toldByDeclining } from '../../../client/tablet/claims.ts'
import { loudestOf, soundsFor } from '../../../client/tablet/sounding.ts'
import type { AlertRow } from '../../../shared/alerts/view.ts'
import { shownWithin } from '../../../shared/alerts/within.ts'
import type { AlertId, MemberId, MeetingId, PlaceId } from '../../../shared/ids.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { checksDue, lastSeenBy, soonDue, watchedBy } from '../../../client/tablet/leaving.ts'
import type { Rows } from '../../../shared/rows.ts'
import { mapleHouse, meetingId, running, seen } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'
import { watchingStates } from '../../browser/gallery/watching-states.ts'

const id = 'alert-one' as AlertId
const priya = 'priya' as MemberId
const helen = 'helen' as MemberId

function raised(more: { by?: string; priority?: 'high' | 'medium' | 'low'; needed?: number } = {}): Scene {
  const { by = 'karim', priority = 'high', needed = 4 } = more
  const scene = mapleHouse()
  const where = { place: 'day-room' as PlaceId, stay: null }
  const how = { silent: false, drill: false, needed, ladder: defaultLadder, seenAt: at('14:07') }
  scene.on('14:07', { type: 'alert.raised', alert: id, kind: 'medical', priority, ...where, ...how }, by)
  return scene
}

function answered(scene: Scene, who: string, time = '14:08'): Scene {
  const lapses = at(time) + 180_000
  scene.on(
    time,
    { type: 'alert.acknowledged', alert: id, answer: 'coming', who: who as MemberId, lapses },
    who
  )
  return scene
}

const rowOf = (scene: Scene): AlertRow => scene.rows('tablet').alerts[id] as AlertRow

describe('what the raiser is told', () => {
  it('T-3 is sending, and not sent once there has been no receipt for three seconds', () => {
    expect(sentState(undefined, { is: 'sending' }, notSentAfter - 1)).toEqual({ is: 'sending' })
    expect(sentState(undefined, { is: 'sending' }, notSentAfter)).toEqual({ is: 'not-sent' })
    expect(sentState(undefined, { is: 'unsure', tries: 9 }, notSentAfter)).toEqual({ is: 'not-sent' })
  })

  it('T-3 is not sent either where nothing sends it any more', () => {
    expect(sentState(undefined, undefined, notSentAfter)).toEqual({ is: 'not-sent' })
  })

  it('T-3 is waited for by the clock of the device, which runs before the unit’s is known', () => {
    const before = performance.now()
    const { startedAt } = new Sending('one', { type: 'alert.raise' }, Date.now())
    expect(startedAt).toBeGreaterThanOrEqual(before)
    expect(startedAt).toBeLessThanOrEqual(performance.now())
  })

  it('T-3 is recorded with a receipt, and when once the row is there', () => {
    const receipt = { is: 'recorded', position: { epoch: 'e', seq: 9 }, repeated: false } as const
    expect(sentState(undefined, receipt, 90_000)).toEqual({ is: 'recorded', at: null })
    expect(sentState(rowOf(raised()), undefined, 90_000)).toEqual({ is: 'recorded', at: at('14:07') })
  })

  it('T-3 is refused, and never taken for sent', () => {
    const no = { is: 'refused', refusal: 'not-signed-in', says: {} } as const
    expect(sentState(undefined, no, 100)).toEqual({ is: 'refused' })
  })

  it('T-12 and T-28 can be closed in every state where the tablet is locked, and by a member once it is not sent', () => {
    const all = [
      { is: 'sending' },
      { is: 'not-sent' },
      { is: 'refused' },
      { is: 'recorded', at: null }
    ] as const
    expect(all.map(sent => mayClose(true, sent))).toEqual([true, true, true, true])
    expect(all.map(sent => mayClose(false, sent))).toEqual([false, true, true, true])
  })

  it('T-4 counts the displays that the unit recorded as showing it, of those that may', () => {
    const scene = raised()
    const one = { alert: id, screen: 'a', audience: 'wall', sounded: false } as const
    scene.on('14:07', { type: 'alert.shown', ...one }, { kind: 'clock' })
    const row = rowOf(scene)
    const screens = [
      { name: 'a', audience: 'wall', seq: row.raisedSeq, ago: 90_000 },
      { name: 'b', audience: 'wall', seq: row.raisedSeq + 7, ago: 0 },
      { name: 'e', audience: 'wall-public', seq: row.raisedSeq + 7, ago: 0 }
    ] as const
    expect(shownOn(row, [...screens])).toEqual({ shown: 1, of: 2 })
    expect(shownOn(row, [])).toEqual({ shown: 1, of: 1 })
    scene.on('14:20', { type: 'alert.resolved', alert: id, action: 'first aid', notes: null }, 'helen')
    scene.on('14:50', { type: 'alert.raised-again', alert: id, reason: 'it goes on', members: [] }, 'helen')
    expect(shownOn(rowOf(scene), [...screens])).toEqual({ shown: 0, of: 2 })
  })

  it('T-4 counts on a locked tablet who says that they have painted it, and nothing once it began again', () => {
    const scene = raised()
    const locked = (): AlertRow => scene.rows('locked').alerts[id] as AlertRow
    const seq = locked().raisedSeq
    const screens = [
      { name: 'a', audience: 'wall', seq, ago: 0 },
      { name: 'b', audience: 'wall', seq: seq + 7, ago: silentAfter - 1 },
      { name: 'c', audience: 'wall', seq: seq - 1, ago: 0 },
      { name: 'd', audience: 'wall', seq: seq + 7, ago: silentAfter },
      { name: 'e', audience: 'wall-public', seq: seq + 7, ago: 0 }
    ] as const
    expect(shownOn(locked(), [...screens])).toEqual({ shown: 2, of: 4 })
    scene.on('14:20', { type: 'alert.resolved', alert: id, action: 'first aid', notes: null }, 'helen')
    scene.on('14:50', { type: 'alert.raised-again', alert: id, reason: 'it goes on', members: [] }, 'helen')
    expect(shownOn(locked(), [...screens])).toBeNull()
    expect(shownNowhere(locked(), [...screens], at('14:51'))).toBe(false)
    scene.on('14:50', { type: 'alert.unshown', alert: id }, { kind: 'clock' })
    expect(shownNowhere(locked(), [...screens], at('14:51'))).toBe(true)
  })

  it('T-5 says that no screen shows it when the unit does or five seconds after it began, never beside one', () => {
    const scene = raised()
    const row = rowOf(scene)
    const painted = [{ name: 'a', audience: 'wall', seq: row.raisedSeq + 9, ago: 0 }] as const
    expect(shownNowhere(row, [...painted], row.raisedAt + shownWithin - 1)).toBe(false)
    expect(shownNowhere(row, [...painted], row.raisedAt + shownWithin)).toBe(true)
    scene.on('14:07', { type: 'alert.unshown', alert: id }, { kind: 'clock' })
    expect(shownNowhere(rowOf(scene), [], row.raisedAt)).toBe(true)
    const one = { alert: id, screen: 'a', audience: 'wall', sounded: false } as const
    scene.on('14:08', { type: 'alert.shown', ...one }, { kind: 'clock' })
    expect(shownNowhere(rowOf(scene), [], row.raisedAt + 60_000)).toBe(false)
  })

  it('T-8 counts who is still needed, the raiser included', () => {
    expect(stillNeeded(rowOf(raised()))).toBe(3)
    expect(stillNeeded(rowOf(answered(answered(raised(), 'helen'), 'priya')))).toBe(1)
    expect(stillNeeded(rowOf(answered(raised({ needed: 2 }), 'helen')))).toBe(0)
  })
})

describe('how much of a screen an alert takes', () => {
  const none = new Map<string, string>()

  it('T-10 takes the whole screen until this member has answered', () => {
    const scene = raised()
    expect(claimOf(rowOf(scene), priya, none)).toBe('whole')
    expect(claimOf(rowOf(answered(scene, 'helen')), priya, none)).toBe('whole')
    expect(claimOf(rowOf(answered(scene, 'priya')), priya, none)).toBe('strip')
  })

  it('T-10 lets go when this member said that it is handled, until that answer runs out', () => {
    const scene = raised()
    const answer = { type: 'alert.acknowledged', alert: id, answer: 'handled', who: priya } as const
    scene.on('14:08', { ...answer, lapses: at('14:11') }, 'priya')
    expect(claimOf(rowOf(scene), priya, none)).toBe('strip')
    expect(claimOf(rowOf(scene), helen, none)).toBe('whole')
    scene.on('14:11', { type: 'alert.lapsed', alert: id }, { kind: 'clock' })
    expect(claimOf(rowOf(scene), priya, none)).toBe('whole')
  })

  it('T-10 lets go when this member handed it on, for as long as the other comes or is there', () => {
    const scene = raised()
    const answer = { type: 'alert.acknowledged', alert: id, answer: 'delegated', who: helen } as const
    scene.on('14:08', { ...answer, lapses: at('14:11') }, 'priya')
    const handedOn = { [id]: helen }
    expect(claimOf(rowOf(scene), priya, none, handedOn)).toBe('strip')
    expect(claimOf(rowOf(scene), priya, none)).toBe('whole')
    scene.on('14:11', { type: 'alert.lapsed', alert: id }, { kind: 'clock' })
    expect(claimOf(rowOf(scene), priya, none, handedOn)).toBe('whole')
  })

  it('T-17 lets go of who said that they cannot come, who may still come after', () => {
    const scene = raised()
    scene.on('14:08', { type: 'alert.declined', alert: id, who: priya }, 'priya')
    expect(claimOf(rowOf(scene), priya, none)).toBe('strip')
    expect(claimOf(rowOf(scene), helen, none)).toBe('whole')
    expect(rowOf(answered(scene, 'priya', '14:09')).declined).toEqual([])
  })

  it('T-17 says whom it tells at once that one cannot come: nobody where it rests on another', () => {
    expect(toldByDeclining(rowOf(raised()), priya)).toBe('charge')
    expect(toldByDeclining(rowOf(answered(raised(), 'priya')), priya)).toBe('charge')
    expect(toldByDeclining(rowOf(answered(raised(), 'helen')), priya)).toBeNull()
  })

  it('T-10 lets go when enough people come', () => {
    expect(claimOf(rowOf(answered(raised({ needed: 2 }), 'helen')), priya, none)).toBe('strip')
  })

  it('T-10 never takes it for a low alert, nor from who raised it', () => {
    expect(claimOf(rowOf(raised({ priority: 'low' })), priya, none)).toBe('strip')
    expect(claimOf(rowOf(raised({ by: 'priya' })), priya, none)).toBe('strip')
  })

  it('T-10 comes back after it was put aside when the answer ran out', () => {
    const scene = answered(raised(), 'helen')
    const aside = new Map([[id as string, loudness(rowOf(scene))]])
    expect(claimOf(rowOf(scene), priya, aside)).toBe('strip')
    scene.on('14:11', { type: 'alert.lapsed', alert: id }, { kind: 'clock' })
    expect(claimOf(rowOf(scene), priya, aside)).toBe('whole')
  })

  it('is over when it was resolved, and is no longer among the open ones', () => {
    const scene = raised()
    scene.on('14:20', { type: 'alert.resolved', alert: id, action: 'first aid', notes: null }, 'helen')
    expect(claimOf(rowOf(scene), priya, none)).toBeNull()
    expect(openAlerts(scene.rows('tablet').alerts)).toEqual([])
  })
})

describe('what is left behind', () => {
  it('is the running meeting that one leads, with somebody free who could take it', () => {
    const scene = raised()
    running(scene, 'process-b', '15:00')
    const left = leftBehind(scene.rows('tablet'), priya)
    expect(left.map(({ meeting }) => meeting.id)).toEqual([meetingId('process-b') as MeetingId])
    expect(left[0]?.by).toBe('dana')
    expect(leftBehind(scene.rows('tablet'), helen)).toEqual([])
  })

  it('names nobody who leads a group or answers an alert', () => {
    const scene = answered(raised(), 'dana')
    running(scene, 'process-b', '15:00')
    running(scene, 'distress', '15:30')
    expect(leftBehind(scene.rows('tablet'), priya)[0]?.by).toBe('helen')
  })
})

describe('what is left behind besides', () => {
  const check = (due: number | null, paused = false) => ({ due, paused })

  it('T-21 is what is late or falls due within ten minutes, of who is on the unit', () => {
    const now = at('14:05')
    const checkIns = {
      late: check(now - 60_000),
      soon: check(now + soonDue),
      later: check(now + soonDue + 1),
      off: check(now, true),
      watched: check(null)
    }
    expect(checksDue({ checkIns } as unknown as Rows, now)).toBe(2)
  })

  it('T-21 is whom this member is with, one to one or in sight, and nobody whom a colleague is with', () => {
    const rows = watchingStates['held']?.().rows
    if (!rows) throw new Error('nobody is watched')
    expect(watchedBy(rows, helen).map(stay => stay.id)).toEqual(['s13'])
    expect(watchedBy(rows, 'kofi' as MemberId).map(stay => stay.id)).toEqual(['s28'])
    expect(watchedBy(rows, priya)).toEqual([])
    const last = { ...rows.checkIns['s13'], last: { by: priya } }
    expect(lastSeenBy({ ...rows, checkIns: { s13: last } } as unknown as Rows, priya)).toEqual([])
  })

  it('T-21 is who is never left alone, is with nobody, and was last seen by this member', () => {
    const scene = mapleHouse()
    expect(lastSeenBy(scene.rows('tablet'), priya)).toEqual([])
    seen(scene, 's13', '14:00', 'day-room', 'sitting', 'calm', 'priya')
    seen(scene, 's01', '14:00', 'day-room', 'sitting', 'calm', 'priya')
    expect(lastSeenBy(scene.rows('tablet'), priya).map(stay => stay.id)).toEqual(['s13'])
    expect(lastSeenBy(scene.rows('tablet'), helen)).toEqual([])
  })
})

describe('the sound', () => {
  it('T-7 is for what nobody has answered, is not silent, and did not come late', () => {
    const row = rowOf(raised())
    expect(soundsFor(row)).toBe(true)
    expect(soundsFor({ ...row, silent: true })).toBe(false)
    expect(soundsFor({ ...row, seenAt: row.raisedAt - 60_000 })).toBe(true)
    expect(soundsFor({ ...row, seenAt: row.raisedAt - 60_001 })).toBe(false)
    expect(soundsFor(rowOf(answered(raised(), 'helen')))).toBe(false)
  })

  it('T-7 is for what came late too once it comes to stand open again', () => {
    const row = { ...rowOf(raised()), seenAt: at('14:00') }
    expect(loudestOf([row])).toBeNull()
    expect(loudestOf([{ ...row, since: row.since + 1 }])).toBe('high')
  })

  it('T-7 is that of the worst, wherever it stands', () => {
    const row = rowOf(raised())
    expect(
      loudestOf([
        { ...row, priority: 'low' },
        { ...row, priority: 'medium' }
      ])
    ).toBe('medium')
    expect(
      loudestOf([
        { ...row, silent: true },
        { ...row, priority: 'low' }
      ])
    ).toBe('low')
    expect(loudestOf([])).toBeNull()
  })
})
