import type { CensusEvent } from '../census/stay.ts'
import type { FollowUpId, MemberId } from '../ids.ts'
import type { Author, Recorded } from '../recorded.ts'
import type { StaffEvent } from '../staff/member.ts'
import { isOpen, type FollowUp, type FollowUpEvent, type FollowUps, type Situation } from './follow-up.ts'
import { keptFor } from './kind.ts'

type Heard = FollowUpEvent | CensusEvent | StaffEvent | { type: '' }

const memberOf = (by: Author): MemberId | null => (by.kind === 'member' ? by.member : null)

export function evolveFollowUps(state: FollowUps, recorded: Recorded<Heard>): FollowUps {
  const { event, at, by } = recorded
  switch (event.type) {
    case 'follow-up.opened':
      return opened(forgetting(state, at), event, at, memberOf(by))
    case 'follow-up.given':
      return change(state, event.followUp, () => ({ owner: event.to, offered: null, declined: null }))
    case 'follow-up.offered':
      return change(state, event.followUp, () => ({
        offered: { to: event.to, by: memberOf(by), at },
        declined: null
      }))
    case 'follow-up.declined': {
      const declined = { by: event.to, reason: event.reason ?? null, at }
      return change(state, event.followUp, () => ({ offered: null, declined }))
    }
    case 'follow-up.done': {
      const { outcome, seenAt, note } = event
      return over(state, event.followUp, { is: 'done', outcome, seenAt, note, at, by: memberOf(by) })
    }
    case 'follow-up.dropped':
      return over(state, event.followUp, { is: 'dropped', reason: event.reason, at, by: memberOf(by) })
    case 'follow-up.deferred': {
      const { until, reason } = event
      return change(state, event.followUp, ({ due }) => ({
        due: until,
        told: null,
        deferred: { from: due, reason, at, by: memberOf(by) }
      }))
    }
    case 'follow-up.reopened':
      return change(state, event.followUp, () => ({ situation: { is: 'open' } }))
    case 'follow-up.overdue':
      return change(state, event.followUp, () => ({ told: event.due }))
    case 'stay.discharged':
      return each(state, ({ stay }) => stay === event.stay, {
        situation: { is: 'dropped', reason: 'discharged', at, by: memberOf(by) },
        offered: null
      })
    case 'member.retired':
      return each(state, ({ owner }) => owner === event.member, { owner: null, offered: null })
    default:
      return state
  }
}

function opened(
  { followUps }: FollowUps,
  { type: _type, followUp: id, ...fields }: Extract<FollowUpEvent, { type: 'follow-up.opened' }>,
  at: number,
  openedBy: MemberId | null
): FollowUps {
  const { kind, stay, owner, due, alert, about } = fields
  const fresh = { offered: null, deferred: null, told: null, situation: { is: 'open' } } as const
  const followUp: FollowUp = { id, kind, stay, owner, due, openedAt: at, openedBy, alert, about, ...fresh }
  return { followUps: { ...followUps, [id]: followUp } }
}

const over = (state: FollowUps, id: FollowUpId, situation: Situation): FollowUps =>
  change(state, id, () => ({ situation, offered: null }))

/** Of all that are open and meant, these fields. The same state where none is. */
function each(state: FollowUps, isMeant: (one: FollowUp) => boolean, fields: Partial<FollowUp>): FollowUps {
  const meant = Object.values(state.followUps).filter(one => isOpen(one) && isMeant(one))
  return meant.reduce((sum, { id }) => change(sum, id, () => fields), state)
}

function change(
  state: FollowUps,
  id: FollowUpId,
  fields: (followUp: FollowUp) => Partial<FollowUp>
): FollowUps {
  const followUp = state.followUps[id]
  if (!followUp) return state
  return { followUps: { ...state.followUps, [id]: { ...followUp, ...fields(followUp) } } }
}

/** What has been over for a day makes room for what is new. */
function forgetting(state: FollowUps, now: number): FollowUps {
  const kept = Object.entries(state.followUps).filter(
    ([, { situation }]) => situation.is === 'open' || situation.at > now - keptFor
  )
  return { followUps: Object.fromEntries(kept) }
}
