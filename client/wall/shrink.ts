import type { Attachment } from 'svelte/attachments'

/** How much of its full size a line may have, so that it stays one line; never below `least`: there it goes on in a second. */
export const scaleFor = (natural: number, room: number, least: number): number =>
  natural <= 0 ? 1 : Math.max(least, Math.min(1, room / natural))

/**
 * Attached to a line with one span inside: sets `--fit` on it, and `data-wraps` where it is too long even so. `text`
 * is what stands there and beside it: a change measures again.
 */
export function shrink(text: string, least: number): Attachment<HTMLElement> {
  return line => {
    const measure = () => {
      const span = line.firstElementChild
      if (!(span instanceof HTMLElement) || !text) return
      line.style.setProperty('--fit', '1')
      line.removeAttribute('data-wraps')
      span.style.maxWidth = 'none'
      const [natural, room] = [span.offsetWidth, line.clientWidth]
      const scale = scaleFor(natural, room, least)
      span.style.maxWidth = ''
      line.toggleAttribute('data-wraps', natural * least > room)
      // A hair less: what fits to the pixel is cut when a font's width is rounded up.
      line.style.setProperty('--fit', String(scale < 1 ? scale * 0.995 : 1))
    }
    const size = new ResizeObserver(measure)
    size.observe(line.parentElement ?? line)
    document.fonts.ready.then(measure, () => undefined)
    measure()
    return () => size.disconnect()
  }
}
