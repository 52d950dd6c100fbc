/**
 * What displays have on their glass, as all nodes know it: one field a display, shared beside the journal. It may be
 * lost; the next report brings it back.
 */
import { z } from 'zod'
import { Audience } from '../../shared/audience.ts'
import { Position } from '../../shared/position.ts'
import type { Beacon } from '../../shared/protocol/beacon.ts'

const Painted = z.object({ name: z.string(), audience: Audience, position: Position, at: z.number() })
type Painted = z.infer<typeof Painted>

const prefix = 'painted:'
/** A display that has been silent this long is not spoken of any more, in milliseconds. */
const forgotten = 12 * 3_600_000

export const fieldOf = (display: string): string => prefix + display

export const shared = (painted: Painted): string => JSON.stringify(painted)

/** `now`: milliseconds since 1970, of the same clock as `at`. What was painted in another life of the journal is 0. */
export function screensOf(
  fields: Record<string, string>,
  { epoch }: Position,
  now: number
): NonNullable<Beacon['screens']> {
  return Object.keys(fields)
    .filter(field => field.startsWith(prefix))
    .sort()
    .flatMap(field => {
      const painted = read(fields[field] ?? '')
      if (!painted || now - painted.at > forgotten) return []
      const { name, audience, position, at } = painted
      return [
        { name, audience, seq: position.epoch === epoch ? position.seq : 0, ago: Math.max(0, now - at) }
      ]
    })
}

function read(text: string): Painted | null {
  try {
    return Painted.parse(JSON.parse(text))
  } catch {
    return null
  }
}
