/**
 * A board that costs the measuring process as little as it can: one WebSocket, just enough of the Socket.IO framing, and
 * a look at each message for the mark of a change. It checks that changes come in order, each once.
 */
import { WebSocket } from 'ws'

/** How a kind of server is spoken to. */
export interface Dialect {
  path: string
  framed: boolean
  /** Socket.IO's own connect frame, with what a handshake carries */
  connect: string
  /** frame that greets, sent once the connection stands */
  hello: string
  /** whether a message is the answer to the greeting */
  welcomed: (message: string) => boolean
  headers: Record<string, string>
}

/** How a change is sent: its frame, and the number of the change that a message acknowledges (null: none). */
export interface Sending {
  frame: (n: number, text: string) => string
  receipt: (message: string) => number | null
}

/** The mark that every change carries: `#<n>#`. */
const mark = /#(\d+)#/g

export class BenchBoard {
  last = 0
  gaps = 0
  repeats = 0
  bytes = 0
  messages = 0
  #socket: WebSocket
  #onChange: (n: number) => void
  #receipt: Sending['receipt'] = () => null
  #receipts = new Map<number, () => void>()

  private constructor(socket: WebSocket, onChange: (n: number) => void) {
    this.#socket = socket
    this.#onChange = onChange
  }

  static join(
    port: number,
    dialect: Dialect,
    onChange: (n: number) => void = () => undefined
  ): Promise<BenchBoard> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${dialect.path}`, {
      headers: dialect.headers,
      perMessageDeflate: false
    })
    const board = new BenchBoard(socket, onChange)
    return new Promise((resolve, reject) => {
      let joined = false
      socket.on('error', reject)
      socket.on('open', () => {
        if (!dialect.framed) socket.send(dialect.hello)
      })
      socket.on('message', (frame: Buffer) => {
        const message = frame.toString()
        if (dialect.framed && board.#framing(message, dialect)) return
        if (!joined && dialect.welcomed(message)) {
          joined = true
          resolve(board)
          return
        }
        board.#take(message)
      })
      // The floor answers no greeting: joined when the connection stands.
      if (!dialect.framed && dialect.hello === '') socket.on('open', () => ((joined = true), resolve(board)))
    })
  }

  /** Sends the nth change; resolves with its receipt. */
  send(n: number, text: string, { frame, receipt }: Sending): Promise<void> {
    this.#receipt = receipt
    return new Promise(resolve => {
      this.#receipts.set(n, resolve)
      this.#socket.send(frame(n, text))
    })
  }

  leave(): Promise<void> {
    return new Promise(resolve => {
      this.#socket.once('close', () => resolve())
      this.#socket.terminate()
    })
  }

  /** Engine.IO and Socket.IO: open, connect, ping. */
  #framing(message: string, dialect: Dialect): boolean {
    if (message.startsWith('0{')) this.#socket.send(dialect.connect)
    else if (message.startsWith('40')) this.#socket.send(dialect.hello)
    else if (message === '2') this.#socket.send('3')
    else return false
    return true
  }

  #take(message: string): void {
    const receipt = this.#receipt(message)
    if (receipt !== null) {
      this.#receipts.get(receipt)?.()
      this.#receipts.delete(receipt)
      return
    }
    const marks = message.matchAll(mark)
    let found = false
    for (const [, n] of marks) {
      found = true
      const number = Number(n)
      if (number === this.last + 1 || this.last === 0) this.last = number
      else if (number <= this.last) this.repeats += 1
      else {
        this.gaps += number - this.last - 1
        this.last = number
      }
      this.#onChange(number)
    }
    if (!found) return
    this.messages += 1
    this.bytes += message.length
  }
}
