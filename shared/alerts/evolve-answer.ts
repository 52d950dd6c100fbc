/** What happens to an alert while somebody may still have to come. */
import type { MemberId } from '../ids.ts'
import { without } from '../memo.ts'
import type { Recorded } from '../recorded.ts'
import { raisersOf, type Alert, type Lapsed, type Notice, type Reached, type Responder } from './alert.ts'
import type { AlertEvent } from './event.ts'

type Of<T extends AlertEvent['type']> = Extract<AlertEvent, { type: T }>

/** Null where the event is none of these. */
export function evolveAnswer(alert: Alert, { event, at }: Recorded<AlertEvent>): Partial<Alert> | null {
  switch (event.type) {
    case 'alert.described': {
      const { kind, priority, place, stay, needed } = event
      return { kind, priority, place, stay, needed }
    }
    case 'alert.acknowledged':
      return acknowledged(alert, event, at)
    case 'alert.called':
      return { called: { ...alert.called, [event.who]: at } }
    case 'alert.declined':
      return declined(alert, event.who, at)
    case 'alert.role-taken':
      return roleTaken(alert, event)
    case 'alert.arrived':
      return arrived(alert, event.who, at)
    case 'alert.withdrawn':
      return withdrawn(alert, event.who, at)
    case 'alert.lapsed':
      return lapsed(alert, at)
    case 'alert.reopened':
      return { situation: { is: 'raised', since: at } }
    case 'alert.escalated':
      return {
        told: Math.max(alert.told, event.step + 1),
        notices: [...alert.notices, ...noticeOf(alert, event, at)]
      }
    case 'alert.shown':
      return shown(alert, event, at)
    case 'alert.unshown':
      return { unshown: true }
    default:
      return null
  }
}

/** Whom a rung told; who is told already stays told. */
function noticeOf(
  { ladder }: Alert,
  { step, members = [], why = 'time' }: Of<'alert.escalated'>,
  at: number
): Notice[] {
  const rung = ladder[step]
  return rung ? [{ step, at, tells: rung.tells, members, why }] : []
}

/** The first time counts. */
const reach = (reached: Reached, step: keyof Reached, at: number): Reached =>
  reached[step] === null ? { ...reached, [step]: at } : reached

function acknowledged(alert: Alert, event: Of<'alert.acknowledged'>, at: number): Partial<Alert> {
  const { answer, who, lapses } = event
  const comes = answer !== 'handled' && alert.responders[who]?.is !== 'there'
  const coming: Responder = { is: 'coming', at, role: alert.responders[who]?.role ?? null }
  const changed = {
    responders: comes ? { ...alert.responders, [who]: coming } : alert.responders,
    ...heardFrom(alert, who),
    reached: reach(alert.reached, 'answered', at)
  }
  const { is } = alert.situation
  if (is === 'on-scene' || is === 'contained') return changed
  return { ...changed, situation: { is: 'acknowledged', since: at, by: who, answer, lapses } }
}

/** Who has answered is no longer waited for, and what they said before counts no more. */
function heardFrom(alert: Alert, who: MemberId): Pick<Alert, 'called' | 'declined' | 'lapsed'> {
  const { called, declined } = alert
  return { called: without(called, who), declined: without(declined, who), lapsed: lapsedBut(alert, who) }
}

const lapsedBut = ({ lapsed }: Alert, who: MemberId): Alert['lapsed'] =>
  lapsed.filter(({ member }) => member !== who)

/** Who cannot come does not come; the alert rests on them no more. */
function declined(alert: Alert, who: MemberId, at: number): Partial<Alert> {
  return { ...withdrawn(alert, who, at), declined: { ...alert.declined, [who]: at } }
}

function roleTaken({ responders }: Alert, { who, role }: Of<'alert.role-taken'>): Partial<Alert> {
  const responder = responders[who]
  return responder ? { responders: { ...responders, [who]: { ...responder, role } } } : {}
}

export function isThere(alert: Alert, who: MemberId, at: number): Partial<Alert> {
  const role = alert.responders[who]?.role ?? null
  return { responders: { ...alert.responders, [who]: { is: 'there', at, role } }, ...heardFrom(alert, who) }
}

/** The raiser who comes back is there again; on scene it is by others. */
function arrived(alert: Alert, who: MemberId, at: number): Partial<Alert> {
  const there = isThere(alert, who, at)
  if (raisersOf(alert).includes(who)) return there
  const reached = reach(reach(alert.reached, 'answered', at), 'onScene', at)
  if (alert.situation.is === 'contained') return { ...there, reached }
  return { ...there, reached, situation: { is: 'on-scene', since: at, by: who } }
}

/**
 * Who takes an answer back no longer counts. When the alert rested on them it stands open again, unless another who
 * was called is there: a raiser alone does not hold it. What is contained stays so.
 */
export function withdrawn(alert: Alert, who: MemberId, at: number): Partial<Alert> {
  const responders = without(alert.responders, who)
  const called = without(alert.called, who)
  const gone = { responders, called, lapsed: lapsedBut(alert, who) }
  const { situation } = alert
  const held = (situation.is === 'acknowledged' || situation.is === 'on-scene') && situation.by === who
  if (!held) return gone
  const raisers = raisersOf(alert)
  const there = Object.entries(responders).find(
    ([id, { is }]) => is === 'there' && !raisers.includes(id as MemberId)
  )
  if (!there) return { ...gone, situation: { is: 'raised', since: at } }
  return { ...gone, situation: { is: 'on-scene', since: there[1].at, by: there[0] as MemberId } }
}

/** Who is waited for and not there: each who comes, and whose word it is that it is handled. */
export function waitedFor({ situation, responders }: Alert): Lapsed[] {
  const coming = Object.entries(responders)
    .filter(([, { is }]) => is === 'coming')
    .map(([id, { at }]): Lapsed => ({ member: id as MemberId, at, answer: 'coming' }))
  if (situation.is !== 'acknowledged') return coming
  const { by: member, since: at, answer } = situation
  return [...coming.filter(one => one.member !== member), { member, at, answer }]
}

function lapsed(alert: Alert, at: number): Partial<Alert> {
  const now = waitedFor(alert)
  const before = alert.lapsed.filter(({ member }) => !now.some(one => one.member === member))
  return {
    responders: arrivedOnly(alert.responders),
    lapsed: [...before, ...now],
    situation: { is: 'raised', since: at }
  }
}

/** An answer that ran out no longer counts as somebody coming. */
function arrivedOnly(responders: Alert['responders']): Alert['responders'] {
  const there = Object.entries(responders).filter(([, { is }]) => is === 'there')
  return Object.fromEntries(there) as Alert['responders']
}

function shown(alert: Alert, { screen, audience, sounded }: Of<'alert.shown'>, at: number): Partial<Alert> {
  const before = alert.shown[screen]
  const now = { audience, at: before?.at ?? at, sounded: before?.sounded ?? (sounded ? at : null) }
  return { shown: { ...alert.shown, [screen]: now } }
}
