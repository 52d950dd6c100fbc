import { allot, type Claim } from './allot.ts'

/** The parts of the sheet that give up rows when there is not enough room. */
export const partNames = ['now', 'awake', 'next', 'due', 'alarms', 'off'] as const
export type PartName = (typeof partNames)[number]

interface Measured {
  name: PartName
  fixed: number
  /** in order of rank */
  rows: number[]
  /** how much taller the rows are with everybody's alias in them */
  people: number[]
}

/**
 * How many rows of each part are shown: measured, so that it holds for every distance, language and length of name.
 * Sections carry `data-part`, rows `data-rank`; a row that is cut stays measurable, out of the flow and unseen.
 */
export class Fitting {
  #shown = $state.raw<Partial<Record<PartName, number>>>({})
  #folded = $state(false)
  /** whom nobody is with, and late checks, so that they come before everything else that is due */
  urgent = () => 0

  shows(part: PartName, rank: number): boolean {
    return rank < (this.#shown[part] ?? Infinity)
  }

  left(part: PartName, all: number): number {
    return Math.max(0, all - (this.#shown[part] ?? all))
  }

  get folded(): boolean {
    return this.#folded
  }

  /** Attached to the board: measures now, and whenever words, rows, fonts or the room for them change. */
  readonly watch = (board: HTMLElement): (() => void) => {
    const measure = () => this.#measure(board)
    const rows = new MutationObserver(measure)
    const size = new ResizeObserver(measure)
    rows.observe(board, { subtree: true, childList: true, characterData: true })
    size.observe(board)
    // What stands above it may grow without a word: in forced colours an alert gets a thick frame.
    const sheet = board.querySelector('[data-fit=sheet]')
    if (sheet) size.observe(sheet)
    document.fonts.ready.then(measure, () => undefined)
    measure()
    return () => {
      rows.disconnect()
      size.disconnect()
    }
  }

  #measure(board: HTMLElement): void {
    const shown: Partial<Record<PartName, number>> = {}
    const portrait = matchMedia('(orientation: portrait)').matches
    const panel = board.querySelector<HTMLElement>('[data-part=alarms]')
    if (panel) shown.alarms = lines(panel, board.clientHeight * 0.72)
    const line = board.querySelector<HTMLElement>('[data-part=off]')
    if (line) shown.off = along(line, portrait)
    const sheet = board.querySelector<HTMLElement>('[data-fit=sheet]')
    if (sheet) this.#fill(sheet, portrait, shown)
    if (differs(shown, this.#shown)) this.#shown = shown
  }

  #fill(sheet: HTMLElement, portrait: boolean, shown: Partial<Record<PartName, number>>): void {
    const style = getComputedStyle(sheet)
    const room = sheet.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)
    const gap = parseFloat(style.rowGap) || 0
    const parts = [...sheet.querySelectorAll<HTMLElement>('[data-part]')].map(measured)
    const columns = portrait
      ? [parts]
      : [parts.filter(({ name }) => name !== 'due'), parts.filter(({ name }) => name === 'due')]
    const fill = (open: boolean) =>
      columns.map(column =>
        allot(
          room,
          column.map(part => (open ? opened(part) : part)),
          this.#claims(column, portrait),
          gap
        )
      )
    const wide = fill(true)
    // Aliases are listed only where they cost no other row that matters.
    const enough = columns.every((column, c) =>
      column.every(({ name, rows }, p) => (wide[c]?.[p] ?? 0) >= Math.min(rows.length, wanted[name]))
    )
    const counts = enough ? wide : fill(false)
    columns.forEach((column, c) => column.forEach(({ name }, p) => (shown[name] = counts[c]?.[p] ?? 0)))
    this.#folded = !enough
  }

  #claims(column: readonly Measured[], portrait: boolean): Claim[] {
    const claims: [PartName, number][] = [
      ['now', 1],
      ['due', 1],
      ['due', Math.min(this.urgent(), portrait ? 4 : Infinity)],
      ['next', 1],
      ['now', Infinity],
      ['awake', 2],
      ['due', 5],
      ['next', 3],
      ['due', Infinity],
      ['awake', Infinity],
      ['next', Infinity]
    ]
    return claims.flatMap(([name, upTo]) => {
      const part = column.findIndex(one => one.name === name)
      return part < 0 ? [] : [[part, upTo] as const]
    })
  }
}

/** Rows that have to be there before aliases may take room. */
const wanted: Record<PartName, number> = { now: Infinity, awake: 3, next: 3, due: 4, alarms: 0, off: 0 }

const opened = ({ name, fixed, rows, people }: Measured) => ({
  name,
  fixed,
  rows: rows.map((row, i) => row + (people[i] ?? 0))
})

function measured(section: HTMLElement): Measured {
  const rows = [...section.querySelectorAll<HTMLElement>('[data-rank]')].sort(
    (a, b) => Number(a.dataset['rank']) - Number(b.dataset['rank'])
  )
  const inFlow = rows.filter(row => !row.classList.contains('cut-off'))
  const fixed = section.offsetHeight - inFlow.reduce((sum, row) => sum + row.offsetHeight, 0)
  const people = rows.map(row => row.querySelector<HTMLElement>('[data-people]'))
  return {
    name: section.dataset['part'] as PartName,
    fixed,
    people: people.map(list => list?.offsetHeight ?? 0),
    rows: rows.map((row, i) => {
      const list = people[i]
      return row.offsetHeight - (list && !list.classList.contains('cut-off') ? list.offsetHeight : 0)
    })
  }
}

function lines(panel: HTMLElement, room: number): number {
  const { fixed, rows } = measured(panel)
  return allot(room, [{ fixed, rows }], [[0, Infinity]])[0] ?? 0
}

/** The foot line goes from left to right; in portrait it is a short list. */
function along(line: HTMLElement, portrait: boolean): number {
  if (portrait) return 3
  const list = line.querySelector<HTMLElement>('ul')
  if (!list) return 0
  const gap = parseFloat(getComputedStyle(list).columnGap) || 0
  const widths = [...list.querySelectorAll<HTMLElement>('[data-rank]')].map(row => row.offsetWidth + gap)
  const more = list.querySelector<HTMLElement>('[data-more]')?.offsetWidth ?? 0
  const all = widths.reduce((sum, width) => sum + width, 0) - gap
  if (all <= list.clientWidth) return widths.length
  return allot(list.clientWidth - more, [{ fixed: 0, rows: widths }], [[0, Infinity]])[0] ?? 0
}

const differs = (a: Partial<Record<PartName, number>>, b: Partial<Record<PartName, number>>): boolean =>
  partNames.some(name => a[name] !== b[name])
