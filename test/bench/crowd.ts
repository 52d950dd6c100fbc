/** Many boards of one server, and what they all must hold before the clock is stopped. */
import { BenchBoard, type Dialect } from './board.ts'
import { within } from './deadline.ts'

/** Seconds of silence after which whatever is missing is held to be lost. */
export const patience = 20

export class Crowd {
  readonly boards: BenchBoard[] = []
  /** changes that boards got, all together */
  came = 0
  #awaited = new Set<number>()
  #left = 0
  #done: () => void = () => undefined

  /** All at once; `from`: positions of boards that were there before. Resolves when the last was answered. */
  static async join(
    { port, boards }: { port: number; boards: Dialect },
    count: number,
    from?: (string | undefined)[]
  ): Promise<Crowd> {
    const crowd = new Crowd()
    const joining = Array.from({ length: count }, async (_, k) => {
      const board = await BenchBoard.join(port, boards, n => crowd.#took(n), from?.[k])
      crowd.boards.push(board)
    })
    const missing = () => `${count - crowd.boards.length} of ${count} boards were not answered`
    await within(patience, Promise.all(joining), missing, () => crowd.boards.length)
    return crowd
  }

  /** Resolves when every board holds all of `changes`. To be called before they are sent. */
  holds(changes: number[]): Promise<void> {
    this.#awaited = new Set(changes)
    this.#left = changes.length * this.boards.length
    return new Promise(resolve => (this.#done = resolve))
  }

  /** What is still awaited, in words. */
  get missing(): string {
    const lacking = this.boards.filter(board => [...this.#awaited].some(n => !board.holds(n))).length
    const cut = this.boards.flatMap(board => board.cut ?? [])
    const why = cut.length > 0 ? `; ${cut.length} were cut off (${[...new Set(cut)].join(', ')})` : ''
    return `${lacking} of ${this.boards.length} boards lack a change that they should hold${why}`
  }

  sum(of: (board: BenchBoard) => number): number {
    return this.boards.reduce((sum, board) => sum + of(board), 0)
  }

  async leave(): Promise<void> {
    await Promise.all(this.boards.map(board => board.leave()))
  }

  #took(n: number): void {
    this.came++
    if (this.#awaited.has(n) && --this.#left === 0) this.#done()
  }
}
