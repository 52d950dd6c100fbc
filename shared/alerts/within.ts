/** How long each thing about an alert holds, in milliseconds. Plain: the unit decides by it, a screen says it. */
import { hours, minutes } from '../asking.ts'

/** A mistake may be taken back by who made it, as long as nobody else has answered, and soon. */
export const cancelWithin = minutes(2)

/** When no display shows an alert this long after it was raised that is said (promise P8). */
export const shownWithin = 5_000

/** An alert that was resolved may begin again for this long; later it is another. */
export const reopenWithin = minutes(60)

/** The face-to-face evaluation is due within an hour of the start (42 CFR 482.13(e)(12)). */
export const faceToFaceWithin = hours(1)
