/** Whom an alert has reached: who was told and who is next, and on which displays it was shown and heard. */
import { nextRung } from '../../shared/alerts/next-rung.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { Tells } from '../../shared/profile/profile.ts'
import type { Beacon } from '../../shared/protocol/beacon.ts'

export type Screens = NonNullable<Beacon['screens']>

/** The rung that is reached next unless somebody answers; null while it is answered, and after the last. */
export function nextTold(alert: AlertRow): { tells: Tells; at: number } | null {
  const next = alert.situation === 'raised' ? nextRung(alert) : null
  return next && { tells: next.tells, at: next.at }
}

/**
 * One display, and how many milliseconds after the alert was raised, or began again, it had it on its glass, and its cue
 * began; null: never yet.
 */
export interface Display {
  name: string
  shown: number | null
  sounded: number | null
}

/** Every display that is to show it: those that did, soonest first, then those that are known and did not. */
export function displaysOf({ shown, ladderFrom }: AlertRow, screens: Screens): Display[] {
  const after = (at: number) => Math.max(0, at - ladderFrom)
  const did = (shown ?? []).map(({ screen, at, sounded }) => {
    return { name: screen, shown: after(at), sounded: sounded === null ? null : after(sounded) }
  })
  const known = new Set(did.map(({ name }) => name))
  const others = screens.filter(({ name, audience }) => audience !== 'wall-public' && !known.has(name))
  return [
    ...did.sort((a, b) => a.shown - b.shown || a.name.localeCompare(b.name)),
    ...others
      .map(({ name }) => ({ name, shown: null, sounded: null }))
      .sort((a, b) => a.name.localeCompare(b.name))
  ]
}
