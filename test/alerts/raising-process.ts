/** A node in a process of its own that raises an alert and is then killed: `node raising-process.ts <redis> <unit> <ago>`. */
import type { UnitId } from '../../shared/ids.ts'
import { startAlertNode } from './alert-node.ts'

const [redis = '', unit = '', ago = '0'] = process.argv.slice(2)
const node = await startAlertNode(redis, Number(ago))
await node.units.hold(unit as UnitId)
const raise = { type: 'alert.raise', kind: 'medical', place: 'day-room' }
await node.submit(unit as UnitId, raise, { kind: 'screen', screen: 'tablet-7' }, 'finger-lifted-1')
process.stdout.write('raised\n')
