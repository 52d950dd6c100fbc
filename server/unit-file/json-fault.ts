/** Where a text stops being JSON. The parser of the language says that it does, but not always where. */

const token =
  /\s*(?:("(?:[^"\\\p{Cc}]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:]))/uy

class Fault {
  readonly offset: number
  constructor(offset: number) {
    this.offset = offset
  }
}

/** The offset of the first character that does not fit, which may be the end of the text. */
export function faultIn(text: string): number {
  const reader = new Reader(text)
  try {
    reader.value()
    return reader.start
  } catch (fault) {
    if (fault instanceof Fault) return fault.offset
    throw fault
  }
}

class Reader {
  readonly #text: string
  #at = 0
  #began = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Where the next word begins. */
  get start(): number {
    return this.#at + (/^\s*/.exec(this.#text.slice(this.#at))?.[0].length ?? 0)
  }

  value(): void {
    const word = this.#next()
    if (word === '{') this.#list('}', () => this.#member())
    else if (word === '[') this.#list(']', () => this.value())
    else if (word !== '') this.#fail()
  }

  #member(): void {
    const start = this.start
    if (this.#text[start] !== '"') throw new Fault(start)
    this.#next()
    if (this.#next() !== ':') this.#fail()
    this.value()
  }

  #list(close: string, part: () => void): void {
    if (this.#text[this.start] === close) return void this.#next()
    for (;;) {
      part()
      const word = this.#next()
      if (word === close) return
      if (word !== ',') this.#fail()
    }
  }

  /** A mark as it is, or '' for a whole value. */
  #next(): string {
    this.#began = this.start
    token.lastIndex = this.#at
    const found = token.exec(this.#text)
    if (!found) throw new Fault(this.#began)
    this.#at = token.lastIndex
    return found[2] ?? ''
  }

  #fail(): never {
    throw new Fault(this.#began)
  }
}
