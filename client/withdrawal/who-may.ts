/** Who may do what of a withdrawal watch: a nurse scores, corrects and stops; charge staff begin one too. */
import type { MemberId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'

type Known = Pick<Rows, 'members'>

export const isNurse = ({ members }: Known, member: MemberId): boolean =>
  members[member]?.roles?.includes('nurse') === true

export const mayBegin = (rows: Known, member: MemberId): boolean =>
  isNurse(rows, member) || rows.members[member]?.roles?.includes('charge') === true

/** Names of the nurses on shift. */
export const nursesOn = ({ members }: Known): string[] =>
  Object.values(members)
    .filter(({ onShift, roles }) => onShift && roles?.includes('nurse') === true)
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b))
