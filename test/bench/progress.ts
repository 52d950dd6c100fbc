/** Says what is being measured as it begins, with the time since the start, and what came of it when it ends. */
import { stdout } from 'node:process'

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

export class Progress {
  readonly #began: number
  readonly #where: string

  /** `where`: round and target, as `round 1 of 3, board`; `began`: by `performance.now()` */
  constructor(where: string, began = performance.now()) {
    this.#where = where
    this.#began = began
  }

  at(where: string): Progress {
    return new Progress(where, this.#began)
  }

  /** A fault is told with the place and the phase it happened in. */
  async phase<T>(name: string, run: () => Promise<T>, figures: (result: T) => string = () => ''): Promise<T> {
    stdout.write(
      `${clock((performance.now() - this.#began) / 1000).padStart(5)}  ${this.#where}: ${name} ... `
    )
    try {
      const result = await run()
      stdout.write(`${figures(result)}\n`)
      return result
    } catch (fault) {
      stdout.write('failed\n')
      const why = fault instanceof Error ? fault.message : String(fault)
      throw new Error(`${this.#where}: ${name}: ${why}`, { cause: fault })
    }
  }
}
