/**
 * What was written and not yet recorded. It outlives a reload of this page and a refusal, belongs to the member who
 * wrote it, and is let go once it is recorded. It never outlives the page's session: what somebody began to write about
 * a person does not stay on the device.
 */
import type { AlertId, FollowUpId, MemberId, WatchId } from '../../shared/ids.ts'

const prefix = 'milieu:draft:'

function kept(key: string): Record<string, string> {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(prefix + key) ?? '{}')
    return read !== null && typeof read === 'object' ? (read as Record<string, string>) : {}
  } catch {
    return {}
  }
}

function keep(key: string, fields: Record<string, string>): void {
  try {
    if (Object.values(fields).every(text => text === '')) sessionStorage.removeItem(prefix + key)
    else sessionStorage.setItem(prefix + key, JSON.stringify(fields))
  } catch {
    return
  }
}

export class Draft {
  #key: string
  #fields = $state.raw<Record<string, string>>({})

  /** `about`: which form of that alert, watch or follow-up. */
  constructor(member: MemberId, of: AlertId | WatchId | FollowUpId, about: string) {
    this.#key = [member, of, about].join(':')
    this.#fields = kept(this.#key)
  }

  text(field: string): string {
    const text = this.#fields[field]
    return typeof text === 'string' ? text : ''
  }

  write(field: string, text: string): void {
    this.#fields = { ...this.#fields, [field]: text }
    keep(this.#key, this.#fields)
  }

  /** It was recorded. */
  done(): void {
    this.#fields = {}
    keep(this.#key, {})
  }
}
