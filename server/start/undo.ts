/** What was started, to be ended in the opposite order: when the program ends, or when a later step fails. */
export class Undo {
  readonly #steps: (() => unknown)[] = []

  push(step: () => unknown): void {
    this.#steps.push(step)
  }

  /** Takes every step, whatever the others did. */
  async run(): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) {
      try {
        await step()
      } catch {
        // What cannot be ended ends with the process.
      }
    }
  }
}
