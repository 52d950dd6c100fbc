/** Which alert is to be heard now, and how often. What has no answer yet is repeated, and gets louder, not quieter. */
import { heard, type Voice } from '../../shared/alerts/heard.ts'
import type { Alarm } from './alarms.ts'

export interface Cue {
  voice: Voice
  /** seconds between two bursts; null: said once */
  every: number | null
  /** changes when there is something new to be heard */
  key: string
}

const again = 10

/** Null when nothing is to be heard: all answered, or silent. */
export function cueOf(alarms: readonly Alarm[]): Cue | null {
  const loudest = heard(alarms.map(({ row }) => row).filter(({ situation }) => situation === 'raised'))
  if (!loudest) return null
  const { voice, all } = loudest
  const each = all.map(({ id, since }) => `${id}@${since}`).sort()
  return { voice, every: voice === 'late' ? null : again, key: `${voice} ${each.join()}` }
}

/** 0.5 at first, full from the third burst on. */
export const volumeOf = (repeats: number): number => Math.min(1, 0.5 + repeats * 0.25)
