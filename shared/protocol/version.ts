/**
 * Version of the wire. Raised when a screen of the version before would misread what it is sent, or be misread.
 * - 1 (2026-11-22): hello, submit, painted up; delta, beacon, farewell down
 */
export const protocolVersion = 1
