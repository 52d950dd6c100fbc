import { Beacon } from './beacon.ts'
import { Delta } from './delta.ts'
import { Farewell } from './farewell.ts'

/** Everything the server may send unasked. */
export const down = { delta: Delta, beacon: Beacon, farewell: Farewell } as const

export interface Down {
  delta: (...delta: Delta) => void
  beacon: (beacon: Beacon) => void
  farewell: (farewell: Farewell) => void
}
