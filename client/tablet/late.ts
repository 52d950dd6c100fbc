/** What could not be sent at once carries its age: it is told from when it began, not from when it arrived. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import { newFor } from './cues.svelte.ts'

export const isLate = ({ raisedAt, seenAt }: Pick<AlertRow, 'raisedAt' | 'seenAt'>): boolean =>
  raisedAt - seenAt >= newFor

/** A small difference is only that of two clocks. */
export const beganAt = (alert: Pick<AlertRow, 'raisedAt' | 'seenAt'>): number =>
  isLate(alert) ? alert.seenAt : alert.raisedAt
