import type { Asking, Decision } from '../asking.ts'
import { isBlank } from '../census/tells-name.ts'
import type { Floor } from '../floor.ts'
import type { FollowUpId, MemberId } from '../ids.ts'
import { refuse, type Refused } from '../refusal.ts'
import type { FollowUpCommand } from './command.ts'
import { decideEnd, isOver } from './decide-end.ts'
import { isOpen, type FollowUp, type FollowUpEvent, type FollowUps } from './follow-up.ts'
import { withoutPerson } from './kind.ts'

type Of<T extends FollowUpCommand['type']> = Extract<FollowUpCommand, { type: T }>

export function decideFollowUps(
  { followUps }: FollowUps,
  floor: Floor,
  command: FollowUpCommand,
  asking: Asking
): Decision<FollowUpEvent> {
  if (command.type === 'follow-up.open') return open(floor, command, asking)
  if ('followUps' in command) {
    const named = command.followUps.flatMap(id => followUps[id] ?? [])
    return handOver(named.filter(isOpen), floor, command, asking)
  }
  const followUp = followUps[command.followUp]
  if (!followUp) return refuse('follow-up-unknown')
  switch (command.type) {
    case 'follow-up.take':
      return take(followUp, floor, asking)
    case 'follow-up.assign':
      return assign(followUp, floor, command, asking)
    default:
      return decideEnd(followUp, floor, command, asking)
  }
}

function open(
  floor: Floor,
  { kind, stay, owner, due, about }: Of<'follow-up.open'>,
  { command, now }: Asking
): Decision<FollowUpEvent> {
  if (stay !== null && !floor.census.stays[stay]) return refuse('stay-unknown', { stay })
  if (stay === null && !withoutPerson.includes(kind)) return refuse('person-needed')
  if (due <= now) return refuse('until-passed', { at: due })
  const followUp = `${command}~${kind}` as FollowUpId
  const said = about === undefined || isBlank(about) ? null : about.trim()
  return (
    notOnShift(floor, owner) ?? [
      { type: 'follow-up.opened', followUp, kind, stay, owner, due, alert: null, about: said }
    ]
  )
}

function take(followUp: FollowUp, floor: Floor, { by }: Asking): Decision<FollowUpEvent> {
  if (!isOpen(followUp)) return isOver(followUp)
  const to = by.kind === 'member' ? by.member : null
  if (followUp.owner === to) return refuse('no-change')
  return notOnShift(floor, to) ?? [given(followUp, to)]
}

function assign(
  followUp: FollowUp,
  floor: Floor,
  { to }: Of<'follow-up.assign'>,
  asking: Asking
): Decision<FollowUpEvent> {
  if (!isOpen(followUp)) return isOver(followUp)
  if (followUp.owner === to && followUp.offered === null) return refuse('no-change')
  if (!leads(floor, asking)) return refuse('not-permitted')
  return notOnShift(floor, to) ?? [given(followUp, to)]
}

/** A list is taken as far as it still holds: what is over, or was meanwhile taken by somebody else, is left out. */
function handOver(
  named: readonly FollowUp[],
  floor: Floor,
  command: Of<'follow-up.offer' | 'follow-up.accept' | 'follow-up.decline'>,
  asking: Asking
): Decision<FollowUpEvent> {
  const me = asking.by.kind === 'member' ? asking.by.member : null
  if (command.type === 'follow-up.offer') {
    const { to } = command
    if (to === me) return refuse('no-change')
    const mine = named.filter(({ owner }) => owner === me || leads(floor, asking))
    if (named.length > 0 && mine.length === 0) return refuse('not-yours')
    const fresh = mine.filter(({ owner, offered }) => owner !== to && offered?.to !== to)
    if (fresh.length === 0) return refuse('nothing-offered')
    return (
      notOnShift(floor, to) ??
      fresh.map(({ id }) => ({ type: 'follow-up.offered', followUp: id, to }) as const)
    )
  }
  const offered = named.filter(one => me !== null && one.offered?.to === me)
  if (me === null || offered.length === 0) return refuse('nothing-offered')
  if (command.type === 'follow-up.accept') return notOnShift(floor, me) ?? offered.map(one => given(one, me))
  const { reason = '' } = command
  const why = isBlank(reason) ? {} : { reason: reason.trim() }
  return offered.map(({ id }) => ({ type: 'follow-up.declined', followUp: id, to: me, ...why }))
}

const given = ({ id, owner }: FollowUp, to: MemberId | null): FollowUpEvent => ({
  ...{ type: 'follow-up.given', followUp: id, from: owner, to }
})

const leads = ({ staff }: Floor, { by }: Asking): boolean =>
  by.kind === 'member' &&
  (staff.members[by.member]?.roles.some(role => role === 'charge' || role === 'director') ?? false)

/** Nobody who is at home sees to anything. Null where they can, and where nobody is named. */
function notOnShift({ staff }: Floor, member: MemberId | null): Refused | null {
  if (member === null) return null
  const known = staff.members[member]
  if (!known) return refuse('member-unknown', { member })
  return known.shiftSince === null ? refuse('not-on-shift', { member }) : null
}
