/** What was told outside the board and what became of it, by how many pagers and members. */
import * as m from '../../shared/words/compiled/messages.js'
import { aboutWords } from '../../shared/words/paging-words.ts'
import type { Of } from './lines.ts'
import type { Speaker } from './speaker.ts'

type Paged = Of<'paged'>

const says: Record<Paged['is'], (what: { about: string; whom: string; by: string }) => string> = {
  queued: m.record_paged_queued,
  sent: m.record_paged_sent,
  failed: m.record_paged_failed,
  dead: m.record_paged_dead,
  outdated: m.record_paged_outdated,
  retried: m.record_paged_retried,
  dropped: m.record_paged_dropped
}

export function pagedSays(step: Paged, by: string, say: Speaker): readonly [text: string, more: string] {
  const { is, about, pagers, pushes, attempts, waiting, at, until } = step
  const whom = [
    pagers > 0 && m.record_pagers({ count: pagers }),
    pushes > 0 && m.record_pushes({ count: pushes })
  ]
  const text = says[is]({
    about: aboutWords[about](),
    whom: whom.filter(one => one !== false).join(', '),
    by
  })
  const more = [
    is === 'failed' && m.record_paged_attempts({ count: attempts }),
    until - at >= 60_000 && m.record_paged_until({ time: say.time(until, at) }),
    waiting > 0 && m.record_paged_waiting({ count: waiting })
  ]
  return [text, more.filter(one => one !== false).join(' ')]
}
