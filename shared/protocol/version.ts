/**
 * Version of the wire. Raised when a screen of the version before would misread what it is sent, or be misread.
 * - 1 (2026-11-22): hello, submit, painted up; delta, beacon, farewell down; a submit's id is a UUID
 *   same day: `painted` may say what a display does with its sound, that it is covered, and what it left off
 * - 2 (2026-11-22): a delta says by pointers what changed of a row, its place by two numbers, and no epoch
 */
export const protocolVersion = 2

/** Of the schemas of all messages, so that none changes unnoticed. A test says what it has become. */
export const protocolHash = '1d07afcb194b8b35'
