/**
 * The channels that somebody watches on this node. All changes of one turn of the event loop become one delta a channel,
 * encoded once for all its screens; no timer is involved.
 */
import type { Audience } from '../../shared/audience.ts'
import type { UnitId } from '../../shared/ids.ts'
import type { Delta } from '../../shared/protocol/delta.ts'
import type { Host } from '../unit/host.ts'
import { Channel } from './channel.ts'

export interface Watched<State, Command extends { type: string }> {
  room: string
  host: Host<State, Command>
  channel: Channel
  /** screens in the room */
  screens: number
}

export interface Frames {
  delta(room: string, delta: Delta): void
  beacon(room: string): void
  took(milliseconds: number, screens: number): void
}

export const roomOf = (unit: UnitId, audience: Audience): string => `${unit}|${audience}`

export class Channels<State, Command extends { type: string }> {
  readonly #watched = new Map<string, Watched<State, Command>>()
  readonly #byHost = new Map<Host<State, Command>, Set<Watched<State, Command>>>()
  readonly #frames: Frames
  readonly #elapsed: () => number
  #dirty = new Map<Host<State, Command>, number>()

  constructor(frames: Frames, elapsed: () => number) {
    this.#frames = frames
    this.#elapsed = elapsed
  }

  get all(): Iterable<Watched<State, Command>> {
    return this.#watched.values()
  }

  get(room: string): Watched<State, Command> | undefined {
    return this.#watched.get(room)
  }

  /** One more screen watches. Everything folded so far has been sent to those that were there before. */
  enter(host: Host<State, Command>, audience: Audience): Watched<State, Command> {
    this.#flush(host)
    const room = roomOf(host.unit, audience)
    const watched = this.#watched.get(room) ?? this.#begin(room, host, audience)
    watched.screens++
    return watched
  }

  leave(watched: Watched<State, Command>): void {
    if (--watched.screens > 0) return
    this.#watched.delete(watched.room)
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

  #begin(room: string, host: Host<State, Command>, audience: Audience): Watched<State, Command> {
    const watched = { room, host, channel: new Channel(host, audience), screens: 0 }
    this.#watched.set(room, watched)
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
    for (const { room, channel, screens } of this.#byHost.get(host) ?? []) {
      const told = channel.turn()
      if (told === null) continue
      if (told === 'anew') this.#frames.beacon(room)
      else this.#frames.delta(room, told)
      this.#frames.took(this.#elapsed() - since, screens)
    }
  }
}
