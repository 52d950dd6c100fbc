/** What speaks against giving a meeting to a member, and may be overridden with a reason. Plain: a screen says it before. */
import { minutes } from '../asking.ts'
import type { Meeting } from './meeting.ts'

export const reasonsAgainst = ['double-booking', 'watches', 'responds'] as const
export type Against = (typeof reasonsAgainst)[number]

/** How long before its beginning (milliseconds) a meeting asks for somebody who is engaged now. */
export const engagedBefore = minutes(30)

/** What somebody does now matters to a meeting that runs or is about to begin. */
export const isNear = ({ situation, startsAt }: NearIn, now: number): boolean =>
  situation === 'running' || (situation === 'scheduled' && startsAt < now + engagedBefore)

interface NearIn {
  situation: Meeting['situation']['is']
  startsAt: number
}
