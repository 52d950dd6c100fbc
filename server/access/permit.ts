/** Who may ask for what. The unit still decides whether it can be: being allowed to ask is not being right. */
import type { Author } from '../../shared/recorded.ts'
import { refuse, type Refused } from '../../shared/refusal.ts'
import type { Role } from '../../shared/staff/member.ts'
import type { CommandType, UnitCommand, UnitState } from '../../shared/unit.ts'

export type Asker = Role | 'clock' | 'loader' | 'screen' | 'node'

const anyone: readonly Asker[] = ['counselor', 'nurse', 'charge', 'director', 'administrator']
const floor: readonly Asker[] = ['counselor', 'nurse', 'charge', 'director']
const leads: readonly Asker[] = ['charge', 'director']
const plans: readonly Asker[] = ['charge', 'director', 'administrator']
const describes: readonly Asker[] = ['administrator', 'loader']
const clock: readonly Asker[] = ['clock']
const node: readonly Asker[] = ['node']

/** Complete: a command without a line here does not compile. `screen` is a locked tablet, with nobody behind it. */
export const permitted = {
  'profile.describe': describes,
  'place.open': describes,
  'place.change': describes,
  'place.retire': describes,

  'member.join': describes,
  'member.describe': describes,
  'member.set-pin': describes,
  'member.retire': describes,
  // One's own; of others only charge staff and administrators, which the unit itself decides.
  'member.start-shift': [...anyone, 'loader'],
  'member.end-shift': [...anyone, 'loader'],

  'stay.admit': [...leads, 'loader'],
  'stay.describe': [...leads, 'loader'],
  'stay.move': [...leads, 'loader'],
  'stay.set-level': ['nurse', ...leads, 'loader'],
  'stay.leave': [...floor, 'loader'],
  'stay.return': [...floor, 'loader'],
  'stay.discharge': [...leads, 'loader'],

  'group.define': [...plans, 'loader'],
  'group.retire': [...plans, 'loader'],
  'meeting.plan': clock,
  'meeting.start': [...floor, 'loader'],
  'meeting.end': [...floor, 'loader'],
  'meeting.join': [...floor, 'loader'],
  'meeting.leave': [...floor, 'loader'],
  'meeting.attend': [...floor, 'loader'],
  'meeting.cancel': [...plans, 'loader'],
  'meeting.reassign': [...plans, 'loader'],

  'alert.raise': [...anyone, 'screen'],
  'alert.describe': anyone,
  'alert.acknowledge': anyone,
  'alert.arrive': anyone,
  'alert.withdraw': anyone,
  'alert.resolve': anyone,
  'alert.cancel': anyone,
  'alert.decline': anyone,
  'alert.take-role': anyone,
  'alert.contain': anyone,
  'alert.reopen': anyone,
  'alert.settle': anyone,
  'alert.defer': anyone,
  'alert.assign': anyone,
  'alert.close': anyone,
  'alert.restrain': floor,
  'alert.renew-order': floor,
  'alert.evaluate': floor,
  'alert.release': floor,
  'alert.show': node,
  'alert.miss-screens': clock,
  'alert.remind': clock,
  'alert.remind-restraint': clock,
  'alert.escalate': clock,
  'alert.lapse': clock,

  'check-in.complete': floor,
  'check-in.not-found': floor,
  'check-in.correct': floor,
  'check-in.undo': floor,
  'check-in.explain': floor,
  'check-in.miss': clock,

  'watch.take': floor,
  'watch.relieve': floor,
  'watch.release': floor,
  'watch.miss': clock,

  // What of it asks for a nurse is for the unit to decide, which says so.
  'withdrawal.watch': [...floor, 'loader'],
  'withdrawal.score': floor,
  'withdrawal.correct': floor,
  'withdrawal.defer': floor,
  'withdrawal.stop': floor,
  'withdrawal.miss': clock,

  'follow-up.open': floor,
  'follow-up.take': floor,
  'follow-up.assign': leads,
  'follow-up.offer': floor,
  'follow-up.accept': floor,
  'follow-up.decline': floor,
  'follow-up.complete': floor,
  'follow-up.defer': floor,
  'follow-up.drop': floor,
  'follow-up.reopen': floor,
  'follow-up.remind': clock,

  'page.try': clock,
  'page.lapse': clock,
  'page.end': node,
  'page.retry': plans,
  'page.drop': plans,
  'page.subscribe': [...anyone, 'node']
} as const satisfies Record<CommandType, readonly Asker[]>

/** Null where `author` may ask for it. A member who is not on the staff (any more) may ask for nothing. */
export function permit(state: UnitState, author: Author, { type }: UnitCommand): Refused | null {
  const askers = askersOf(state, author)
  if (askers === null) return refuse('not-signed-in')
  const may: readonly Asker[] = permitted[type]
  return askers.some(asker => may.includes(asker)) ? null : refuse('not-permitted')
}

function askersOf({ staff }: UnitState, author: Author): readonly Asker[] | null {
  return author.kind === 'member' ? (staff.members[author.member]?.roles ?? null) : [author.kind]
}
