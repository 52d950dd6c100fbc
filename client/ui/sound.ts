/**
 * How alerts sound: bursts of pulses by priority, after IEC 60601-1-8 (this is not a medical alarm). High: 10 pulses,
 * 5 and 5; medium: 3; low: 2; one that came late: 1, and it is not repeated. Each pulse is a fundamental with three harmonics, so that it is heard on small speakers
 * and by ears that have lost the high tones. Everything is made here: nothing is fetched, nothing can be missing.
 */
import type { Voice } from '../../shared/alerts/heard.ts'

export interface Burst {
  /** fundamental, hertz */
  pitch: number
  /** length of a pulse, seconds */
  pulse: number
  /** when each pulse starts, seconds from the start of the burst */
  starts: readonly number[]
  loudness: number
}

/** Pulses of one length, with a rest after each; a group of several is followed by a longer one. */
function rhythm(pulse: number, rest: number, groups: readonly number[], pause: number): number[] {
  const starts: number[] = []
  let at = 0
  for (const size of groups) {
    for (let i = 0; i < size; i++) {
      starts.push(at)
      at += pulse + rest
    }
    at += pause - rest
  }
  return starts
}

/** `test`: one long tone that is like no alert, to hear whether one would hear them. */
export const bursts: Record<Voice | 'test', Burst> = {
  high: { pitch: 660, pulse: 0.14, starts: rhythm(0.14, 0.1, [3, 2, 3, 2], 0.34), loudness: 0.9 },
  medium: { pitch: 523.25, pulse: 0.2, starts: rhythm(0.2, 0.2, [3], 0.2), loudness: 0.6 },
  low: { pitch: 440, pulse: 0.22, starts: rhythm(0.22, 0.2, [2], 0.2), loudness: 0.4 },
  late: { pitch: 440, pulse: 0.22, starts: [0], loudness: 0.4 },
  test: { pitch: 330, pulse: 1.2, starts: [0], loudness: 0.6 }
}

const harmonics = [1, 0.5, 0.3, 0.15]
const edge = 0.015

/** Puts one burst on the clock of an audio context, from `at` (its seconds) on. Returns when it ends. */
export function burst(context: BaseAudioContext, voice: keyof typeof bursts, at: number, volume = 1): number {
  const { pitch, pulse, starts, loudness } = bursts[voice]
  const wave = context.createPeriodicWave(Float32Array.of(0, 0, 0, 0, 0), Float32Array.of(0, ...harmonics))
  for (const start of starts) tone(context, wave, pitch, at + start, pulse, loudness * volume)
  return at + (starts.at(-1) ?? 0) + pulse
}

function tone(
  context: BaseAudioContext,
  wave: PeriodicWave,
  pitch: number,
  at: number,
  length: number,
  gain: number
): void {
  const oscillator = context.createOscillator()
  const envelope = context.createGain()
  oscillator.setPeriodicWave(wave)
  oscillator.frequency.value = pitch
  // A pulse that starts or ends at once clicks.
  envelope.gain.setValueAtTime(0, at)
  envelope.gain.linearRampToValueAtTime(gain, at + edge)
  envelope.gain.setValueAtTime(gain, at + length - edge)
  envelope.gain.linearRampToValueAtTime(0, at + length)
  oscillator.connect(envelope).connect(context.destination)
  oscillator.start(at)
  oscillator.stop(at + length)
}
