import { Sending, type Fields } from '../live/sending.svelte.ts'
import type { AlertId } from '../../shared/ids.ts'
import type { Position } from '../../shared/position.ts'
import type { Refused } from '../../shared/refusal.ts'

/** An alert that was raised on this device: what was sent, and what was heard of it. No person is kept. */
export interface Raised {
  id: AlertId
  unit: string
  fields: Fields
  /** the unit's time when the finger lifted, milliseconds since 1970 */
  enteredAt: number
  /** where the journal stood when it was last known to be recorded */
  at: Position | null
  refused: Refused | null
  /** it has been seen to end */
  over: boolean
  /** put aside: the screen goes on with its work */
  aside: boolean
}

const prefix = 'milieu:raised:'

/** Every alert has an entry of its own, so that two pages of one device never write over each other's. Oldest first. */
export function remembered(): Raised[] {
  try {
    const all = Array.from({ length: localStorage.length }, (_, place) => localStorage.key(place) ?? '')
    const keys = all.filter(key => key.startsWith(prefix))
    return keys.flatMap(key => read(key)).toSorted((a, b) => a.enteredAt - b.enteredAt)
  } catch {
    return []
  }
}

function read(key: string): Raised[] {
  try {
    return [JSON.parse(localStorage.getItem(key) ?? '') as Raised]
  } catch {
    return []
  }
}

export function remember(raised: Raised): void {
  try {
    localStorage.setItem(prefix + raised.id, JSON.stringify(raised))
  } catch {
    return
  }
}

export function forget(id: string): void {
  try {
    localStorage.removeItem(prefix + id)
  } catch {
    return
  }
}

/** What an earlier life of this page had sent, as far as it had heard. */
export function sendingOf({ id, fields, enteredAt, at, refused }: Raised): Sending {
  const sending = new Sending(id, fields, enteredAt)
  if (refused) sending.answered({ outcome: 'refused', ...refused })
  else if (at) sending.answered({ outcome: 'recorded', position: at, repeated: true })
  else sending.unsure()
  return sending
}
