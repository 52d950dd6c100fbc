/** Words for the staff: roles and credentials. */
import type { CredentialKind, Role } from '../staff/member.ts'
import {
  credential_credentialed,
  credential_licensed,
  role_administrator,
  role_charge,
  role_counselor,
  role_director,
  role_nurse
} from './compiled/messages.js'
import type { Word } from './word.ts'

export const roleWords = {
  counselor: role_counselor,
  nurse: role_nurse,
  charge: role_charge,
  director: role_director,
  administrator: role_administrator
} as const satisfies Record<Role, Word>

export const credentialWords = {
  licensed: credential_licensed,
  credentialed: credential_credentialed
} as const satisfies Record<CredentialKind, Word>
