import { z } from 'zod'
import type { Watched } from './channels.ts'
import type { Held } from '../unit/units.ts'

export interface Watching<State, Command extends { type: string }> {
  is: 'watching'
  watched: Watched<State, Command>
  held: Held<State, Command>
  /** the state on which it was found that it may watch */
  allowedOn: State
}

/** What a connected screen is about; `since` in milliseconds on a clock that never goes back. */
export type Situation<State, Command extends { type: string }> =
  { is: 'greeting'; since: number } | Watching<State, Command> | { is: 'leaving'; since: number }

/** Whatever version a screen speaks, it says which. */
export const Spoken = z.looseObject({ protocol: z.int() })
