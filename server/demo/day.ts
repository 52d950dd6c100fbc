/**
 * What the people of the demo do next: pure, from the rows a tablet shows. Time that has passed counts `speed`-fold, so
 * that with 60 an hour's work is done in a minute; the unit's own clock stays what it is.
 */
import { isEmergency } from '../../shared/alerts/emergency.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { Carried } from '../../shared/check-ins/check-in.ts'
import type { CheckInRow } from '../../shared/check-ins/view.ts'
import type { AlertId, MemberId, PlaceId, StayId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'
import type { UnitCommand } from '../../shared/unit.ts'
import { followUps, scores, watches } from './care.ts'
import { activities, drawnUuid, errands, kinds, oneOf, presentations, settled, spoken } from './repertoire.ts'

export interface Act {
  by: 'charge' | 'nurse' | 'counselor' | MemberId
  command: UnitCommand
}

export interface Moment {
  rows: Rows
  now: number
  /** when the demo began, milliseconds since 1970 */
  since: number
  speed: number
  /** from 0 up to, not including, 1 */
  random: () => number
  /** who plays; without it everybody on shift */
  cast?: readonly MemberId[]
}

const minute = 60_000

/** How far the day has come for the players. */
export const playedTime = ({ now, since, speed }: Moment): number => since + (now - since) * speed

export function nextActs(moment: Moment): Act[] {
  // Most pressing first: of many acts only the first few are done.
  const care = [...watches(moment), ...rounds(moment), ...scores(moment), ...followUps(moment)]
  return [...care, ...meetings(moment), ...attendance(moment), ...answers(moment), ...moves(moment)]
}

/** Checks are made unpredictably inside the interval, between 70 and 95 % of it; who is in one place in one pass. */
function rounds(moment: Moment): Act[] {
  const due = Object.values(moment.rows.checkIns).filter(row => isRipe(row, moment))
  const placeOf = ({ id }: CheckInRow) => moment.rows.stays[id]?.place ?? null
  const passes = new Map(
    [...new Set(due.map(placeOf))].flatMap(place => {
      const together = place !== null && due.filter(row => placeOf(row) === place).length > 1
      return together ? [[place, drawnUuid(moment.random)] as const] : []
    })
  )
  return due.map(row => {
    const place = placeOf(row)
    const pass = place === null ? undefined : passes.get(place)
    return {
      by: oneOf(['nurse', 'counselor'], moment.random),
      command: {
        type: 'check-in.complete',
        stay: row.id,
        place,
        ...looked(row, place, moment),
        ...(pass && { pass })
      }
    }
  })
}

function isRipe({ due, from, paused }: CheckInRow, { now, speed, random }: Moment): boolean {
  return due !== null && !paused && (now - from) * speed >= (due - from) * (0.7 + 0.25 * random())
}

/** Mostly nothing changed: then what was seen last is only confirmed. */
function looked({ last, missed }: CheckInRow, place: PlaceId | null, { random }: Moment) {
  const reason = missed > 0 ? ({ reason: 'short-staffed' } as const) : {}
  const activity = oneOf(activities, random)
  const same = last !== null && last.place === place && random() < 0.6
  if (!same) return { activity, presentation: oneOf(presentations, random), ...reason }
  const carried: Carried[] = place === null ? ['presentation'] : ['place', 'presentation']
  return { activity, presentation: last.presentation, carried, ...reason }
}

/** Started when their time has come, by who leads them; ended when it is over. */
function meetings(moment: Moment): Act[] {
  const { rows, now } = moment
  const played = playedTime(moment)
  return Object.values(rows.meetings).flatMap((row): Act[] => {
    const by = row.facilitator ?? 'charge'
    const meeting = row.id
    const mayStart = row.startsAt <= played && row.startsAt - now < 30 * minute && row.endsAt > now
    if (row.situation === 'scheduled' && mayStart)
      return [{ by, command: { type: 'meeting.start', meeting } }]
    const over = row.situation === 'running' && row.endsAt <= played && longEnough(row.since, moment)
    return over ? [{ by, command: { type: 'meeting.end', meeting } }] : []
  })
}

/** Nobody ends a meeting that has only just begun, however fast the day is played. */
function longEnough(since: number | null, { now }: Moment): boolean {
  return since !== null && now - since > minute / 2
}

/** People come in one by one; nearly all of them. */
function attendance({ rows, random }: Moment): Act[] {
  return Object.values(rows.meetings).flatMap((row): Act[] => {
    if (row.situation !== 'running' || row.roster === null) return []
    const expected = Object.entries(row.roster).filter(
      ([stay, how]) => how === 'expected' && !rows.stays[stay]?.off
    )
    const next = expected[0]
    if (!next || random() < 0.6) return []
    const came = random() < 0.93 ? 'present' : 'absent'
    const command = {
      type: 'meeting.attend',
      meeting: row.id,
      stay: next[0] as StayId,
      attendance: came
    } as const
    return [{ by: row.facilitator ?? 'charge', command }]
  })
}

/** An open alert is answered, reached, contained and resolved; what it leaves is done, one thing at a time, and it is closed. */
function answers({ rows, now, random }: Moment): Act[] {
  return Object.values(rows.alerts).flatMap((row): Act[] => {
    const alert = row.id as AlertId
    const waited = now - row.since
    if (row.situation === 'raised' && waited > 6_000 + 6_000 * random()) {
      return [{ by: 'nurse', command: { type: 'alert.acknowledge', alert, answer: 'coming' } }]
    }
    if (row.situation === 'acknowledged' && waited > 10_000)
      return [{ by: 'nurse', command: { type: 'alert.arrive', alert } }]
    if (row.situation === 'on-scene' && waited > 20_000)
      return [{ by: 'nurse', command: { type: 'alert.contain', alert } }]
    if (row.situation === 'contained' && waited > 10_000)
      return [{ by: 'nurse', command: { type: 'alert.resolve', alert, ...settled[spoken(rows)] } }]
    const owing = row.situation === 'resolved' || row.situation === 'debriefed'
    return owing && waited > 30_000 && random() < 0.1 ? afterwards(alert, row) : []
  })
}

/** A review of the plan is left to whoever is licensed among those who watch the demo. */
function afterwards(alert: AlertId, { owed }: AlertRow): Act[] {
  const open = owed?.filter(({ state }) => state === 'owed') ?? []
  const next = open.find(({ kind }) => kind !== 'plan-review')
  if (next) return [{ by: 'charge', command: { type: 'alert.settle', alert, owed: next.kind } }]
  return open.length > 0 ? [] : [{ by: 'charge', command: { type: 'alert.close', alert } }]
}

/** Now and then somebody goes out or comes back, and now and then something happens. */
function moves(moment: Moment): Act[] {
  const { rows, now, speed, random } = moment
  const back = Object.values(rows.stays).find(
    ({ off }) => off && off.back !== null && (now - off.since) * speed > off.back - off.since
  )
  if (back) return [{ by: 'counselor', command: { type: 'stay.return', stay: back.id } }]
  const acts: Act[] = []
  // This is looked at about once a second: one walk in 40 minutes played, one alert in 50.
  if (random() < speed / (40 * 60)) acts.push(...walk(moment))
  const calm = Object.values(rows.alerts).every(row => !isEmergency(row.situation))
  if (calm && random() < speed / (50 * 60)) acts.push(raise(moment))
  return acts
}

function walk({ rows, now, random }: Moment): Act[] {
  const sitting = new Set(
    Object.values(rows.meetings).flatMap(row =>
      row.situation === 'running' ? Object.keys(row.roster ?? {}) : []
    )
  )
  const free = Object.values(rows.stays).filter(
    row => !row.off && !sitting.has(row.id) && row.level === 'q60'
  )
  const stay = oneOf(free, random)
  if (!stay || Object.values(rows.stays).filter(row => row.off).length >= 3) return []
  const [destination, minutes] = oneOf(errands[spoken(rows)], random)
  const command = {
    type: 'stay.leave',
    stay: stay.id,
    destination,
    back: Math.round(now + minutes * minute)
  } as const
  return [{ by: 'counselor', command }]
}

function raise({ rows, random }: Moment): Act {
  const place = oneOf(Object.keys(rows.places), random) as PlaceId | undefined
  const command = { type: 'alert.raise', kind: oneOf(kinds, random), place: place ?? null } as const
  return { by: 'counselor', command }
}
