/** The sound of alerts on this tablet. Mute stops the sound, never the banner; the cue repeats until somebody answers. */
import { rank } from '../../shared/alerts/priority.ts'
import type { AlertRow } from '../../shared/alerts/view.ts'
import { burst } from '../ui/sound.ts'
import { isMuted, keepMuted } from './device.ts'

export const repeatAfter = 10_000
/** What arrives later than this does not sound as if it were new. */
export const newFor = 60_000

export const soundsFor = ({ situation, silent, raisedAt, seenAt }: AlertRow): boolean =>
  situation === 'raised' && !silent && raisedAt - seenAt < newFor

/** Null when nothing is to be heard. */
export function loudestOf(open: readonly AlertRow[]): AlertRow['priority'] | null {
  const heard = open.filter(soundsFor).map(({ priority }) => priority)
  return heard.sort((a, b) => rank[b] - rank[a])[0] ?? null
}

class Cues {
  #muted = $state(false)
  #armed = $state(false)
  #context: AudioContext | null = null

  get muted(): boolean {
    return this.#muted
  }

  /** Whether the browser lets this page be heard; it does after the first touch. */
  get armed(): boolean {
    return this.#armed
  }

  /** Readies the sound at the first touch, as browsers ask for. */
  arm(target: EventTarget): () => void {
    this.#muted = isMuted()
    const touched = () => {
      this.#context ??= new AudioContext()
      void this.#context.resume().then(() => (this.#armed = this.#context?.state === 'running'))
    }
    const stop = () => ['pointerdown', 'keydown'].forEach(type => target.removeEventListener(type, touched))
    for (const type of ['pointerdown', 'keydown']) target.addEventListener(type, touched)
    return stop
  }

  turn(): void {
    this.#muted = !this.#muted
    keepMuted(this.#muted)
  }

  play(priority: AlertRow['priority']): void {
    if (this.#muted || this.#context?.state !== 'running') return
    burst(this.#context, priority, this.#context.currentTime + 0.02, 0.7)
  }
}

export const cues = new Cues()
