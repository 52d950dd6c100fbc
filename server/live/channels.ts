/**
 * The channels that somebody watches on this node. All changes of one turn of the event loop become one delta a channel,
 * encoded once for all its screens; no timer is involved.
 */
import type { Audience } from '../../shared/audience.ts'
import type { UnitId } from '../../shared/ids.ts'
import type { Delta } from '../../shared/protocol/delta.ts'
import type { Host } from '../unit/host.ts'
import { Channel } from './channel.ts'
import type { LiveSocket } from './screen.ts'

export interface Watched<State, Command extends { type: string }> {
  host: Host<State, Command>
  channel: Channel
  screens: Set<LiveSocket>
}

export interface Frames<State, Command extends { type: string }> {
  delta(watched: Watched<State, Command>, delta: Delta): void
  beacon(watched: Watched<State, Command>): void
  took(milliseconds: number, screens: number): void
}

const nameOf = (unit: UnitId, audience: Audience): string => `${unit}|${audience}`

export class Channels<State, Command extends { type: string }> {
  readonly #watched = new Map<string, Watched<State, Command>>()
  readonly #byHost = new Map<Host<State, Command>, Set<Watched<State, Command>>>()
  readonly #frames: Frames<State, Command>
  readonly #elapsed: () => number
  #dirty = new Map<Host<State, Command>, number>()

  constructor(frames: Frames<State, Command>, elapsed: () => number) {
    this.#frames = frames
    this.#elapsed = elapsed
  }

  get all(): Iterable<Watched<State, Command>> {
    return this.#watched.values()
  }

  /** One more screen watches. Everything folded so far has been sent to those that were there before. */
  enter(host: Host<State, Command>, audience: Audience, screen: LiveSocket): Watched<State, Command> {
    this.#flush(host)
    const name = nameOf(host.unit, audience)
    const watched = this.#watched.get(name) ?? this.#begin(name, host, audience)
    watched.screens.add(screen)
    return watched
  }

  leave(watched: Watched<State, Command>, screen: LiveSocket): void {
    watched.screens.delete(screen)
    if (watched.screens.size > 0) return
    this.#watched.delete(nameOf(watched.host.unit, watched.channel.audience))
    const of = this.#byHost.get(watched.host)
    of?.delete(watched)
    if (of?.size === 0) this.#byHost.delete(watched.host)
  }

  /** The unit changed: at the end of this turn its screens are told. */
  changed(host: Host<State, Command>): void {
    if (!this.#byHost.has(host) || this.#dirty.has(host)) return
    this.#dirty.set(host, this.#elapsed())
    if (this.#dirty.size === 1) setImmediate(() => this.#flushAll())
  }

  #begin(name: string, host: Host<State, Command>, audience: Audience): Watched<State, Command> {
    const watched = { host, channel: new Channel(host, audience), screens: new Set<LiveSocket>() }
    this.#watched.set(name, watched)
    const of = this.#byHost.get(host) ?? new Set()
    this.#byHost.set(host, of.add(watched))
    return watched
  }

  #flushAll(): void {
    const dirty = this.#dirty
    this.#dirty = new Map()
    for (const [host, since] of dirty) this.#flush(host, since)
  }

  #flush(host: Host<State, Command>, since = this.#elapsed()): void {
    for (const watched of this.#byHost.get(host) ?? []) {
      const told = watched.channel.turn()
      if (told === null) continue
      if (told === 'anew') this.#frames.beacon(watched)
      else this.#frames.delta(watched, told)
      this.#frames.took(this.#elapsed() - since, watched.screens.size)
    }
  }
}
