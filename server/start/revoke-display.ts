/** Takes back every address of a display, beside a running board or without one. */
import { openAccess } from '../access/access.ts'
import { displayAudiences, displayOf } from '../access/displays.ts'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { SetUpFault } from '../set-up-fault.ts'
import { findGround } from './redis.ts'
import type { Undo } from './undo.ts'

/** Its screens are sent away on every node. Throws a SetUpFault where there is no such unit, or no such name can be. */
export async function revokeDisplay(
  { unit: given, name }: { unit: string; name: string },
  config: Config,
  log: Log,
  undo: Undo
): Promise<void> {
  const { address, journal } = await findGround(config, log, undo)
  const unit = (await journal.units()).find(id => id === given)
  if (unit === undefined) throw new SetUpFault(`There is no unit ${JSON.stringify(given)}.`)
  const displays = displayAudiences.map(audience => named(unit, audience, name))
  const access = await openAccess({ address, stateOf: () => Promise.resolve(null), log })
  undo.push(() => access.close())
  for (const display of displays) {
    await access.displays.revoke(display)
    await access.revoke({ kind: 'display', display })
  }
}

function named(...display: Parameters<typeof displayOf>): string {
  try {
    return displayOf(...display)
  } catch {
    throw new SetUpFault(
      'The name of a display is of a-z, 0-9 and -: it is the third part of its address, after #.'
    )
  }
}
