/** The sentences of the charge screen that need more than one word put together. */
import { beganAt } from '../../shared/alerts/began.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { PageRow } from '../../shared/paging/view.ts'
import type { Rows } from '../../shared/rows.ts'
import type { MeetingRow } from '../../shared/groups/view.ts'
import * as m from '../../shared/words/compiled/messages.js'
import { leadsWords } from '../../shared/words/group-words.ts'
import { refusalSays } from '../../shared/words/refusal-words.ts'
import { credentialWords, roleWords } from '../../shared/words/staff-words.ts'
import type { MemberRow } from '../../shared/staff/view.ts'
import type { Outcome } from '../../shared/protocol/submit.ts'
import { clockTime, elapsed, spokenTime } from '../ui/format.ts'
import { language, named } from '../ui/language.svelte.ts'
import type { Objection, Preview, Stop, Warning } from './preview.ts'

export class Sayer {
  #rows: () => Rows

  constructor(rows: () => Rows) {
    this.#rows = rows
  }

  get #zone(): string {
    return this.#rows().unit['unit']?.timeZone ?? 'UTC'
  }

  clock = (at: number): string => clockTime(at, this.#zone)
  spoken = (at: number): string => spokenTime(at, this.#zone, language.current)
  group = (meeting: MeetingRow): string => named(this.#rows().groups[meeting.group]?.name)
  place = (meeting: MeetingRow): string => named(this.#rows().places[meeting.place]?.name)
  member = (id: string | null): string => (id !== null && this.#rows().members[id]?.name) || m.charge_nobody()

  members = (ids: readonly string[] | null): string => (ids ?? []).map(id => this.member(id)).join(', ')

  /** A pager, or a browser of a member. */
  receiver = ({ by, to }: Pick<PageRow, 'by' | 'to'>): string =>
    by === 'push' ? m.charge_letter_push({ name: this.member(to) }) : m.charge_letter_pager({ name: to })

  /** Two by name, more by number. */
  few(ids: readonly string[]): string {
    return ids.length <= 2 ? this.members(ids) : m.charge_told_members({ count: ids.length })
  }

  /** Where it is, and about whom. */
  where({ place, stay }: Pick<AlertRow, 'place' | 'stay'>): string {
    const rows = this.#rows()
    const person = stay === null ? undefined : rows.stays[stay]
    const said = (place !== null && named(rows.places[place]?.name)) || m.charge_place_unsaid()
    return [said, person?.person?.name, person?.bed].filter(Boolean).join(', ')
  }

  /** For how long it has been going on; since when, where the present is not known. */
  since = (
    alert: Pick<AlertRow, 'raisedAt' | 'seenAt' | 'ladderFrom'>,
    { now, sure }: { now: number; sure: boolean }
  ): string => (sure ? elapsed(now - beganAt(alert)) : this.clock(beganAt(alert)))

  /** A short wait in seconds (`0.4 s`, `0,4 s`), a longer one as a clock. */
  wait(milliseconds: number): string {
    if (milliseconds >= 100_000) return elapsed(milliseconds)
    const digits = milliseconds < 9_950 ? 1 : 0
    const locale = language.current === 'fr' ? 'fr-CA' : 'en-GB'
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
    return `${(milliseconds / 1000).toLocaleString(locale, options)}\u00a0s`
  }

  day(date: string): string {
    const locale = language.current === 'fr' ? 'fr-CA' : 'en-GB'
    const options = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' } as const
    return new Intl.DateTimeFormat(locale, options).format(new Date(date))
  }

  /** What a member may lead, and as what they work: `Licensed, LCSW`, `LMFT, expired 31 May 2026`. */
  role(member: MemberRow, today: string): string {
    const best = member.credentials?.toSorted(
      (a, b) => Number(b.expires >= today) - Number(a.expires >= today)
    )[0]
    const roles = (member.roles ?? []).map(role => roleWords[role]())
    if (!best) return roles.join(', ')
    if (best.expires < today) return m.charge_expired({ body: best.body, day: this.day(best.expires) })
    // A nurse is known by being one; of everybody else it matters what they may lead.
    if (member.roles?.some(role => role === 'nurse' || role === 'charge'))
      return [...roles, best.body].join(', ')
    return `${credentialWords[best.kind]()}, ${best.body}`
  }

  stop(stop: Stop): string {
    switch (stop.is) {
      case 'over':
        return m.charge_stop_over()
      case 'leads-already':
        return m.charge_stop_leads()
      case 'off-shift':
        return m.charge_stop_off()
      case 'credential': {
        const needs = m.charge_needs({ leads: leadsWords[stop.needs]() })
        if (!stop.expired) return `${m.charge_stop_none()} ${needs}`
        return `${m.charge_stop_expired({ body: stop.expired.body, day: this.day(stop.expired.expires) })} ${needs}`
      }
    }
  }

  /** As beside a name on the plan: `LMFT expired`. */
  briefly(stop: Stop): string {
    if (stop.is !== 'credential') return this.stop(stop)
    return stop.expired ? m.charge_expired_briefly({ body: stop.expired.body }) : m.charge_stop_none_briefly()
  }

  /** The credential that has run out, where the member has none in force; null when nothing has. */
  expired({ credentials }: MemberRow, today: string): string | null {
    const [once] = credentials ?? []
    return once && credentials?.every(({ expires }) => expires < today)
      ? m.charge_expired_briefly({ body: once.body })
      : null
  }

  against(objection: Objection): string {
    if (objection.is === 'responds') return m.charge_warn_alert()
    if (objection.is === 'watches') {
      const row = this.#rows().stays[objection.stay]
      return m.charge_against_watches({ name: row?.person?.name ?? row?.alias ?? '' })
    }
    const { other } = objection
    const [from, to] = [this.spoken(other.startsAt), this.spoken(other.endsAt)]
    return m.charge_stop_double({ group: this.group(other), from, to })
  }

  warning(warning: Warning): string {
    switch (warning.is) {
      case 'in-charge':
        return m.charge_warn_charge()
      case 'expires-soon':
        return m.charge_warn_expires({
          body: warning.credential.body,
          day: this.day(warning.credential.expires)
        })
      case 'close': {
        const close = {
          group: this.group(warning.other),
          minutes: warning.minutes,
          at: this.spoken(warning.other.startsAt)
        }
        return warning.elsewhere ? m.charge_warn_close_elsewhere(close) : m.charge_warn_close(close)
      }
    }
  }

  fine({ by, stops, against, warnings }: Preview): string {
    if (stops.length > 0) return ''
    const credential = by
      ? m.charge_fine_credential({ body: by.body, day: this.day(by.expires) })
      : m.charge_fine_anyone()
    return warnings.length + against.length === 0 ? `${credential} ${m.charge_fine_free()}` : credential
  }

  refusal({ refusal, says }: Extract<Outcome, { outcome: 'refused' }>): string {
    const rows = this.#rows()
    return refusalSays(refusal, says, language.current, {
      member: id => rows.members[id]?.name,
      person: id => rows.stays[id]?.person?.name ?? rows.stays[id]?.alias,
      meeting: id => (rows.meetings[id] ? this.group(rows.meetings[id]) : undefined),
      time: this.spoken
    })
  }
}
