/** What every screen of a node shares with the gateway. */
import type { Units } from '../unit/units.ts'
import type { Access } from './access.ts'
import type { Patience } from './backlog.ts'
import type { Rate } from './bucket.ts'
import type { Channels } from './channels.ts'
import type { LiveLog } from './log.ts'
import type { OnPainted } from './report.ts'
import type { Reports } from './reports.ts'

export interface LiveLimits {
  /** milliseconds until a screen must have greeted */
  greet: number
  hellos: Rate
  submits: Rate
  slow: Patience
  /** milliseconds that a parting screen is given to read why */
  leave: number
}

export const usualLive: LiveLimits = {
  greet: 5_000,
  hellos: { burst: 20, perSecond: 2 },
  submits: { burst: 200, perSecond: 50 },
  slow: { queued: 1_048_576, behind: 10_000 },
  leave: 2_000
}

export interface Gate<State, Command extends { type: string }> {
  units: Units<State, Command>
  access: Access<State, Command>
  channels: Channels<State, Command>
  reports: Reports
  limits: LiveLimits
  log: LiveLog
  onPainted: OnPainted<State, Command>
}
