import type { Asking, Decision } from '../asking.ts'
import { refuse } from '../refusal.ts'
import type { StaffCommand } from './command.ts'
import type { Member, Staff, StaffEvent } from './member.ts'
import type { MeetingId, MemberId } from '../ids.ts'
import { same } from '../same.ts'

/** The running meeting that a member leads, if any. */
type Leads = (member: MemberId) => MeetingId | null

export function decideStaff(
  staff: Staff,
  command: StaffCommand,
  asking: Asking,
  leads: Leads
): Decision<StaffEvent> {
  const { member: id } = command
  const member = staff.members[id]
  if (command.type === 'member.join') {
    if (member) return refuse('member-exists', { member: id })
    return [{ type: 'member.joined', member: id, description: command.description }]
  }
  if (!member) return refuse('member-unknown', { member: id })
  return decideMember(staff, member, command, asking, leads(id))
}

function decideMember(
  staff: Staff,
  member: Member,
  command: Exclude<StaffCommand, { type: 'member.join' }>,
  asking: Asking,
  leading: MeetingId | null
): Decision<StaffEvent> {
  const { id } = member
  switch (command.type) {
    case 'member.describe': {
      const { name, roles, credentials, language } = member
      const before = { name, roles, credentials, language }
      if (same(before, command.description)) return refuse('no-change')
      return [{ type: 'member.described', member: id, description: command.description }]
    }
    case 'member.set-pin':
      return [{ type: 'member.pin-set', member: id, hash: command.hash }]
    case 'member.retire':
      if (leading) return refuse('leads-now', { member: id, meeting: leading })
      return [{ type: 'member.retired', member: id }]
    case 'member.start-shift':
      if (!mayTurn(staff, id, asking)) return refuse('not-yours', { member: id })
      if (member.shiftSince !== null) {
        return refuse('already-on-shift', { member: id, since: member.shiftSince })
      }
      return [{ type: 'member.shift-started', member: id }]
    case 'member.end-shift':
      if (!mayTurn(staff, id, asking)) return refuse('not-yours', { member: id })
      if (member.shiftSince === null) return refuse('not-on-shift', { member: id })
      if (leading) return refuse('leads-now', { member: id, meeting: leading })
      return [{ type: 'member.shift-ended', member: id }]
  }
}

export const isCharge = (staff: Staff, member: MemberId): boolean =>
  staff.members[member]?.roles.includes('charge') ?? false

/** One's own shift, or anybody's for charge staff, administrators and the unit file. */
function mayTurn(staff: Staff, member: string, { by }: Asking): boolean {
  if (by.kind !== 'member') return by.kind === 'loader'
  const roles = staff.members[by.member]?.roles ?? []
  return by.member === member || roles.includes('charge') || roles.includes('administrator')
}
