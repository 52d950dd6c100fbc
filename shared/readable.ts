/** What this program can read: the shape of every event of every slice, by type. Beside `unit.ts`, and like it complete. */
import { alertShapes } from './alerts/shapes.ts'
import { censusShapes } from './census/shapes.ts'
import { checkInShapes } from './check-ins/shapes.ts'
import { followUpShapes } from './follow-ups/shapes.ts'
import { groupShapes } from './groups/shapes.ts'
import { pagingShapes } from './paging/shapes.ts'
import { profileShapes } from './profile/shapes.ts'
import type { Recorded } from './recorded.ts'
import type { Shapes } from './shapes.ts'
import { staffShapes } from './staff/shapes.ts'
import type { UnitEvent } from './unit.ts'
import { withdrawalShapes } from './withdrawal/shapes.ts'

/** Version that new events carry. A reader takes older ones as they are and keeps newer ones unread. */
export const eventVersion = 1

const shapes: Shapes<UnitEvent> = {
  ...profileShapes,
  ...censusShapes,
  ...staffShapes,
  ...groupShapes,
  ...alertShapes,
  ...checkInShapes,
  ...pagingShapes,
  ...withdrawalShapes,
  ...followUpShapes
}

export function isReadable({ v, event, by }: Partial<Recorded>): boolean {
  if (v === undefined || v > eventVersion || !by || !event || !Object.hasOwn(shapes, event.type)) return false
  return shapes[event.type as UnitEvent['type']].safeParse(event).success
}
