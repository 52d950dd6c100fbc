import { knowsNames, seesStaff, type Audience } from '../audience.ts'
import type { Language } from '../bilingual.ts'
import type { MemberId } from '../ids.ts'
import { remember, rowsOf } from '../memo.ts'
import type { CredentialKind, Member, Role, Staff } from './member.ts'

/** Absent for `wall-public` and `locked`. */
export interface MemberRow {
  id: MemberId
  name: string
  onShift: boolean
  /** tablet and charge */
  roles: readonly Role[] | null
  language: Language | null
  shiftSince: number | null
  /** tablet and charge: the last local day on which a licence is in force, however long ago; null without any */
  licensedUntil: string | null
  /** charge only; `expires` is the last local day in force */
  credentials: readonly { kind: CredentialKind; body: string; expires: string }[] | null
}

const memberRow = remember((member: Member, audience: Audience): MemberRow => {
  const known = knowsNames(audience)
  return {
    id: member.id,
    name: member.name,
    onShift: member.shiftSince !== null,
    roles: known ? member.roles : null,
    language: known ? member.language : null,
    shiftSince: known ? member.shiftSince : null,
    licensedUntil: known ? lastLicensed(member) : null,
    credentials: audience === 'charge' ? member.credentials.map(credentialRow) : null
  }
})

/** ISO dates compare as text. */
const lastLicensed = ({ credentials }: Member): string | null =>
  credentials
    .filter(({ kind }) => kind === 'licensed')
    .map(({ expires }) => expires)
    .sort()
    .at(-1) ?? null

function credentialRow({ kind, body, expires }: Member['credentials'][number]) {
  return { kind, body, expires }
}

const nobody: Record<string, MemberRow> = {}

export const viewMembers = remember(
  (members: Staff['members'], audience: Audience): Record<string, MemberRow> => {
    return seesStaff(audience) ? rowsOf(members, member => memberRow(member, audience)) : nobody
  }
)
