import type { LiveBoard } from '../live/live-board.ts'
import { alarms } from './alarms.ts'
import { cueOf } from './cue.ts'
import type { Display } from './display.svelte.ts'

const keys: Record<string, (display: Display) => void> = {
  b: display => display.cover(),
  m: ({ sounding }) => sounding.mute(),
  t: ({ sounding }) => sounding.test()
}

/**
 * Ties a display to its board: language, theme by the unit's own clock, sound, and its keys: `b` covers it, `m` silences
 * what is heard, `t` plays a tone.
 */
export function attend(board: LiveBoard, display: Display): () => void {
  const unit = () => board.rows.unit['unit']
  const stop = $effect.root(() => {
    $effect(() => {
      const now = board.position === null ? null : board.clock.now
      display.paint(unit()?.language ?? null, now, unit()?.timeZone ?? 'UTC')
    })
    $effect(() => {
      // Cut off, nobody knows whether the alert is still open: a voice that cannot be answered helps nobody.
      const known = board.clock.freshness.is !== 'cut-off'
      display.sounding.say(known ? cueOf(alarms(board.rows)) : null)
    })
  })
  const press = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
    if (plain) keys[event.key.toLowerCase()]?.(display)
  }
  addEventListener('keydown', press)
  return () => {
    stop()
    removeEventListener('keydown', press)
  }
}
