/** What was chosen on a form and is not asked for yet. It stays while the rows change; until then the row shows. */
export class Choice<T> {
  #row: () => T
  #chosen = $state.raw<{ value: T; from: T } | null>(null)

  /** `row`: what is recorded now */
  constructor(row: () => T) {
    this.#row = row
  }

  get value(): T {
    return this.#chosen ? this.#chosen.value : this.#row()
  }

  set value(value: T) {
    this.#chosen = { value, from: this.#chosen?.from ?? this.#row() }
  }

  /** Somebody else changed the row since the choice began, and not to what was chosen. */
  get overtaken(): boolean {
    const row = this.#row()
    return this.#chosen !== null && row !== this.#chosen.from && row !== this.#chosen.value
  }

  forget(): void {
    this.#chosen = null
  }
}
