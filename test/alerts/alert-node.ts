/** A node of the real board, without sockets, on which every alert was raised some time before it was recorded. */
import { randomUUID } from 'node:crypto'
import type { CommandId, UnitId } from '../../shared/ids.ts'
import type { Author } from '../../shared/recorded.ts'
import type { UnitCommand, UnitState } from '../../shared/unit.ts'
import { permit } from '../../server/access/permit.ts'
import { parseAddress } from '../../server/journal/address.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { openJournal } from '../../server/journal/redis.ts'
import { theUnit } from '../../server/start/the-unit.ts'
import { usual } from '../../server/unit/around.ts'
import { Clock } from '../../server/unit/clock.ts'
import { JournalClock } from '../../server/unit/journal-clock.ts'
import { Units } from '../../server/unit/units.ts'
import { elapsed, Ledger } from '../support/node.ts'

export interface AlertNode {
  units: Units<UnitState, UnitCommand>
  journal: Journal
  submit(unit: UnitId, command: object, by: Author, id?: string): Promise<void>
  stop(): Promise<void>
}

/** `ago`: milliseconds by which time has moved on since an alert was raised, so that nobody waits for minutes. */
export async function startAlertNode(redis: string, ago: number): Promise<AlertNode> {
  const ledger = new Ledger()
  const { log } = ledger
  const journal = await openJournal({ address: parseAddress(redis), random: randomUUID, elapsed, log })
  const unit: typeof theUnit = {
    ...theUnit,
    evolve: (state, recorded) => {
      const raised = recorded.event.type === 'alert.raised'
      return theUnit.evolve(state, raised ? { ...recorded, at: recorded.at - ago } : recorded)
    }
  }
  const clock = new JournalClock(elapsed)
  const units = new Units({ journal, unit, permit, clock, elapsed, gauges: ledger, log, limits: usual })
  const duties = new Clock(units)
  duties.start()
  return {
    units,
    journal,
    async submit(unit, command, by, id = randomUUID()) {
      const outcome = await units.submit(unit, command as UnitCommand, id as CommandId, by)
      if (outcome.outcome !== 'recorded') throw new Error(`${JSON.stringify(command)}: ${outcome.outcome}`)
    },
    stop: async () => {
      await duties.stop()
      await units.close()
      await journal.close()
    }
  }
}
