/** A connection that says what it likes, below Socket.IO: for screens that misbehave. */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Identity } from '../../server/live/access.ts'

export class Wire {
  readonly ws: WebSocket
  readonly frames: string[] = []
  closed = false
  #waiting: { when: () => boolean; done: () => void }[] = []

  constructor(url: string, headers: Record<string, string> = {}) {
    const address = `${url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`
    this.ws = new WebSocket(address, { headers, perMessageDeflate: false })
    this.ws.on('message', (frame: Buffer) => {
      const text = frame.toString()
      if (text === '2') this.ws.send('3')
      this.frames.push(text)
      this.#look()
    })
    this.ws.on('close', () => {
      this.closed = true
      this.#look()
    })
    this.ws.on('error', () => undefined) // the close that follows says it
  }

  /** Connected and identified. */
  static async open(url: string, identity: Identity): Promise<Wire> {
    const wire = new Wire(url)
    await once(wire.ws, 'open')
    wire.ws.send(`40${JSON.stringify({ identity })}`)
    await wire.until(() => wire.frames.some(frame => frame.startsWith('40')))
    return wire
  }

  emit(id: number | null, ...args: unknown[]): void {
    this.ws.send(`42${id ?? ''}${JSON.stringify(args)}`)
  }

  /** The answer to what was sent under that number. */
  async answer(id: number): Promise<unknown> {
    const found = (): string | undefined => this.frames.find(frame => frame.startsWith(`43${id}[`))
    await this.until(() => found() !== undefined)
    return (JSON.parse((found() ?? '').slice(`43${id}`.length)) as unknown[])[0]
  }

  until(when: () => boolean): Promise<void> {
    if (when()) return Promise.resolve()
    return new Promise(done => this.#waiting.push({ when, done }))
  }

  #look(): void {
    const met = this.#waiting.filter(({ when }) => when())
    this.#waiting = this.#waiting.filter(waiting => !met.includes(waiting))
    for (const { done } of met) done()
  }
}
