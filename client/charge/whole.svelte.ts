/** Rows that scroll: only whole ones are seen, and how many are out of sight is said. */
import type { Attachment } from 'svelte/attachments'

/** What a row, and what there is room for, take from the top: pixels. */
interface Span {
  top: number
  bottom: number
}

/** How a row lies in the room. Half a pixel: heights are rounded where the screen's pixels are not whole. */
function liesIn(row: Span, room: Span): 'in' | 'above' | 'below' {
  if (row.top < room.top - 1) return 'above'
  return row.bottom > room.bottom + 1 ? 'below' : 'in'
}

export class Whole {
  #rows: string
  #element: HTMLElement | null = null
  #above = $state(0)
  #below = $state(0)

  /** `rows`: selector of what is seen whole or not at all, below what it is attached to. */
  constructor(rows: string) {
    this.#rows = rows
  }

  get above(): number {
    return this.#above
  }

  get below(): number {
    return this.#below
  }

  /** Attached to what scrolls. Its last child, `More`, lies over its lower edge while there is more. */
  readonly watch: Attachment<HTMLElement> = element => {
    this.#element = element
    const measure = () => this.#measure(element)
    const size = new ResizeObserver(measure)
    const words = new MutationObserver(measure)
    size.observe(element)
    words.observe(element, { childList: true, subtree: true, characterData: true })
    element.addEventListener('scroll', measure, { passive: true })
    document.fonts.ready.then(measure, () => undefined)
    measure()
    return () => {
      size.disconnect()
      words.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }

  /** A screenful on, and from the end back to the first. */
  on(): void {
    const element = this.#element
    if (element)
      element.scrollTo({ top: this.#below > 0 ? element.scrollTop + element.clientHeight * 0.8 : 0 })
  }

  #measure(element: HTMLElement): void {
    const more = element.querySelector<HTMLElement>(':scope > .more')
    const taken = more?.offsetHeight ?? 0
    const rows = [...element.querySelectorAll<HTMLElement>(this.#rows)].filter(row => row !== more)
    const { top } = element.getBoundingClientRect()
    const flows = element.scrollHeight - taken > element.clientHeight + 1
    const room = { top, bottom: top + element.clientHeight - taken }
    const lie = rows.map(row => (flows ? liesIn(row.getBoundingClientRect(), room) : 'in'))
    rows.forEach((row, i) => row.classList.toggle('half', lie[i] !== 'in'))
    this.#above = lie.filter(one => one === 'above').length
    this.#below = lie.filter(one => one === 'below').length
  }
}
