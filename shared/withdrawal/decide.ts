import { minutes, type Asking, type Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import type { MemberId, WatchId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import type { WithdrawalCommand } from './command.ts'
import { correct, score } from './decide-score.ts'
import { profiles, usualProfile } from './profiles/profiles.ts'
import type { ProfileId } from './profiles/band-profile.ts'
import {
  countedPast,
  intervalIn,
  scoreDueOf,
  type Watch,
  type Withdrawal,
  type WithdrawalEvent
} from './watch.ts'

type Of<T extends WithdrawalCommand['type']> = Extract<WithdrawalCommand, { type: T }>

/** Whoever may not is told by the unit, which knows why: a score asks for a nurse, not for a rank. */
export function decideWithdrawal(
  withdrawal: Withdrawal,
  floor: Floor,
  command: WithdrawalCommand,
  asking: Asking
): Decision<WithdrawalEvent> {
  if (command.type === 'withdrawal.watch') return watchStay(withdrawal, floor, command, asking)
  const watch = withdrawal.watches[command.watch]
  if (!watch) return refuse('watch-unknown')
  switch (command.type) {
    case 'withdrawal.defer':
      return defer(watch, floor, command, asking)
    case 'withdrawal.miss':
      return miss(watch, command, asking)
    default:
      return isNurse(floor, asking) ? byNurse(watch, floor, command, asking) : refuse('nurse-needed')
  }
}

function byNurse(
  watch: Watch,
  floor: Floor,
  command: Of<'withdrawal.score' | 'withdrawal.correct' | 'withdrawal.stop'>,
  asking: Asking
): Decision<WithdrawalEvent> {
  switch (command.type) {
    case 'withdrawal.score':
      return score(watch, floor, command, asking)
    case 'withdrawal.correct':
      return correct(watch, floor, command)
    case 'withdrawal.stop': {
      const { reason, note = null } = command
      if (reason === 'other' && note === null) return refuse('why-needed')
      return [{ type: 'withdrawal.stopped', watch: watch.id, reason, note }]
    }
  }
}

const rolesOf = ({ staff }: Floor, { by }: Asking): readonly string[] =>
  by.kind === 'member' ? (staff.members[by.member as MemberId]?.roles ?? []) : []

const isNurse = (floor: Floor, asking: Asking): boolean => rolesOf(floor, asking).includes('nurse')

function mayWatch(floor: Floor, asking: Asking): boolean {
  return asking.by.kind === 'loader' || isNurse(floor, asking) || rolesOf(floor, asking).includes('charge')
}

function watchStay(
  { watches }: Withdrawal,
  floor: Floor,
  { stay: id, scale, profile: asked }: Of<'withdrawal.watch'>,
  asking: Asking
): Decision<WithdrawalEvent> {
  if (!mayWatch(floor, asking)) return refuse('nurse-needed')
  const stay = floor.census.stays[id]
  if (!stay) return refuse('stay-unknown', { stay: id })
  const { whereabouts } = stay
  if (whereabouts.is === 'off-unit') return refuse('off-unit', { stay: id, since: whereabouts.since })
  const known = Object.values(watches).find(watch => watch.stay === id && watch.scale === scale)
  if (known) return refuse('already-watched', { stay: id, since: known.startedAt })
  const named = floor.profile.description?.withdrawal?.profiles?.[scale]
  const profile = asked ?? (isFor(named, scale) ? named : usualProfile[scale])
  if (!isFor(profile, scale)) return refuse('profile-unfit')
  const watch = asking.command as string as WatchId
  const { version, first } = profiles[profile]
  return [{ type: 'withdrawal.watched', watch, stay: id, scale, profile, version, first }]
}

const isFor = (profile: string | undefined, scale: string): profile is ProfileId =>
  profile !== undefined && Object.hasOwn(profiles, profile) && profiles[profile as ProfileId].scale === scale

/** Nothing is due any later by it. Whether somebody asleep is left to sleep is a standing rule of the unit. */
function defer(
  watch: Watch,
  { profile: { description } }: Floor,
  command: Of<'withdrawal.defer'>,
  { now }: Asking
): Decision<WithdrawalEvent> {
  const { reason, until = null } = command
  if (watch.paused) return refuse('not-owed')
  if (reason === 'asleep' && description?.withdrawal?.asleep === 'wake') return refuse('wake-to-score')
  if (until !== null && until <= now) return refuse('until-passed', { until })
  const latest = now + minutes(intervalIn(watch))
  if (until !== null && until > latest) return refuse('until-too-far', { until: latest })
  const { putOff } = watch
  if (putOff?.reason === reason && putOff.until === until) return refuse('no-change')
  return [{ type: 'withdrawal.deferred', watch: watch.id, reason, until }]
}

function miss(
  watch: Watch,
  { due, count }: Of<'withdrawal.miss'>,
  { now }: Asking
): Decision<WithdrawalEvent> {
  const owed = scoreDueOf(watch) === due && countedPast(watch.missed, due) < count
  if (!owed || now < due + count * minutes(intervalIn(watch))) return refuse('not-owed')
  return [{ type: 'withdrawal.missed', watch: watch.id, due, count }]
}
