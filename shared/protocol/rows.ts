import { z } from 'zod'

/** Rows by slice and id, as the wire carries them: the spine does not look inside. */
export type RowSet = Readonly<Record<string, Readonly<Record<string, object | string | number>>>>

export const RowSet = z.record(z.string(), z.record(z.string(), z.looseObject({})))
