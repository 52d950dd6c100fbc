import type { Attachment } from 'svelte/attachments'

/** How much of its full size a line may have, so that it stays one line; never below `least`: there it goes on in a second. */
export const scaleFor = (natural: number, room: number, least: number): number =>
  natural <= 0 ? 1 : Math.max(least, Math.min(1, room / natural))

/**
 * Attached to a name with something small beside it, which goes as a whole where there is no room: sets `--fit` on it,
 * so that the name gives way first. Not below `least`: there it is as large as can be, alone.
 */
export const shrinkBeside =
  (least: number): Attachment<HTMLElement> =>
  line => {
    const measure = () => {
      const [name, beside] = line.children
      if (!(name instanceof HTMLElement) || !(beside instanceof HTMLElement)) return
      line.style.setProperty('--fit', '1')
      name.style.flex = 'none'
      const gap = parseFloat(getComputedStyle(line).columnGap) || 0
      const scale = scaleFor(name.offsetWidth, line.clientWidth - gap - beside.offsetWidth, 0)
      name.style.flex = ''
      line.style.setProperty('--fit', String(scale < least ? 1 : scale < 1 ? scale * 0.99 : 1))
    }
    const size = new ResizeObserver(measure)
    size.observe(line)
    document.fonts.addEventListener('loadingdone', measure)
    measure()
    return () => {
      size.disconnect()
      document.fonts.removeEventListener('loadingdone', measure)
    }
  }

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
      // A hair less: letters are fitted to whole pixels, and do not shrink evenly.
      line.style.setProperty('--fit', String(scale < 1 ? scale * 0.99 : 1))
    }
    const size = new ResizeObserver(measure)
    size.observe(line.parentElement ?? line)
    // `ready` may have been so before the face of this line was even asked for.
    document.fonts.addEventListener('loadingdone', measure)
    measure()
    return () => {
      size.disconnect()
      document.fonts.removeEventListener('loadingdone', measure)
    }
  }
}
