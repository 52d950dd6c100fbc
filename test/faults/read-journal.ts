import { randomUUID } from 'node:crypto'
import type { UnitId } from '../../shared/ids.ts'
import type { Recorded } from '../../shared/recorded.ts'
import type { Address } from '../../server/journal/address.ts'
import { openJournal } from '../../server/journal/redis.ts'

/** Every event of a unit's journal, from the first. */
export async function everyEvent(address: Address, unit: UnitId): Promise<Recorded[]> {
  const journal = await openJournal({
    address,
    random: randomUUID,
    elapsed: () => performance.now(),
    log: () => undefined
  })
  try {
    const events: Recorded[] = []
    for (;;) {
      const page = await journal.read(unit, events.at(-1)?.seq ?? 0, 1_000)
      if (page.length === 0) return events
      events.push(...page)
    }
  } finally {
    await journal.close()
  }
}
