import type { CensusEvent } from '../census/stay.ts'
import type { CommandId, MemberId, WatchId } from '../ids.ts'
import { without } from '../memo.ts'
import type { Author, Recorded } from '../recorded.ts'
import {
  countedPast,
  lastOf,
  type MissedScores,
  type Score,
  type Watch,
  type Withdrawal,
  type WithdrawalEvent
} from './watch.ts'

type Heard = WithdrawalEvent | CensusEvent | { type: '' }
type Of<T extends WithdrawalEvent['type']> = Extract<WithdrawalEvent, { type: T }>

/** More than any trend or stop rule looks back at; the journal keeps them all. */
const keptScores = 60

export function evolveWithdrawal(withdrawal: Withdrawal, recorded: Recorded<Heard>): Withdrawal {
  const { event, at, by } = recorded
  switch (event.type) {
    case 'withdrawal.watched':
      return put(withdrawal, begun(event, at, memberOf(by)))
    case 'withdrawal.scored':
      return change(withdrawal, event.watch, watch => scored(watch, event, recorded))
    case 'withdrawal.corrected':
      return change(withdrawal, event.watch, watch => corrected(watch, event, recorded))
    case 'withdrawal.alerted':
      return change(withdrawal, event.watch, ({ scores }) => {
        return { scores: edited(scores, event.score, { alert: event.alert }) }
      })
    case 'withdrawal.deferred': {
      const { watch, reason, until } = event
      return change(withdrawal, watch, () => ({ putOff: { reason, until, by: memberOf(by), at } }))
    }
    case 'withdrawal.missed':
      return change(withdrawal, event.watch, ({ missed }) => ({ missed: missedAgain(missed, event) }))
    case 'withdrawal.stopped':
      return { watches: without(withdrawal.watches, event.watch) }
    case 'stay.left':
      return changeAll(withdrawal, event.stay, { paused: true, missed: null, putOff: null })
    case 'stay.returned':
      return changeAll(withdrawal, event.stay, { paused: false, notBefore: at })
    case 'stay.discharged':
      return { watches: kept(withdrawal, event.stay) }
    default:
      return withdrawal
  }
}

const memberOf = (by: Author): MemberId | null => (by.kind === 'member' ? by.member : null)

function begun(event: Of<'withdrawal.watched'>, at: number, by: MemberId | null): Watch {
  const { watch: id, stay, scale, profile, first } = event
  const empty = { scores: [], missed: null, putOff: null }
  return { id, stay, scale, profile, startedAt: at, by, first, paused: false, notBefore: at, ...empty }
}

/** An entry made late is kept where it belongs, and undoes nothing of a later one. */
function scored(
  watch: Watch,
  { watch: _watch, type: _type, version: _version, ...counted }: Of<'withdrawal.scored'>,
  { command: id, at, by }: Recorded
): Partial<Watch> {
  const own = { corrects: null, correctedBy: null, alert: null }
  const scores = placed(watch.scores, { ...counted, id, at, by: memberOf(by), ...own })
  return lastOf({ scores })?.id === id ? { scores, missed: null, putOff: null } : { scores }
}

function corrected(
  watch: Watch,
  { watch: _watch, type: _type, version: _version, score, reason, ...counted }: Of<'withdrawal.corrected'>,
  { command: id, at, by }: Recorded
): Partial<Watch> {
  const old = watch.scores.find(one => one.id === score)
  const before = { late: old?.late ?? 0, putOff: old?.putOff ?? null, alert: old?.alert ?? null }
  const own = { ...before, corrects: { score, reason }, correctedBy: null }
  const others = edited(watch.scores, score, { correctedBy: id })
  return { scores: placed(others, { ...counted, id, at, by: memberOf(by), ...own }) }
}

function placed(scores: readonly Score[], score: Score): Score[] {
  const after = scores.findLastIndex(({ seenAt }) => seenAt <= score.seenAt)
  return scores.toSpliced(after + 1, 0, score).slice(-keptScores)
}

const edited = (scores: readonly Score[], id: CommandId, fields: Partial<Score>): Score[] =>
  scores.map(score => (score.id === id ? { ...score, ...fields } : score))

function missedAgain(missed: MissedScores | null, { due, count }: Of<'withdrawal.missed'>): MissedScores {
  const { since = due, count: before = 0 } = missed ?? {}
  return { count: before + count - countedPast(missed, due), since, due, counted: count }
}

function put({ watches }: Withdrawal, watch: Watch): Withdrawal {
  return { watches: { ...watches, [watch.id]: watch } }
}

function change(withdrawal: Withdrawal, id: WatchId, fields: (watch: Watch) => Partial<Watch>): Withdrawal {
  const watch = withdrawal.watches[id]
  return watch ? put(withdrawal, { ...watch, ...fields(watch) }) : withdrawal
}

/** Nothing is written where nobody watches this person: the object stays the same. */
function changeAll(withdrawal: Withdrawal, stay: string, fields: Partial<Watch>): Withdrawal {
  const theirs = Object.values(withdrawal.watches).filter(watch => watch.stay === stay)
  return theirs.reduce((all, { id }) => change(all, id, () => fields), withdrawal)
}

function kept({ watches }: Withdrawal, stay: string): Withdrawal['watches'] {
  const theirs = Object.values(watches).filter(watch => watch.stay === stay)
  return theirs.reduce((all, { id }) => without(all, id), watches)
}
