/**
 * What an event must look like to be read. Events are written by this program and its older versions, but a journal
 * may also be restored, cut or edited: what has not the shape its type promises is kept unread rather than folded into
 * a state that no screen could draw. `Shapes` is complete by its type: an event or a field without one does not compile.
 */
import { z } from 'zod'

export type Shapes<E extends { type: string }> = {
  readonly [T in E['type']]: z.ZodType<Omit<Extract<E, { type: T }>, 'type'>>
}

/** An instant, milliseconds since 1970. */
export const instant = z.number()
export const text = z.string()
