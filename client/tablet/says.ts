/** An entry in words: whom it is about, and what it says. For what is kept here and for what was refused. */
import type { AlertKind } from '../../shared/alerts/kind.ts'
import type { Attendance } from '../../shared/groups/meeting.ts'
import type { Refusal, Says } from '../../shared/refusal.ts'
import type { Rows } from '../../shared/rows.ts'
import { alertKindWords } from '../../shared/words/alert-words.ts'
import { labelOf } from '../../shared/words/code-words.ts'
import * as m from '../../shared/words/compiled/messages.js'
import { attendanceWords } from '../../shared/words/group-words.ts'
import { refusalSays, type Known } from '../../shared/words/refusal-words.ts'
import { activityWords, presentationWords } from '../../shared/words/round-words.ts'
import type { Fields } from '../live/sending.svelte.ts'
import { spokenTime } from '../ui/format.ts'
import { language, named } from '../ui/language.svelte.ts'
import { calledBy } from './people.ts'

type Text = Record<string, string | undefined>

export function entrySays(fields: Fields, rows: Rows): { who: string; what: string } {
  const { watch, followUp, meeting, alert, place, presentation, activity, attendance, kind } = fields as Text
  const of = rows.withdrawals[watch ?? '']?.stay ?? rows.followUps[followUp ?? '']?.stay
  const { stay = of ?? undefined } = fields as Text
  const person = stay === undefined ? undefined : rows.stays[stay]
  const held = alert === undefined ? undefined : rows.alerts[alert]
  const group = meeting === undefined ? undefined : rows.groups[rows.meetings[meeting]?.group ?? '']
  const raised = fields.type.startsWith('alert.') ? (kind ?? held?.kind) : held?.kind
  const who = person
    ? calledBy(person)
    : raised
      ? alertKindWords[raised as AlertKind]()
      : named(group?.name) || (rows.unit['unit']?.name ?? '')
  const codes = rows.unit['unit']?.codes
  const spoken = language.current
  const parts = [
    plain(fields.type),
    place && named(rows.places[place]?.name),
    presentation && labelOf(presentation, presentationWords, codes?.presentations, spoken),
    activity && labelOf(activity, activityWords, codes?.activities, spoken),
    attendance && `${named(group?.name)}, ${attendanceWords[attendance as Attendance]()}`
  ].filter(Boolean)
  return { who, what: parts.join(', ').toLocaleLowerCase(language.current) }
}

/** What was asked for, never as if it were done: it stands beside what is kept and what was refused. */
const plainWords: Record<string, () => string> = {
  'alert.raise': m.tablet_entry_raise,
  'alert.acknowledge': m.tablet_entry_answer,
  'alert.decline': m.tablet_entry_decline,
  'alert.take-role': m.tablet_entry_role,
  'alert.contain': m.tablet_entry_contain,
  'alert.arrive': m.tablet_entry_arrive,
  'alert.withdraw': m.tablet_entry_withdraw,
  'alert.resolve': m.tablet_entry_resolve,
  'alert.cancel': m.tablet_entry_cancel,
  'alert.describe': m.tablet_entry_describe,
  'alert.settle': m.afterwards_entry_settle,
  'alert.defer': m.afterwards_entry_defer,
  'alert.assign': m.afterwards_entry_assign,
  'alert.close': m.afterwards_entry_close,
  'alert.reopen': m.afterwards_entry_reopen,
  'alert.restrain': m.afterwards_entry_restrain,
  'alert.renew-order': m.afterwards_entry_renew,
  'alert.evaluate': m.afterwards_entry_evaluate,
  'alert.release': m.afterwards_entry_release,
  'check-in.complete': m.tablet_entry_seen,
  'check-in.undo': m.tablet_entry_undo,
  'check-in.correct': m.tablet_entry_correct,
  'check-in.not-found': m.tablet_entry_not_found,
  'watch.take': m.watch_entry_take,
  'watch.relieve': m.watch_entry_relieve,
  'watch.release': m.watch_entry_release,
  'withdrawal.watch': m.watching_entry_watch,
  'withdrawal.score': m.watching_entry_score,
  'withdrawal.correct': m.watching_entry_correct,
  'withdrawal.defer': m.watching_entry_defer,
  'withdrawal.stop': m.watching_entry_stop,
  'follow-up.open': m.follow_up_entry_open,
  'follow-up.take': m.follow_up_entry_take,
  'follow-up.assign': m.follow_up_entry_assign,
  'follow-up.offer': m.follow_up_entry_offer,
  'follow-up.accept': m.follow_up_entry_accept,
  'follow-up.decline': m.follow_up_entry_decline,
  'follow-up.complete': m.follow_up_entry_complete,
  'follow-up.defer': m.follow_up_entry_defer,
  'follow-up.drop': m.follow_up_entry_drop,
  'follow-up.reopen': m.follow_up_entry_reopen,
  'meeting.start': m.tablet_entry_start,
  'meeting.end': m.tablet_entry_end,
  'meeting.join': m.tablet_entry_join,
  'meeting.attend': m.tablet_entry_attend,
  'meeting.leave': m.tablet_entry_leave,
  'stay.leave': m.tablet_entry_off,
  'stay.return': m.tablet_entry_back,
  'member.start-shift': m.tablet_entry_shift_start,
  'member.end-shift': m.tablet_entry_shift_end
}

const plain = (type: string): string => plainWords[type]?.() ?? m.tablet_entry_other()

/** The sentence of a refusal, with the names that this screen may know. */
export function refusedSays(refusal: Refusal, says: Says, rows: Rows): string {
  const timeZone = rows.unit['unit']?.timeZone ?? 'UTC'
  const known: Known = {
    member: id => rows.members[id]?.name,
    person: id => {
      const stay = rows.stays[id]
      return stay && calledBy(stay)
    },
    meeting: id => named(rows.groups[rows.meetings[id]?.group ?? '']?.name) || undefined,
    time: at => spokenTime(at, timeZone, language.current)
  }
  return refusalSays(refusal, says, language.current, known)
}
