import type { Asking, Decision } from '../asking.ts'
import type { Floor } from '../floor.ts'
import type { MemberId, StayId } from '../ids.ts'
import { refuse, type Refused } from '../refusal.ts'
import type { CheckInEvent, CheckIns } from './check-in.ts'
import type { WatchCommand } from './watch-command.ts'
import { nextTold, watchersFor, type Watch } from './watch.ts'

type Of<T extends WatchCommand['type']> = Extract<WatchCommand, { type: T }>

export function decideWatch(
  checkIns: CheckIns,
  floor: Floor,
  command: WatchCommand,
  { by, now }: Asking
): Decision<CheckInEvent> {
  const watch = checkIns.watches[command.stay]
  if (!watch) return refuse('not-watched', { stay: command.stay })
  if (command.type === 'watch.miss') return miss(watch, checkIns, command, now)
  if (by.kind !== 'member') return refuse('not-permitted')
  switch (command.type) {
    case 'watch.take':
      return take(checkIns, watch, floor, by.member)
    case 'watch.relieve':
      return relieve(checkIns, watch, floor, by.member, command)
    case 'watch.release':
      return release(watch, floor, by.member, command)
  }
}

const holds = ({ holders }: Watch, member: MemberId): boolean => holders.some(held => held.member === member)

function take(checkIns: CheckIns, watch: Watch, floor: Floor, member: MemberId): Decision<CheckInEvent> {
  const { stay, level, holders } = watch
  const refused = holderRefused(checkIns, watch, floor, member)
  if (refused) return refused
  if (holders.length >= watchersFor[level]) {
    return refuse('watch-held', { stay, by: holders[0]?.member ?? '', since: holders[0]?.since ?? 0 })
  }
  return [{ type: 'watch.taken', stay, member }]
}

function relieve(
  checkIns: CheckIns,
  watch: Watch,
  floor: Floor,
  member: MemberId,
  { stay, relieves }: Of<'watch.relieve'>
): Decision<CheckInEvent> {
  const refused = holderRefused(checkIns, watch, floor, member)
  if (refused) return refused
  if (!holds(watch, relieves)) return refuse('not-watching', { stay, member: relieves })
  return [{ type: 'watch.relieved', stay, member, relieves }]
}

/** On shift, not with this person already, and with nobody else who needs them within arm's length or in sight. */
function holderRefused(
  { watches }: CheckIns,
  { stay, level, ...watch }: Watch,
  { staff }: Floor,
  member: MemberId
): Refused | null {
  const { shiftSince = null } = staff.members[member] ?? {}
  if (shiftSince === null) return refuse('off-shift', { member })
  if (holds({ stay, level, ...watch }, member)) return refuse('already-watching', { stay })
  const other = Object.values(watches).find(
    one => holds(one, member) && (one.level !== 'line-of-sight' || level !== 'line-of-sight')
  )
  return other ? refuse('watches-another', { member, stay: other.stay }) : null
}

function release(
  watch: Watch,
  { staff }: Floor,
  asks: MemberId,
  { stay, reason, member = asks }: Of<'watch.release'>
): Decision<CheckInEvent> {
  if (!holds(watch, member)) return refuse('not-watching', { stay, member })
  const roles = staff.members[asks]?.roles ?? []
  const may = member === asks || roles.includes('charge') || roles.includes('director')
  return may ? [{ type: 'watch.released', stay, member, reason }] : refuse('not-yours', { stay })
}

function miss(
  watch: Watch,
  { watchingSince }: CheckIns,
  { stay, since, step }: Of<'watch.miss'>,
  now: number
): Decision<CheckInEvent> {
  const next = nextTold(watch, watchingSince)
  const isOwed = next !== null && next.step === step && watch.gap?.since === since && now >= next.at
  return isOwed ? [{ type: 'watch.uncovered', stay, since, step }] : refuse('not-owed', { stay })
}

/** A person whom the member watches now, if any. */
export const watchedBy = ({ watches }: CheckIns, member: MemberId): StayId | null =>
  Object.values(watches).find(watch => holds(watch, member))?.stay ?? null
