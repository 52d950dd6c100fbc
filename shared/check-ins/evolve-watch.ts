import type { CensusEvent, Level } from '../census/stay.ts'
import type { MemberId, StayId } from '../ids.ts'
import { without } from '../memo.ts'
import type { Recorded } from '../recorded.ts'
import type { StaffEvent } from '../staff/member.ts'
import type { CheckInEvent, CheckIns } from './check-in.ts'
import { watchersFor, type Gap, type Holder, type Watch } from './watch.ts'

type Heard = CheckInEvent | CensusEvent | StaffEvent | { type: '' }
type Part = Pick<CheckIns, 'watches' | 'watchingSince'>

/** `checkIns` as they are after the event has been folded into the rounds. */
export function evolveWatches(checkIns: CheckIns, { event, at, command }: Recorded<Heard>): CheckIns {
  switch (event.type) {
    case 'stay.admitted':
    case 'stay.level-set':
      return { ...checkIns, ...levelled(checkIns, event.stay, event.level, at) }
    case 'stay.returned':
      return {
        ...checkIns,
        ...levelled(checkIns, event.stay, checkIns.rounds[event.stay]?.level ?? 'q15', at)
      }
    case 'stay.left':
    case 'stay.discharged':
      return ended(checkIns, event.stay)
    case 'watch.taken':
      return change({ ...checkIns, watchingSince: checkIns.watchingSince ?? at }, event.stay, watch =>
        held(watch, [...watch.holders, { member: event.member, since: at }], at)
      )
    case 'watch.relieved':
      return change(checkIns, event.stay, watch => {
        const others = watch.holders.filter(({ member }) => member !== event.relieves)
        return held(watch, [...others, { member: event.member, since: at }], at)
      })
    case 'watch.released':
      return change(checkIns, event.stay, watch => letGo(watch, event.member, at))
    case 'watch.uncovered':
      return change(checkIns, event.stay, watch =>
        watch.gap ? { ...watch, gap: told(watch.gap, event.step, command) } : watch
      )
    case 'member.shift-ended':
    case 'member.retired':
      return Object.values(checkIns.watches)
        .filter(({ holders }) => holders.some(({ member }) => member === event.member))
        .reduce((so, { stay }) => change(so, stay, watch => letGo(watch, event.member, at)), checkIns)
    default:
      return checkIns
  }
}

const told = (gap: Gap, step: 1 | 2, command: Gap['alert']): Gap => ({
  ...gap,
  told: step,
  alert: step === 2 ? command : gap.alert
})

/**
 * Whoever watches goes on at another level that needs it; what it needs more is asked for anew. Somebody beside whom one
 * has to be is watched with nobody else: who holds another watch too does not go on.
 */
function levelled({ watches }: CheckIns, stay: StayId, level: Level, at: number): Partial<Part> {
  if (watchersFor[level] === 0) return { watches: without(watches, stay) as CheckIns['watches'] }
  const before = watches[stay] ?? { stay, level, since: at, holders: [], gap: null }
  const others = Object.values(watches).filter(other => other.stay !== stay && other.holders.length > 0)
  const elsewhere = ({ member }: Holder) =>
    others.some(({ holders }) => holders.some(held => held.member === member))
  const able = before.holders.filter(holder => level === 'line-of-sight' || !elsewhere(holder))
  const holders = able.slice(0, watchersFor[level])
  return { watches: { ...watches, [stay]: covered({ ...before, level, holders }, at, true) } }
}

/** A gap stays the same one until enough hold the watch again. */
function covered(watch: Watch, at: number, ordered: boolean): Watch {
  if (watch.holders.length >= watchersFor[watch.level]) return { ...watch, gap: null }
  return { ...watch, gap: watch.gap ?? { since: at, told: 0, ordered, alert: null } }
}

const held = (watch: Watch, holders: readonly Holder[], at: number): Watch =>
  covered({ ...watch, holders }, at, true)

/** Nobody took it from them: from now on there is a gap of the serious kind, if there was not one already. */
function letGo(watch: Watch, member: MemberId, at: number): Watch {
  const holders = watch.holders.filter(holder => holder.member !== member)
  if (holders.length === watch.holders.length) return watch
  return covered({ ...watch, holders, gap: watch.gap?.ordered ? null : watch.gap }, at, false)
}

function ended(checkIns: CheckIns, stay: StayId): CheckIns {
  return { ...checkIns, watches: without(checkIns.watches, stay) as CheckIns['watches'] }
}

function change(checkIns: CheckIns, stay: StayId, to: (watch: Watch) => Watch): CheckIns {
  const watch = checkIns.watches[stay]
  return watch ? { ...checkIns, watches: { ...checkIns.watches, [stay]: to(watch) } } : checkIns
}
