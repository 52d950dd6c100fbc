/** What the people of the demo do besides rounds: scores, watches without a break, and what else is owed to a person. */
import type { MemberId, StayId } from '../../shared/ids.ts'
import type { MemberRow } from '../../shared/staff/view.ts'
import { scales } from '../../shared/withdrawal/scales/scales.ts'
import type { WithdrawalRow } from '../../shared/withdrawal/view.ts'
import type { Act, Moment } from './day.ts'
import { oneOf, spoken, talks } from './repertoire.ts'

const minute = 60_000

/** No alert comes of a total up to this, by any profile: alerts have their own turn. */
const quiet = 12

/** Answers that drift by a step here and there, downward more often than not; a nurse's, once the score is due. */
export function scores({ rows, now, speed, random }: Moment): Act[] {
  return Object.values(rows.withdrawals).flatMap((row): Act[] => {
    if (row.due === null) return []
    const interval = row.minutes * minute
    const waited = (now - (row.due - interval)) * speed
    if (row.due > now && waited < interval * 0.95) return []
    const answers = drifted(row, random)
    const beats = Math.min(98, Math.max(64, (row.last?.pulse ?? 84) + Math.round(12 * random()) - 7))
    const pulse = row.scale === 'cows' ? { pulse: beats } : {}
    return [{ by: 'nurse', command: { type: 'withdrawal.score', watch: row.id, answers, ...pulse } }]
  })
}

function drifted({ scale, last }: WithdrawalRow, random: () => number): Record<string, number> {
  const asked = scales[scale].questions.filter(({ id }) => id !== 'pulse')
  let left = quiet - (scale === 'cows' ? 1 : 0)
  const answers = asked.map(({ id, values }): [string, number] => {
    const standing = Math.max(
      0,
      values.findIndex(value => value === (last?.answers[id] ?? values[random() < 0.6 ? 1 : 0]))
    )
    const step = standing + (random() < 0.3 ? -1 : random() < 0.2 ? 1 : 0)
    const value = values.findLast((each, at) => at <= Math.max(0, step) && each <= left) ?? 0
    left -= value
    return [id, value]
  })
  return Object.fromEntries(answers)
}

/** Nobody who is watched without a break is left: taken at once, and handed over by name before it is too long. */
export function watches(moment: Moment): Act[] {
  const { rows, now, speed, random } = moment
  const free = freeHands(moment)
  return Object.values(rows.watches).flatMap((watch): Act[] => {
    const stay = watch.id
    const tired = watch.holders.find(
      ({ since, reliefDue }) => (now - since) * speed > (reliefDue - since) * (0.8 + 0.2 * random())
    )
    if (watch.holders.length >= watch.needed && !tired) return []
    const by = free.shift()
    if (!by) return []
    if (watch.holders.length < watch.needed) return [{ by, command: { type: 'watch.take', stay } }]
    return tired ? [{ by, command: { type: 'watch.relieve', stay, relieves: tired.member } }] : []
  })
}

/** Who is with nobody: first those who lead nothing now or soon. */
function freeHands({ rows, now, cast }: Moment): MemberId[] {
  const busy = new Set<string>(
    Object.values(rows.watches).flatMap(({ holders }) => holders.map(({ member }) => member))
  )
  const leads = new Set<string | null>(
    Object.values(rows.meetings).flatMap(({ facilitator, situation, startsAt }) =>
      situation === 'running' || (situation === 'scheduled' && startsAt < now + 30 * minute)
        ? [facilitator]
        : []
    )
  )
  const rank = ({ id, roles }: MemberRow) => (leads.has(id) ? 2 : 0) + (roles?.includes('counselor') ? 0 : 1)
  return Object.values(rows.members)
    .filter(({ id, onShift }) => onShift && !busy.has(id) && (cast === undefined || cast.includes(id)))
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ id }) => id)
}

/** Taken by somebody, and done before its time is over; a review of the plan is left to whoever watches the demo. */
export function followUps(moment: Moment): Act[] {
  const { rows, now, speed, random } = moment
  const open = Object.values(rows.followUps).filter(({ ended }) => ended === null)
  const acts = open.flatMap((row): Act[] => {
    const { id, owner, offered, openedAt, due } = row
    if (offered) return [{ by: offered.to, command: { type: 'follow-up.accept', followUps: [id] } }]
    if (owner === null) {
      return random() < 0.1 ? [{ by: 'counselor', command: { type: 'follow-up.take', followUp: id } }] : []
    }
    const ripe = (now - openedAt) * speed > (due - openedAt) * (0.5 + 0.4 * random())
    if (!ripe || row.kind === 'plan-review') return []
    const outcome = oneOf(['held', 'held', 'held-in-part', 'declined'] as const, random)
    return [{ by: owner, command: { type: 'follow-up.complete', followUp: id, outcome } }]
  })
  // Looked at about once a second: one more in an hour played, and never many at once.
  return open.length < 5 && random() < speed / 3_600 ? [...acts, ...opened(moment)] : acts
}

function opened({ rows, now, random }: Moment): Act[] {
  const stay = oneOf(Object.keys(rows.stays), random) as StayId | undefined
  if (!stay) return []
  const { kind, about } = oneOf(talks[spoken(rows)], random)
  const due = Math.round(now + (45 + 60 * random()) * minute)
  return [{ by: 'charge', command: { type: 'follow-up.open', kind, stay, owner: null, due, about } }]
}
