/** Which of the alerts that nobody has answered are heard. A display plays it, a node records it: both go by this. */
import type { Priority } from './kind.ts'

/** How an alert sounds; `late`: it reached the board long after it began, and does not sound as new. */
export type Voice = Priority | 'late'

const voices: readonly Voice[] = ['high', 'medium', 'low', 'late']

/** What could not be sent for this long is no longer news, in milliseconds. */
export const oldNews = 60_000

interface Waiting {
  priority: Priority
  silent: boolean
  raisedAt: number
  seenAt: number
  /** since when it stands open: opened again it is news, however late it came */
  since: number
}

export const voiceOf = ({ priority, raisedAt, seenAt, since }: Waiting): Voice =>
  since === raisedAt && raisedAt - seenAt > oldNews ? 'late' : priority

/** Those of the most urgent voice, and that voice; null where all of them are silent, or there are none. */
export function heard<One extends Waiting>(waiting: readonly One[]): { voice: Voice; all: One[] } | null {
  const loud = waiting.filter(({ silent }) => !silent)
  const voice = voices.find(known => loud.some(one => voiceOf(one) === known))
  return voice === undefined ? null : { voice, all: loud.filter(one => voiceOf(one) === voice) }
}
