/** A node of ticks as a process of its own, to be killed: `node ticks-process.ts <redis> <unit>`. Says `ready`. */
import type { UnitId } from '../../shared/ids.ts'
import { startTicks } from './ticks.ts'

const [redis = '', unit = ''] = process.argv.slice(2)
const node = await startTicks(redis)
await node.units.hold(unit as UnitId)
process.stdout.write('ready\n')
