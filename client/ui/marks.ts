/** Each state is colour + shape + word: these are the shapes. Drawn once a page (`Marks.svelte`), used by name. */
export const marks = [
  'high',
  'medium',
  'low',
  'hole',
  'coming',
  'there',
  'late',
  'out',
  'live',
  'still',
  'sound',
  'mute',
  'stop',
  'warn',
  'ok',
  'box',
  'boxed',
  'go',
  'back',
  'down',
  'x',
  'dash',
  'kept',
  'round',
  'groups',
  'unit',
  'lock',
  'note'
] as const

export type MarkName = (typeof marks)[number]
