/** One node: its units, its clock and its gateway, on one journal. Any number of them on one Redis behave as one. */
import type { Journal } from '../journal/journal.ts'
import { usual, type Limits } from '../unit/around.ts'
import { Clock, type OnPaid } from '../unit/clock.ts'
import type { Gauges } from '../unit/gauges.ts'
import { JournalClock } from '../unit/journal-clock.ts'
import type { UnitLog } from '../unit/log.ts'
import type { Unit } from '../unit/unit.ts'
import { Units } from '../unit/units.ts'
import { Gateway, type GatewayOptions } from './gateway.ts'
import type { LiveLog } from './log.ts'

export interface NodeOptions<State, Command extends { type: string }> extends Pick<
  GatewayOptions<State, Command>,
  'server' | 'access' | 'origins' | 'onPainted'
> {
  journal: Journal
  unit: Unit<State, Command>
  gauges: Gauges
  log: UnitLog & LiveLog
  /** milliseconds on a clock that never goes back */
  elapsed(): number
  limits?: Partial<Limits>
  onPaid?: OnPaid<State, Command>
  liveLimits?: GatewayOptions<State, Command>['limits']
}

export interface BoardNode<State, Command extends { type: string }> {
  units: Units<State, Command>
  gateway: Gateway<State, Command>
  clock: JournalClock
  /** Sends the screens away, ends the clock, stores snapshots. The journal and the HTTP server stay open. */
  drain(): Promise<void>
}

export function startNode<State, Command extends { type: string }>(
  options: NodeOptions<State, Command>
): BoardNode<State, Command> {
  const { journal, unit, access, gauges, log, elapsed, server, origins = [], onPainted } = options
  const clock = new JournalClock(elapsed)
  const permit = access.permit.bind(access)
  const limits = { ...usual, ...options.limits }
  const units = new Units<State, Command>({ journal, unit, permit, clock, elapsed, gauges, log, limits })
  const limited = { limits: options.liveLimits ?? {}, ...(onPainted && { onPainted }) }
  const gateway = new Gateway({ server, units, access, log, origins, ...limited })
  const duties = new Clock(units, options.onPaid)
  duties.start()
  const drain = async (): Promise<void> => {
    await gateway.drain()
    await duties.stop()
    await units.close()
  }
  return { units, gateway, clock, drain }
}
