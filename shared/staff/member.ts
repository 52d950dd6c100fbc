/** The staff: who works here, what they may do and lead, and who is on shift. Part of the floor. */
import { z } from 'zod'
import { Language } from '../bilingual.ts'
import type { MemberId } from '../ids.ts'
import { without } from '../memo.ts'
import type { Recorded } from '../recorded.ts'

export const Role = z.enum(['counselor', 'nurse', 'charge', 'director', 'administrator'])
export type Role = z.infer<typeof Role>

/** A licence outranks a certificate: who is licensed may lead what asks for a credential. */
export const CredentialKind = z.enum(['licensed', 'credentialed'])
export type CredentialKind = z.infer<typeof CredentialKind>

export const Credential = z.strictObject({
  kind: CredentialKind,
  /** the letters that the body gives, such as LCSW or CADC */
  body: z.string().min(1).max(40),
  number: z.string().min(1).max(40),
  /** last local day it is in force */
  expires: z.iso.date()
})
export type Credential = z.infer<typeof Credential>

export const MemberDescription = z.strictObject({
  name: z.string().min(1).max(200),
  roles: z.array(Role).min(1).max(5),
  credentials: z.array(Credential).max(10),
  language: Language
})
export type MemberDescription = z.infer<typeof MemberDescription>

/** An argon2id hash in PHC form. The PIN itself never reaches the journal. */
export const PinHash = z
  .string()
  .max(200)
  .regex(/^\$argon2id\$/)

export interface Member {
  id: MemberId
  name: string
  roles: readonly Role[]
  credentials: readonly Credential[]
  language: Language
  pinHash: string | null
  /** when the shift began, milliseconds since 1970; null when off */
  shiftSince: number | null
}

export interface Staff {
  members: Readonly<Record<MemberId, Member>>
}

export type StaffEvent =
  | { type: 'member.joined'; member: MemberId; description: MemberDescription }
  | { type: 'member.described'; member: MemberId; description: MemberDescription }
  | { type: 'member.pin-set'; member: MemberId; hash: string }
  | { type: 'member.retired'; member: MemberId }
  | { type: 'member.shift-started'; member: MemberId }
  | { type: 'member.shift-ended'; member: MemberId }

export const initialStaff: Staff = { members: {} }

export function evolveStaff(staff: Staff, { event, at }: Recorded<StaffEvent | { type: '' }>): Staff {
  switch (event.type) {
    case 'member.joined': {
      const member = { id: event.member, ...described(event.description), pinHash: null, shiftSince: null }
      return { members: { ...staff.members, [event.member]: member } }
    }
    case 'member.described':
      return change(staff, event.member, described(event.description))
    case 'member.pin-set':
      return change(staff, event.member, { pinHash: event.hash })
    case 'member.retired':
      return { members: without(staff.members, event.member) as Staff['members'] }
    case 'member.shift-started':
      return change(staff, event.member, { shiftSince: at })
    case 'member.shift-ended':
      return change(staff, event.member, { shiftSince: null })
    default:
      return staff
  }
}

/** Who answers for the unit now: of the charge staff on shift, the one who is here longest. */
export function inCharge(staff: Staff): Member | null {
  const onShift = Object.values(staff.members).filter(
    m => m.shiftSince !== null && m.roles.includes('charge')
  )
  onShift.sort((a, b) => (a.shiftSince ?? 0) - (b.shiftSince ?? 0) || (a.id < b.id ? -1 : 1))
  return onShift[0] ?? null
}

function described({ name, roles, credentials, language }: MemberDescription) {
  return { name, roles, credentials, language }
}

function change(staff: Staff, id: MemberId, fields: Partial<Member>): Staff {
  const member = staff.members[id]
  return member ? { members: { ...staff.members, [id]: { ...member, ...fields } } } : staff
}
