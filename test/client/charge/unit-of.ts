/** Rows of the charge screen from a real unit: Maple House, as it stands after what a test lets happen there. */
import type { AlertId, MemberId } from '../../../shared/ids.ts'
import type { MeetingRow } from '../../../shared/groups/view.ts'
import type { Rows } from '../../../shared/rows.ts'
import type { MemberRow } from '../../../shared/staff/view.ts'
import { defaultLadder } from '../../../shared/profile/profile.ts'
import { meetingId } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'

export const meetingOf = (rows: Rows, group: string, time?: string): MeetingRow => {
  const row = rows.meetings[meetingId(group, time)]
  if (!row) throw new Error(`no meeting of ${group}`)
  return row
}

export const memberOf = (rows: Rows, id: string): MemberRow => {
  const row = rows.members[id]
  if (!row) throw new Error(`no member ${id}`)
  return row
}

/** A medical alert, raised by somebody who is there, and answered by others who come. */
export const emergency = (scene: Scene, time: string, by: string, coming: string[] = []): AlertId =>
  raised(scene, time, by, coming, false)

/** The same, as a drill. */
export const drill = (scene: Scene, time: string, by: string): AlertId => raised(scene, time, by, [], true)

function raised(scene: Scene, time: string, by: string, coming: string[], isDrill: boolean): AlertId {
  const alert = 'alert-0001' as AlertId
  const where = { place: 'day-room' as never, stay: null, silent: false, drill: isDrill }
  const told = { needed: 4, ladder: defaultLadder, seenAt: at(time) }
  scene.on(time, { type: 'alert.raised', alert, kind: 'medical', priority: 'high', ...where, ...told }, by)
  for (const id of coming) {
    const who = id as MemberId
    scene.on(time, { type: 'alert.acknowledged', alert, answer: 'coming', who, lapses: null }, id)
  }
  return alert
}
