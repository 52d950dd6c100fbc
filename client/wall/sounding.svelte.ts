import type { Sound } from '../../shared/protocol/painted.ts'
import { bursts, burst } from '../ui/sound.ts'
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
  #muted = $state(false)
  #testing = $state(false)
  /** a tone was asked for that nothing could play yet */
  #owesTest: boolean
  #timer: ReturnType<typeof setTimeout> | null = null

  /** `test`: a tone as soon as there can be one. */
  constructor(wanted: boolean, test = false) {
    this.#wanted = wanted
    this.#owesTest = test
    if (!wanted || typeof AudioContext === 'undefined') return
    const context = new AudioContext()
    this.#context = context
    context.addEventListener('statechange', () => this.#changed())
    this.#changed()
    for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, () => this.arm())
  }

  get state(): SoundState {
    if (!this.#wanted) return 'off'
    if (!this.#running) return 'blocked'
    return this.#muted ? 'muted' : this.#testing ? 'testing' : 'on'
  }

  /** What the display tells the board of its sound, with what it has painted. */
  get told(): Sound {
    const { state } = this
    if (state === 'on' || state === 'testing') return this.#cue ? 'playing' : 'ready'
    return state
  }

  arm(): void {
    if (this.#context?.state === 'suspended') this.#context.resume().catch(() => undefined)
  }

  /** From now on this is to be heard; null: nothing. The same cue again goes on as it was, also muted. */
  say(cue: Cue | null): void {
    if (cue?.key === this.#cue?.key) return
    this.#cue = cue
    this.#muted = false
    this.#begin()
  }

  /** Silences what is to be heard now, or lets it be heard again. What is new after it is heard: nothing is silenced ahead. */
  mute(): void {
    if (!this.#cue || !this.#running) return
    this.#muted = !this.#muted
    this.#begin()
  }

  /** A tone, to hear whether one would hear an alert. Never over one. */
  test(): void {
    const context = this.#context
    if (!context || this.#testing || (this.#cue && !this.#muted)) return
    this.#owesTest = !this.#running
    if (!this.#running) return
    this.#testing = true
    burst(context, 'test', context.currentTime + 0.05)
    setTimeout(() => (this.#testing = false), bursts.test.pulse * 1000 + 2_000)
  }

  /** What was to be heard while the sound was blocked is heard once it is armed, from its first burst on. */
  #changed(): void {
    const before = this.#running
    this.#running = this.#context?.state === 'running'
    if (!this.#running || before) return
    this.#begin()
    if (this.#owesTest) this.test()
  }

  #begin(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#burst(0)
  }

  #burst(repeats: number): void {
    const [context, cue] = [this.#context, this.#cue]
    if (!context || !cue || !this.#running || this.#muted) return
    burst(context, cue.voice, context.currentTime + 0.05, volumeOf(repeats))
    if (cue.every !== null) this.#timer = setTimeout(() => this.#burst(repeats + 1), cue.every * 1000)
  }
}
