/** The smallest unit there is, to prove the spine by: it counts, it owes ticks at given times, and it refuses. */
import { randomUUID } from 'node:crypto'
import type { CommandId, UnitId } from '../../shared/ids.ts'
import type { Author, Recorded } from '../../shared/recorded.ts'
import { refuse } from '../../shared/refusal.ts'
import { parseAddress } from '../../server/journal/address.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { openJournal } from '../../server/journal/redis.ts'
import { usual, type Limits } from '../../server/unit/around.ts'
import { Clock } from '../../server/unit/clock.ts'
import { JournalClock } from '../../server/unit/journal-clock.ts'
import type { Unit } from '../../server/unit/unit.ts'
import { Units } from '../../server/unit/units.ts'
import { elapsed, Ledger } from './node.ts'

export interface Ticks {
  /** who took each place: a place can be taken once */
  taken: Readonly<Record<string, string>>
  /** ticks that time owes: when, by name */
  owed: Readonly<Record<string, number>>
  /** when each was paid; more than once would be an error of the spine */
  paid: Readonly<Record<string, number[]>>
}

export type TickCommand =
  | { type: 'place.take'; place: string }
  | { type: 'place.trip' }
  | { type: 'tick.owe'; ticks: Record<string, number> }
  | { type: 'tick.pay'; tick: string }
  /** is owed, yet always refused */
  | { type: 'tick.jam'; tick: string }

type TickEvent = Exclude<TickCommand, { type: 'place.trip' }> & { by?: string }

export const ticks: Unit<Ticks, TickCommand> = {
  initial: { taken: {}, owed: {}, paid: {} },
  decide(state, command, { command: id, by }) {
    if (command.type === 'place.trip') throw new TypeError('tripped')
    if (command.type === 'tick.jam' && by.kind === 'clock') return refuse('not-owed')
    if (command.type === 'tick.pay' && !(command.tick in state.owed)) return refuse('not-owed')
    if (command.type !== 'place.take') return [command]
    return command.place in state.taken
      ? refuse('bed-taken', { by: state.taken[command.place] ?? '' })
      : [{ ...command, by: id }]
  },
  evolve(state, { event, at }: Recorded) {
    const tick = event as TickEvent
    switch (tick.type) {
      case 'place.take':
        return { ...state, taken: { ...state.taken, [tick.place]: tick.by ?? '' } }
      case 'tick.owe':
        return { ...state, owed: { ...state.owed, ...tick.ticks } }
      case 'tick.jam':
        return { ...state, owed: { ...state.owed, [`jam ${tick.tick}`]: 0 } }
      case 'tick.pay': {
        const { [tick.tick]: _owed, ...owed } = state.owed
        return {
          ...state,
          owed,
          paid: { ...state.paid, [tick.tick]: [...(state.paid[tick.tick] ?? []), at] }
        }
      }
    }
  },
  duties: ({ owed }) =>
    Object.entries(owed).map(([tick, at]) => ({
      id: `pay:${tick.replace(' ', '~')}` as CommandId,
      at,
      command: tick.startsWith('jam ') ? { type: 'tick.jam', tick } : { type: 'tick.pay', tick }
    })),
  view: ({ taken }) => ({ taken }),
  parseCommand: () => null,
  eventVersion: 1,
  stateVersion: 1
}

export interface TickNode {
  units: Units<Ticks, TickCommand>
  journal: Journal
  ledger: Ledger
  take(unit: UnitId, place: string, id?: string): ReturnType<Units<Ticks, TickCommand>['submit']>
  submit(unit: UnitId, command: TickCommand, id?: string): ReturnType<Units<Ticks, TickCommand>['submit']>
  stop(): Promise<void>
}

export const loader: Author = { kind: 'loader' }

export async function startTicks(
  redis: string,
  limits: Partial<Limits> = {},
  unit = ticks
): Promise<TickNode> {
  const ledger = new Ledger()
  const { log } = ledger
  const journal = await openJournal({ address: parseAddress(redis), random: randomUUID, elapsed, log })
  const clock = new JournalClock(elapsed)
  const permit = (): null => null
  const around = {
    journal,
    unit,
    permit,
    clock,
    elapsed,
    gauges: ledger,
    log,
    limits: { ...usual, ...limits }
  }
  const units = new Units<Ticks, TickCommand>(around)
  const duties = new Clock(units)
  duties.start()
  const submit: TickNode['submit'] = (of, command, id = randomUUID()) =>
    units.submit(of, command, id as CommandId, loader)
  return {
    units,
    journal,
    ledger,
    submit,
    take: (of, place, id) => submit(of, { type: 'place.take', place }, id),
    stop: async () => {
      await duties.stop()
      await units.close()
      await journal.close()
    }
  }
}

/** Everything that the journal holds of a unit. */
export async function allOf(journal: Journal, unit: UnitId): Promise<Recorded[]> {
  const all: Recorded[] = []
  for (;;) {
    const page = await journal.read(unit, all.length, 500)
    if (page.length === 0) return all
    all.push(...page)
  }
}
