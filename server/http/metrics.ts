/** What operators measure. Names begin with `milieu_`; labels are of closed lists, never an id or a name. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Gauges } from '../unit/gauges.ts'

/** What is looked up when somebody asks. */
export interface Standing {
  /** open screens, by audience */
  screens: Record<string, number>
  /** milliseconds since Redis last answered */
  age: number
  /** units that this node holds, and commands in them that wait for their receipt */
  units: number
  waiting: number
  /** what is to be told outside the board, by what has become of it; of the units on this node */
  letters: Record<string, number>
}

export interface Metrics extends Gauges {
  registry: Registry
  /** an answered request; `took` in milliseconds */
  requested(route: string, status: number, took: number): void
}

const fast = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

export function createMetrics(standing: () => Standing): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'milieu_' })
  gauges(registry, standing)
  const registers = [registry]
  const histogram = (name: string, help: string, labelNames: string[] = []): Histogram =>
    new Histogram({ name, help, labelNames, buckets: fast, registers })
  const counter = (name: string, help: string, labelNames: string[] = []): Counter =>
    new Counter({ name, help, labelNames, registers })

  const append = histogram('milieu_append_seconds', 'One append to the journal and its answer')
  const batch = counter('milieu_appended_commands_total', 'Commands that were appended')
  const fanOut = histogram('milieu_fan_out_seconds', 'From a change to the last frame of one audience')
  const frames = counter('milieu_frames_total', 'Frames handed over to screens')
  const late = histogram('milieu_duty_late_seconds', 'How long after its time a duty was recorded')
  const outcomes = counter('milieu_submits_total', 'Submits by how they ended', ['outcome'])
  const parted = counter('milieu_parted_total', 'Connections that the server ended, by reason', ['reason'])
  const requests = histogram('milieu_request_seconds', 'Answered requests', ['route', 'status'])
  return {
    registry,
    appended: (took, commands) => {
      append.observe(took / 1000)
      batch.inc(commands)
    },
    fannedOut: (took, screens) => {
      fanOut.observe(took / 1000)
      frames.inc(screens)
    },
    dutyRecorded: ms => late.observe(Math.max(0, ms) / 1000),
    answered: outcome => outcomes.inc({ outcome }),
    parted: reason => parted.inc({ reason }),
    requested: (route, status, took) => requests.observe({ route, status: String(status) }, took / 1000)
  }
}

function gauges(registry: Registry, standing: () => Standing): void {
  const registers = [registry]
  const by = (name: string, help: string, label: string, counts: () => Record<string, number>): void => {
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers,
      collect() {
        this.reset()
        for (const [of, count] of Object.entries(counts())) this.set({ [label]: of }, count)
      }
    })
  }
  by('milieu_screens', 'Open screens by audience', 'audience', () => standing().screens)
  by('milieu_pages', 'Pages by what became of them', 'state', () => standing().letters)
  const one = (name: string, help: string, value: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value())
      }
    })
  }
  one('milieu_redis_age_seconds', 'Since Redis last answered this node', () => standing().age / 1000)
  one('milieu_units', 'Units that this node holds', () => standing().units)
  one('milieu_waiting_commands', 'Commands that wait for their receipt', () => standing().waiting)
}
