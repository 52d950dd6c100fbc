import { z } from 'zod'

/** A moment: whole milliseconds since 1970, to the end of the year 9999, so that every screen can show it. */
export const Instant = z.int().positive().max(253_402_300_799_999)
