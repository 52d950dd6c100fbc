/** Which alert is to be heard now, and how often. What has no answer yet is repeated, and gets louder, not quieter. */
import type { Priority } from '../../shared/alerts/kind.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { Alarm } from './alarms.ts'

export interface Cue {
  priority: Priority
  /** seconds between two bursts; null: said once */
  every: number | null
  /** changes when there is something new to be heard */
  key: string
}

const every: Record<Priority, number | null> = { high: 10, medium: 30, low: null }
const order: readonly Priority[] = ['high', 'medium', 'low']

/** An entry that could not be sent for so long is no longer news: it is heard as low, and says its age. */
const oldNews = 120_000

/** Null when nothing is to be heard: all answered, or silent. */
export function cueOf(alarms: readonly Alarm[]): Cue | null {
  const waiting = alarms.map(({ row }) => row).filter(row => row.situation === 'raised' && !row.silent)
  const loudest = waiting.sort((a, b) => order.indexOf(heardAs(a)) - order.indexOf(heardAs(b)))[0]
  if (!loudest) return null
  const priority = heardAs(loudest)
  const same = waiting.filter(row => heardAs(row) === priority)
  const key = same
    .map(({ id, since }) => `${id}@${since}`)
    .sort()
    .join()
  return { priority, every: every[priority], key: `${priority} ${key}` }
}

const heardAs = ({ priority, raisedAt, seenAt }: AlertRow): Priority =>
  raisedAt - seenAt > oldNews ? 'low' : priority

/** 0.5 at first, full from the third burst on. */
export const volumeOf = (repeats: number): number => Math.min(1, 0.5 + repeats * 0.25)
