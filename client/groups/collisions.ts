/**
 * Who falls due while they sit in a meeting, alike on every screen: said an hour before, pressing ten minutes before. Only
 * what is owed now is said: the check after it follows from when this one is made, and nobody knows that yet.
 */
import type { MeetingRow } from '../../shared/groups/view.ts'
import type { MeetingId, StayId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'

/** From when before it falls due it is said, and from when it presses (milliseconds). */
export const saidWithin = 60 * 60_000
export const pressesWithin = 10 * 60_000

/** Rounds that fall due this near each other are made in one go (milliseconds). */
export const passWithin = 3 * 60_000

/** `ten`: ten minutes before, and to be brought out now; `hour`: an hour before */
export type Nearness = 'late' | 'ten' | 'hour'

export interface PullOut {
  stay: StayId
  /** milliseconds since 1970 */
  due: number
  /** a wall is never told of a score: there all is a check */
  is: 'check' | 'score'
  nearness: Nearness
  /** counted from 0: checks of one pass are made in one go; null for a score */
  pass: number | null
}

export interface Collision {
  meeting: MeetingId
  /** in the order in which they are brought out; never empty */
  out: readonly PullOut[]
  /** how many people those are; somebody may be owed a check and a score */
  people: number
  /** of the first to be brought out */
  nearness: Nearness
}

type Owing = Pick<Rows, 'meetings' | 'checkIns' | 'withdrawals' | 'dueChecks'>
type Due = Pick<PullOut, 'stay' | 'due' | 'is'>

/** One for each meeting that somebody has to be brought out of, the most pressing first. */
export function collisionsOf(rows: Owing, now: number): Collision[] {
  return Object.values(rows.meetings)
    .flatMap(meeting => collisionOf(rows, meeting, now) ?? [])
    .sort((a, b) => first(a) - first(b) || (a.meeting < b.meeting ? -1 : 1))
}

const first = ({ out }: Collision): number => out[0]?.due ?? Infinity

/** `now`: milliseconds since 1970, by the clock of the board. Null: nobody falls due in it, or that is not said yet. */
export function collisionOf(rows: Owing, meeting: MeetingRow, now: number): Collision | null {
  const span = spanOf(meeting, now)
  if (!span) return null
  const owed = sitting(meeting)
    .flatMap(stay => owedTo(rows, stay))
    .filter(({ due }) => due >= span.from && due < span.to && due <= now + saidWithin)
  const out = inOrder(owed, now)
  const [soonest] = out
  if (!soonest) return null
  return {
    meeting: meeting.id,
    out,
    people: new Set(out.map(({ stay }) => stay)).size,
    nearness: soonest.nearness
  }
}

/** One that runs on is taken to last as long as it takes to bring somebody out. Late is late, however long ago. */
function spanOf(
  { situation, startsAt, endsAt }: MeetingRow,
  now: number
): { from: number; to: number } | null {
  if (situation === 'running') return { from: -Infinity, to: Math.max(endsAt, now + pressesWithin) }
  const near = situation === 'scheduled' && startsAt <= now + saidWithin && endsAt > now
  return near ? { from: startsAt, to: endsAt } : null
}

const sits: readonly string[] = ['expected', 'present', 'late']

const sitting = ({ roster }: MeetingRow): StayId[] =>
  Object.entries(roster ?? {}).flatMap(([stay, attendance]) =>
    sits.includes(attendance) ? [stay as StayId] : []
  )

function owedTo({ checkIns, withdrawals, dueChecks }: Owing, stay: StayId): Due[] {
  const round = checkIns[stay]
  if (round?.paused) return []
  const checks = [round?.due, dueChecks[stay]?.due].filter(due => typeof due === 'number')
  const scores = Object.values(withdrawals).flatMap(watch =>
    watch.stay === stay && watch.due !== null ? [watch.due] : []
  )
  return [...soonestOf(stay, 'check', checks), ...soonestOf(stay, 'score', scores)]
}

/** One of a kind for each person: who is brought out is not brought out twice. */
const soonestOf = (stay: StayId, is: Due['is'], dues: readonly number[]): Due[] =>
  dues.length > 0 ? [{ stay, is, due: Math.min(...dues) }] : []

type Near = Due & Pick<PullOut, 'nearness'>
type Passed = Near & { pass: number | null; begins: number }

/** Who is late; then what presses, a score before a check, since it takes longer; then the rest. Each soonest first. */
function inOrder(owed: readonly Due[], now: number): PullOut[] {
  const near = owed
    .map(one => ({ ...one, nearness: nearnessOf(one.due, now) }))
    .sort((a, b) => rank(a) - rank(b) || a.due - b.due || (a.stay < b.stay ? -1 : 1))
  const scores = near.filter(({ is }) => is === 'score').map(one => ({ ...one, pass: null, begins: one.due }))
  return [...scores, ...inPasses(near.filter(({ is }) => is === 'check'))]
    .sort((a, b) => rank(a) - rank(b) || a.begins - b.begins || (a.pass ?? -1) - (b.pass ?? -1))
    .map(({ stay, due, is, nearness, pass }) => ({ stay, due, is, nearness, pass }))
}

function inPasses(checks: readonly Near[]): Passed[] {
  let begun: Passed | null = null
  return checks.map(one => {
    const joins = begun?.nearness === one.nearness && one.due - begun.begins <= passWithin
    const pass: number = joins ? (begun?.pass ?? 0) : (begun?.pass ?? -1) + 1
    begun = { ...one, pass, begins: joins ? (begun?.begins ?? one.due) : one.due }
    return begun
  })
}

const nearnessOf = (due: number, now: number): Nearness =>
  due < now ? 'late' : due <= now + pressesWithin ? 'ten' : 'hour'

function rank({ nearness, is }: Pick<PullOut, 'nearness' | 'is'>): number {
  if (nearness === 'late') return 0
  if (nearness === 'hour') return 3
  return is === 'score' ? 1 : 2
}
