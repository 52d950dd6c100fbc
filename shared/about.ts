/** What is told outside the board of an alert, and what its record says was told. */
import { z } from 'zod'

export const About = z.enum([
  'raised',
  /** it was over and began again */
  'raised-again',
  /** it became worse, and stands open again */
  'reopened',
  /** its kind, its place or its priority is another than was said */
  'changed',
  /** a further rung of the ladder was reached */
  'escalated',
  'resolved',
  'cancelled',
  /** what it left to be done was not done in time */
  'overdue'
])
export type About = z.infer<typeof About>
