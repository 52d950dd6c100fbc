/**
 * A board that costs the measuring process as little as it can: one WebSocket, just enough of the Socket.IO framing, and
 * a look at each message for the mark of a change. It checks that the changes of each lane come in order, each once.
 */
import { WebSocket } from 'ws'
import { lanes } from './lanes.ts'

/** How a kind of server is spoken to. */
export interface Dialect {
  path: string
  framed: boolean
  /** Socket.IO's own connect frame, with what a handshake carries */
  connect: string
  /** frame that greets, sent once the connection stands; `position`: JSON of where the board stands, if it was there */
  hello: (position?: string) => string
  /** whether a message is the answer to the greeting; null: the greeting is not answered */
  welcomed: ((message: string) => boolean) | null
  headers: Record<string, string>
}

/** How a change is sent: its frame, and the number of the change that a message acknowledges (null: none). */
export interface Sending {
  frame: (n: number, text: string) => string
  receipt: (message: string) => number | null
}

/** The mark that every change carries: `#<n>#`. */
const mark = /#(\d+)#/g

/** Disconnected, not let in, told farewell, or not welcome. */
const sentAway = /^(4[14]|42\["farewell"|430\[\{"ok":false)/

export class BenchBoard {
  gaps = 0
  repeats = 0
  /** of messages with changes, without the frame around them */
  bytes = 0
  /** bytes of the answer to its greeting */
  welcome = 0
  /** JSON of the position that it was given when it joined; undefined where there is no such thing */
  position: string | undefined
  /** why it was cut off; null while it is not */
  cut: string | null = null
  readonly #last = new Map<number, number>()
  readonly #socket: WebSocket
  readonly #dialect: Dialect
  readonly #onChange: (n: number) => void
  readonly #receipts = new Map<number, { done: () => void; failed: (why: Error) => void }>()
  #receipt: Sending['receipt'] = () => null
  #joined: (() => void) | null = null
  #from: string | undefined

  private constructor(port: number, dialect: Dialect, onChange: (n: number) => void, from?: string) {
    const { path, headers } = dialect
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers, perMessageDeflate: false })
    this.#dialect = dialect
    this.#onChange = onChange
    this.#from = from
  }

  /** `from`: the position of a board that was there before. */
  static join(
    port: number,
    dialect: Dialect,
    onChange: (n: number) => void = () => undefined,
    from?: string
  ): Promise<BenchBoard> {
    const board = new BenchBoard(port, dialect, onChange, from)
    return new Promise((resolve, reject) => {
      board.#joined = () => resolve(board)
      board.#listen(reject)
    })
  }

  /** Whether it holds the nth change, or a later one of its lane. */
  holds(n: number): boolean {
    return (this.#last.get(n % lanes) ?? -1) >= n
  }

  /** Sends the nth change; resolves with its receipt, rejects when it is refused. */
  send(n: number, text: string, { frame, receipt }: Sending): Promise<void> {
    this.#receipt = receipt
    return new Promise((done, failed) => {
      this.#receipts.set(n, { done, failed })
      this.#socket.send(frame(n, text))
    })
  }

  leave(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return Promise.resolve()
    return new Promise(resolve => {
      this.#socket.once('close', () => resolve())
      this.#socket.terminate()
    })
  }

  #listen(failed: (why: Error) => void): void {
    const socket = this.#socket
    socket.on('error', failed)
    socket.on('close', code => {
      this.cut ??= `closed with ${code}`
      failed(new Error(`a board was not let in: ${this.cut}`))
    })
    socket.on('open', () => {
      if (!this.#dialect.framed) this.#greet()
    })
    socket.on('message', (frame: Buffer) => {
      const message = frame.toString()
      if (this.#dialect.framed && this.#framing(message)) return
      if (this.#joined && this.#dialect.welcomed?.(message)) this.#settle(message, frame.length)
      else this.#take(message, frame.length)
    })
  }

  #greet(): void {
    this.#socket.send(this.#dialect.hello(this.#from))
    if (!this.#dialect.welcomed) this.#settle('', 0)
  }

  #settle(message: string, bytes: number): void {
    this.welcome = bytes
    this.position = /"position":(\{[^}]*\})/.exec(message)?.[1]
    this.#joined?.()
    this.#joined = null
  }

  /** Engine.IO and Socket.IO: open, connect, ping. */
  #framing(message: string): boolean {
    if (message.startsWith('0{')) this.#socket.send(this.#dialect.connect)
    else if (message.startsWith('40')) this.#greet()
    else if (message === '2') this.#socket.send('3')
    else if (sentAway.test(message)) this.#goes(message)
    else return false
    return true
  }

  #goes(message: string): void {
    this.cut = message.slice(0, 160)
    this.#socket.terminate()
  }

  #take(message: string, bytes: number): void {
    const receipt = this.#receipt(message)
    if (receipt !== null) return this.#acknowledge(receipt, message)
    let found = false
    for (const [, n] of message.matchAll(mark)) {
      found = true
      this.#change(Number(n))
    }
    if (found) this.bytes += bytes
  }

  #acknowledge(n: number, message: string): void {
    const waiting = this.#receipts.get(n)
    this.#receipts.delete(n)
    if (message.includes('"refused"')) waiting?.failed(new Error(`a change was refused: ${message}`))
    else waiting?.done()
  }

  #change(n: number): void {
    const last = this.#last.get(n % lanes)
    if (last !== undefined && n <= last) {
      this.repeats += 1
      return
    }
    if (last !== undefined) this.gaps += (n - last) / lanes - 1
    this.#last.set(n % lanes, n)
    this.#onChange(n)
  }
}
