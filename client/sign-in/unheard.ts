/**
 * Alerts that nobody has heard yet go on being sent, whoever the device stands for by then. "Not found" is a member's own
 * entry and waits for them; the alert in it does not: the device raises it, under an id of its own that is the same each
 * time. The entry that follows opens no second one.
 */
import type { Fields, Sending } from '../live/sending.svelte.ts'

export interface Unheard {
  id: string
  fields: Fields
}

export function alertsUnheard(sendings: readonly Pick<Sending, 'id' | 'fields' | 'enteredAt'>[]): Unheard[] {
  return sendings.flatMap(({ id, fields, enteredAt }): Unheard[] => {
    if (fields.type === 'alert.raise') return [{ id, fields }]
    if (fields.type !== 'check-in.not-found') return []
    const { stay, place } = fields
    const seenAt = Math.round(enteredAt)
    return [{ id: sibling(id), fields: { type: 'alert.raise', kind: 'missing-person', place, stay, seenAt } }]
  })
}

/** The UUID beside a UUID. */
function sibling(id: string): string {
  const last = Number.parseInt(id.slice(-1), 16)
  return id.slice(0, -1) + (last ^ 1).toString(16)
}
