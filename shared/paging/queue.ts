/** Who is called, when an alert tells somebody. */
import type { CommandId, MemberId, PageId } from '../ids.ts'
import type { Least, Pager } from '../profile/pager.ts'
import { callsOff, followsUp, type Call, type Calling } from './call.ts'
import { isPush, nameOf, type Channel, type Paging, type PagingEvent } from './paging.ts'

/** What the unit says of it. */
export interface Policy {
  pagers?: readonly Pager[] | undefined
  push?: boolean | undefined
}

/**
 * What is recorded along with what happened. Letters are named after the command: after a loss of the journal's tail the
 * same step is sent under the same name, and who receives it twice can tell.
 */
export function queue(
  paging: Paging,
  policy: Policy,
  callings: readonly Calling[],
  command: CommandId
): PagingEvent[] {
  return callings.flatMap((calling, i): PagingEvent[] => {
    const { call } = calling
    const to = channels(paging, policy, calling).map(channel => {
      return { page: `${command}~${i}~${channel}` as string as PageId, channel }
    })
    const over = callsOff(call) && paging.open[call.alert] !== undefined
    return [
      ...(over ? [{ type: 'page.called-off', alert: call.alert } as const] : []),
      ...(to.length > 0 ? [{ type: 'page.queued', call, to } as const] : [])
    ]
  })
}

/** Who was told of an alert hears that it is over, or other than was said, whatever else they want to hear. */
function channels(paging: Paging, policy: Policy, { call, members, raisers }: Calling): Channel[] {
  const { pagers = [], push = false } = policy
  const before = (paging.open[call.alert] ?? []).filter(channel => isThere(paging, policy, channel))
  if (callsOff(call)) return before
  const asked = members.filter(member => push && !raisers.includes(member) && isPushing(paging, member))
  const all = [
    ...(followsUp(call) ? before : []),
    ...pagers.filter(pager => hears(pager, call)).map(({ id }): Channel => `pager:${id}`),
    ...asked.map((member): Channel => `push:${member}`)
  ]
  return [...new Set(all)]
}

const urgency: Record<Least, number> = { high: 3, medium: 2, low: 1 }

const hears = ({ least = 'low', tells }: Pager, call: Call): boolean =>
  urgency[call.priority] >= urgency[least] && (!tells || call.tells.some(one => tells.includes(one)))

const isPushing = ({ pushing }: Paging, member: MemberId): boolean => Object.hasOwn(pushing, member)

function isThere(paging: Paging, { pagers = [], push = false }: Policy, channel: Channel): boolean {
  const name = nameOf(channel)
  if (isPush(channel)) return push && isPushing(paging, name as MemberId)
  return pagers.some(({ id }) => id === name)
}
