import type { LiveBoard } from '../live/live-board.ts'
import { alarms } from './alarms.ts'
import { cueOf } from './cue.ts'
import type { Display } from './display.svelte.ts'

/** Ties a display to its board: language, theme by the unit's own clock, sound, and the key that covers it. */
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
    if (plain && event.key.toLowerCase() === 'b') display.cover()
  }
  addEventListener('keydown', press)
  return () => {
    stop()
    removeEventListener('keydown', press)
  }
}
