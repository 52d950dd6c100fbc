/** The steps of a record in words, one line each. Names are those of the staff as it is now. */
import type { RecordStep } from '../../shared/alerts/record-step.ts'
import {
  alertKindWords,
  owedWords,
  priorityWords,
  responseRoleWords,
  tellsWords
} from '../../shared/words/alert-words.ts'
import * as m from '../../shared/words/compiled/messages.js'
import { changesSay } from './changes-say.ts'
import { pagedSays } from './paged-says.ts'
import { restraintSays } from './restraint-says.ts'
import type { Speaker } from './speaker.ts'

export interface Line {
  seq: number
  at: number
  text: string
  /** who was told, notes, what is owed: what may be left out where there is no room */
  more: string
  /** 4: where it turns; 3: what the record is for; 1: what can be grouped first */
  weight: 1 | 2 | 3 | 4
  /** with a step that says where the alert was on glass */
  shown: { screen: string; sounded: boolean } | null
}

export type Of<What extends RecordStep['what']> = Extract<RecordStep, { what: What }>

/** A sentence begins with a capital, whoever it begins with. */
const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

export function linesOf(steps: readonly RecordStep[], say: Speaker): Line[] {
  return steps.map(step => {
    const [text, more = ''] = says(step, say)
    const shown = step.what === 'shown' ? { screen: step.screen, sounded: step.sounded } : null
    return { seq: step.seq, at: step.at, text: sentence(text), more, weight: weightOf(step), shown }
  })
}

const weights: Partial<Record<RecordStep['what'], Line['weight']>> = {
  raised: 4,
  'raised-again': 4,
  contained: 4,
  resolved: 4,
  cancelled: 4,
  closed: 4,
  restrained: 4,
  shown: 1,
  'role-taken': 2,
  described: 2,
  called: 2,
  'went-home': 2,
  assigned: 2,
  overdue: 2,
  'order-renewed': 2,
  merged: 2
}

/** What did not arrive is what a record is for; what went out and arrived is not. */
function weightOf(step: RecordStep): Line['weight'] {
  if (step.what !== 'paged') return weights[step.what] ?? 3
  return step.is === 'dead' ? 3 : step.is === 'queued' || step.is === 'sent' ? 1 : 2
}

type Said = readonly [text: string, more?: string]

function says(step: RecordStep, say: Speaker): Said {
  const by = say.by(step.by)
  switch (step.what) {
    case 'raised':
      return [m.record_step_raised({ by, ...asked(step) }), say.members(step.members)]
    case 'merged':
      return [m.record_step_merged({ by })]
    case 'described':
      return [m.record_step_described({ by, changes: changesSay(step, say) })]
    case 'paged':
      return pagedSays(step, by, say)
    case 'raised-again':
      return [m.record_step_raised_again({ by, reason: step.reason }), say.members(step.members)]
    case 'escalated':
      return escalated(step, say)
    case 'shown':
      return [step.sounded ? m.record_step_sounded(step) : m.record_step_shown(step)]
    case 'unshown':
      return [m.record_step_unshown()]
    case 'lapsed':
      return [m.record_step_lapsed({ names: say.names(step.members) })]
    case 'reopened':
      return [m.record_step_reopened()]
    case 'contained':
      return [m.record_step_contained({ by })]
    case 'cancelled':
      return [m.record_step_cancelled({ by })]
    case 'closed':
      return [m.record_step_closed({ by })]
    case 'resolved':
      return resolved(step, by, say)
    case 'owes':
      return [opens(step, say)]
    case 'settled':
    case 'deferred':
    case 'assigned':
    case 'withheld':
    case 'overdue':
      return owedSays(step, by, say)
    case 'restrained':
    case 'order-renewed':
    case 'evaluated':
    case 'released':
    case 'restraint-overdue':
      return restraintSays(step, by, say)
    default:
      return [answerSays(step, by, say.member(step.who))]
  }
}

function asked({ kind, priority, needed }: Of<'raised'>) {
  return { kind: alertKindWords[kind](), priority: priorityWords[priority](), needed }
}

function answerSays(
  step: Of<'acknowledged' | 'called' | 'declined' | 'role-taken' | 'arrived' | 'withdrawn' | 'went-home'>,
  by: string,
  who: string
): string {
  switch (step.what) {
    case 'acknowledged':
      if (step.answer === 'delegated') return m.record_step_delegated({ by, who })
      return step.answer === 'coming' ? m.record_step_coming({ who }) : m.record_step_handled({ who })
    case 'role-taken':
      return step.role === null
        ? m.record_step_no_role({ who })
        : m.record_step_role({ who, role: responseRoleWords[step.role]() })
    case 'called':
      return m.record_step_called({ by, who })
    case 'declined':
      return m.record_step_declined({ who })
    case 'arrived':
      return m.record_step_arrived({ who })
    case 'withdrawn':
      return m.record_step_withdrawn({ who })
    case 'went-home':
      return m.record_step_went_home({ who })
  }
}

function escalated({ rung, tells, members, why }: Of<'escalated'>, say: Speaker): Said {
  const early = { declined: m.record_why_declined, unshown: m.record_why_unshown, raised: null, time: null }
  const text = m.record_step_escalated({ rung, tells: tells === null ? '' : tellsWords[tells]() })
  return [[text, early[why]?.()].filter(Boolean).join(' '), say.members(members)]
}

function opens({ at, owed }: Pick<Of<'owes'>, 'at' | 'owed'>, say: Speaker): string {
  const each = owed.map(one =>
    m.record_owed_by({
      owed: owedWords[one.owed](),
      who: one.owner === null ? m.record_unowned() : say.member(one.owner),
      time: say.time(one.due, at)
    })
  )
  return each.length > 0 ? m.record_owes({ owed: each.join(', ') }) : ''
}

function resolved(step: Of<'resolved'>, by: string, say: Speaker): Said {
  const { action, notes } = step
  const noted = notes === null ? '' : m.record_notes({ notes })
  return [m.record_step_resolved({ by, action }), [noted, opens(step, say)].filter(Boolean).join(' ')]
}

function owedSays(
  step: Of<'settled' | 'deferred' | 'assigned' | 'withheld' | 'overdue'>,
  by: string,
  say: Speaker
): Said {
  const owed = owedWords[step.owed]()
  switch (step.what) {
    case 'settled':
      return [
        m.record_step_settled({ owed, by }),
        step.notes === null ? '' : m.record_notes({ notes: step.notes })
      ]
    case 'deferred':
      return [m.record_step_deferred({ owed, by, time: say.time(step.until, step.at), reason: step.reason })]
    case 'assigned':
      return [m.record_step_assigned({ owed, by, to: say.member(step.to) })]
    case 'withheld':
      return [m.record_step_withheld({ owed, by })]
    case 'overdue':
      return [m.record_step_overdue({ owed }), say.members(step.members)]
  }
}
