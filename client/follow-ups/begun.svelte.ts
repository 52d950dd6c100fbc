/** What was begun of a new follow-up. It is there again where the unit said no, for who began it, while this page lives. */
import type { FollowUpKind } from '../../shared/follow-ups/kind.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Sending } from '../live/sending.svelte.ts'
import { ByWhen } from './by-when.svelte.ts'

class Begun {
  kind = $state<FollowUpKind | null>(null)
  /** empty: nobody, or not said yet */
  stay = $state('')
  /** null: who enters it; empty: nobody yet */
  owner = $state<string | null>(null)
  about = $state('')
  readonly when = new ByWhen()

  sent(sending: Sending): void {
    if (entries.current === this) entries.current = new Begun()
    void sending.settled.then(({ outcome }) => {
      if (outcome === 'refused') entries.current = this
    })
  }
}

const entries: { of: MemberId | null; current: Begun } = { of: null, current: new Begun() }

export function begun(member: MemberId): Begun {
  if (entries.of !== member) entries.current = new Begun()
  entries.of = member
  return entries.current
}
