/** Where alerts are shown: turns what displays report to have on their glass into the alerts' own record. */
import { isOver, type Alert, type Alerts } from '../../shared/alerts/alert.ts'
import { againIn } from '../../shared/alerts/began.ts'
import { isEmergency } from '../../shared/alerts/emergency.ts'
import { heard } from '../../shared/alerts/heard.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import type { AlertId, CommandId } from '../../shared/ids.ts'
import { remember } from '../../shared/memo.ts'
import { mostLeft } from '../../shared/protocol/most-left.ts'
import type { UnitCommand, UnitState } from '../../shared/unit.ts'
import type { Report } from '../live/report.ts'
import type { Host } from '../unit/host.ts'

/** Of a hosted unit, what this needs. */
export type Hosted = Pick<Host<UnitState, UnitCommand>, 'position' | 'state' | 'viewAt' | 'submit'>

/** Looked for once per change, not once per report. */
const openIn = remember((alerts: Alerts['alerts'], _all: null): Alert[] =>
  Object.values(alerts).filter(alert => !isOver(alert))
)

/**
 * Records that a display shows, or sounds, what is open: once each, whichever node it reports to. What gets no receipt
 * is said again with its next report. A display that leaves off more than it can name is not known to show any.
 */
export function recordShown(report: Report, host: Hosted): void {
  const open = openIn(host.state.alerts.alerts, null)
  if (open.length === 0 || report.position.epoch !== host.position.epoch) return
  if (report.left.length >= mostLeft) return
  const told = toldTo(report, host)
  const sounded = soundedBy(told, report)
  for (const alert of open) {
    if (told.has(alert.id) && !report.left.includes(alert.id))
      submitShown(alert, report, sounded.has(alert.id), host)
  }
}

/** The open alerts in what it was told up to there; a silent one is held back where visitors stand. */
function toldTo({ position, audience, covered }: Report, host: Hosted): ReadonlyMap<AlertId, AlertRow> {
  const rows = (host.viewAt(position.seq, audience)?.['alerts'] ?? {}) as Record<string, AlertRow>
  const told = Object.values(rows).filter(row => isEmergency(row.situation) && !(row.silent && covered))
  return new Map(told.map(row => [row.id, row]))
}

/** Also what it has no room for may be what it plays: then that is not what is shown. */
function soundedBy(told: ReadonlyMap<AlertId, AlertRow>, { sound }: Report): ReadonlySet<AlertId> {
  if (sound !== 'playing') return new Set()
  const waiting = [...told.values()].filter(({ situation }) => situation === 'raised')
  return new Set(heard(waiting)?.all.map(({ id }) => id))
}

function submitShown(
  alert: Alert,
  { display, name, audience }: Report,
  sounded: boolean,
  host: Hosted
): void {
  const { id, shown } = alert
  const before = shown[name]
  if (before && (!sounded || before.sounded !== null)) return
  const command = { type: 'alert.show', alert: id, screen: name, audience, sounded } as const
  const named = `shown:${id}:${display}${againIn(alert)}${sounded ? ':sounded' : ''}` as CommandId
  host.submit(command, named, { kind: 'node' }).catch(() => undefined)
}
