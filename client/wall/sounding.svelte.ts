import { burst } from '../ui/sound.ts'
import { volumeOf, type Cue } from './cue.ts'
import type { SoundState } from './sheet.svelte.ts'

/**
 * The voice of a display. A browser keeps it silent until somebody has touched the page (or the kiosk was started with
 * `--autoplay-policy=no-user-gesture-required`); until then the wall says that its sound is not armed.
 */
export class Sounding {
  #context: AudioContext | null = null
  #running = $state(false)
  #wanted: boolean
  #cue: Cue | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(wanted: boolean) {
    this.#wanted = wanted
    if (!wanted || typeof AudioContext === 'undefined') return
    const context = new AudioContext()
    this.#context = context
    this.#running = context.state === 'running'
    context.addEventListener('statechange', () => this.#changed())
    for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, () => this.arm())
  }

  get state(): SoundState {
    return !this.#wanted ? 'off' : this.#running ? 'on' : 'blocked'
  }

  arm(): void {
    if (this.#context?.state === 'suspended') this.#context.resume().catch(() => undefined)
  }

  /** From now on this is to be heard; null: nothing. The same cue again goes on as it was. */
  say(cue: Cue | null): void {
    if (cue?.key === this.#cue?.key) return
    this.#cue = cue
    this.#begin()
  }

  /** What was to be heard while the sound was blocked is heard once it is armed, from its first burst on. */
  #changed(): void {
    const before = this.#running
    this.#running = this.#context?.state === 'running'
    if (this.#running && !before) this.#begin()
  }

  #begin(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#burst(0)
  }

  #burst(repeats: number): void {
    const [context, cue] = [this.#context, this.#cue]
    if (!context || !cue || !this.#running) return
    burst(context, cue.priority, context.currentTime + 0.05, volumeOf(repeats))
    if (cue.every !== null) this.#timer = setTimeout(() => this.#burst(repeats + 1), cue.every * 1000)
  }
}
