/** The sound of alerts on this tablet. Mute stops the sound, never the banner; the cue repeats until somebody answers. */
import type { AlertRow } from '../../shared/alerts/view.ts'
import { burst } from '../ui/sound.ts'
import { isMuted, keepMuted } from './device.ts'

export const repeatAfter = 10_000

/** `unarmed`: the browser keeps this page quiet until somebody touches it. */
export type SoundState = 'armed' | 'unarmed' | 'muted'

class Cues {
  #muted = $state(false)
  #armed = $state(false)
  #context: AudioContext | null = null

  get state(): SoundState {
    return this.#muted ? 'muted' : this.#armed ? 'armed' : 'unarmed'
  }

  /** Readies the sound: at once where the browser lets it, else at the first touch. */
  arm(target: EventTarget): () => void {
    this.#muted = isMuted()
    this.#begin()
    const touched = () => this.#resume()
    const stop = () => ['pointerdown', 'keydown'].forEach(type => target.removeEventListener(type, touched))
    for (const type of ['pointerdown', 'keydown']) target.addEventListener(type, touched)
    return stop
  }

  #begin(): void {
    if (this.#context || typeof AudioContext === 'undefined') return
    const context = new AudioContext()
    const changed = () => (this.#armed = context.state === 'running')
    context.addEventListener('statechange', changed)
    this.#context = context
    changed()
  }

  #resume(): void {
    if (this.#context?.state === 'suspended') this.#context.resume().catch(() => undefined)
  }

  turn(): void {
    this.#muted = !this.#muted
    keepMuted(this.#muted)
  }

  /** From a tap on the screen that says that nothing would be heard. */
  wake(): void {
    if (this.#muted) this.turn()
    this.#resume()
  }

  /** The quietest of the alerts' bursts, so that one hears whether one would hear the others. */
  async test(): Promise<void> {
    if (this.#context?.state === 'suspended') await this.#context.resume().catch(() => undefined)
    this.#burst('low')
  }

  play(priority: AlertRow['priority']): void {
    if (!this.#muted) this.#burst(priority)
  }

  #burst(priority: AlertRow['priority']): void {
    if (this.#context?.state !== 'running') return
    burst(this.#context, priority, this.#context.currentTime + 0.02, 0.7)
  }
}

export const cues = new Cues()
