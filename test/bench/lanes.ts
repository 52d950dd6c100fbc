/**
 * Changes go in lanes: the nth in lane `n % lanes`, each lane to a place of its own. Within a lane one change waits for
 * the receipt of the one before, so 32 are on their way and the order in each lane is known beforehand. A board that
 * folds several changes of one place into one message has skipped nothing as long as it ends with the last.
 */
export const lanes = 32

/** Text of a change: 82 characters, with its number. */
export const textOf = (n: number): string => `#${n}# `.padEnd(82, 'the same text for everybody, ')
