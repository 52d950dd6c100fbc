import type { TransitionConfig } from 'svelte/transition'

const takes = 600

/** A row that is new has its rule drawn in pen blue; one that was there when the screen opened has not. */
export function arrive(_row: Element): TransitionConfig {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return { duration: 0 }
  return {
    duration: takes,
    css: t =>
      'background-image: linear-gradient(var(--accent), var(--accent)); background-repeat: no-repeat;' +
      `background-position: 0 100%; background-size: ${t * 100}% var(--wall-rule-3)`
  }
}
