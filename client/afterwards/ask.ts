import type { Fields, Sending } from '../live/sending.svelte.ts'

/** Submits for the screen that a shared part stands on. `what`: in words, as it reads once it is recorded. */
export type Ask = (fields: Fields, what: string) => Sending
