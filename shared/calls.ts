/** From what was decided of alerts to what is told outside the board. Alerts know nothing of pagers, nor the reverse. */
import type { Alert, Alerts } from './alerts/alert.ts'
import { overdueSteps, restraintTells } from './alerts/decide-overdue.ts'
import { raisersOf } from './alerts/alert.ts'
import type { AlertEvent } from './alerts/event.ts'
import { evolveAlerts } from './alerts/evolve.ts'
import type { Asking } from './asking.ts'
import type { MemberId } from './ids.ts'
import type { Calling } from './paging/call.ts'
import type { Profile, Rung } from './profile/profile.ts'

type Said = Pick<Calling['call'], 'about'> &
  Partial<Pick<Calling['call'], 'step' | 'tells' | 'why' | 'owed'>> & { members?: readonly MemberId[] }

/** One for each step that tells somebody. Alerts that were merged at birth are told by the one they were merged into. */
export function callingsOf(
  { alerts, profile }: { alerts: Alerts; profile: Profile },
  decided: readonly { type: string }[],
  { command, by, now }: Asking
): Calling[] {
  const events = decided.filter((event): event is AlertEvent => event.type.startsWith('alert.'))
  let after = alerts
  return events.flatMap(event => {
    const before = after.alerts[event.alert]
    after = evolveAlerts(after, { seq: 0, v: 1, command, by, at: now, event })
    const alert = after.alerts[event.alert]
    const said = alert && saidOf(event, before, alert, events)
    return alert && said ? [calling(alert, profile, said)] : []
  })
}

function saidOf(
  event: AlertEvent,
  before: Alert | undefined,
  alert: Alert,
  all: readonly AlertEvent[]
): Said | null {
  switch (event.type) {
    case 'alert.raised':
      if (all.some(one => one.type === 'alert.merged' && one.alert === event.alert)) return null
      return { about: 'raised', ...first(alert), why: 'raised', members: event.members ?? [] }
    case 'alert.raised-again':
      return { about: 'raised-again', ...first(alert), why: 'raised', members: event.members }
    case 'alert.escalated': {
      const { step, why = 'time', members = [] } = event
      return { about: 'escalated', step, tells: tellsOf(alert.ladder.slice(step, step + 1)), why, members }
    }
    case 'alert.reopened':
      return { about: 'reopened', tells: reached(alert) }
    case 'alert.described': {
      const told = all.some(one => one.type === 'alert.reopened' && one.alert === event.alert)
      return told || !before || isAlike(before, alert) ? null : { about: 'changed', tells: reached(alert) }
    }
    case 'alert.resolved':
      return { about: 'resolved' }
    case 'alert.cancelled':
      return { about: 'cancelled' }
    case 'alert.overdue': {
      const tells = overdueSteps.slice(event.step, event.step + 1).map(rung => rung.tells)
      return { about: 'overdue', step: event.step, tells, owed: event.owed, members: event.members }
    }
    case 'alert.restraint-overdue': {
      const owed = `restraint-${event.clock}`
      return { about: 'overdue', tells: [...restraintTells], owed, members: event.members }
    }
    default:
      return null
  }
}

const tellsOf = (rungs: readonly Rung[]): Rung['tells'][] => [...new Set(rungs.map(({ tells }) => tells))]

/** The rungs of minute 0 are reached by raising. */
const first = ({ ladder }: Alert): Pick<Said, 'step' | 'tells'> => {
  return { step: 0, tells: tellsOf(ladder.filter(({ minutes }) => minutes === 0)) }
}

const reached = ({ ladder, told }: Alert): Rung['tells'][] => tellsOf(ladder.slice(0, told))

/** What a receiver acts on is the same as before. */
const isAlike = (a: Alert, b: Alert): boolean =>
  a.kind === b.kind && a.place === b.place && a.priority === b.priority

/** Field by field: nothing of a person, a member or a note has a way in. */
function calling(alert: Alert, { places }: Profile, { members = [], ...said }: Said): Calling {
  const { id, kind, priority, silent, drill, raisedAt } = alert
  const place = alert.place === null ? undefined : places[alert.place]
  const { about, step = null, tells = [], why = null, owed = null } = said
  return {
    call: {
      ...{ about, alert: id, kind, priority, silent, drill, raisedAt },
      place: place ? { id: place.id, en: place.name.en, fr: place.name.fr } : null,
      ...{ step, tells, why, owed }
    },
    members,
    raisers: raisersOf(alert)
  }
}
