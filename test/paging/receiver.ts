/** A pager system or a push service on this machine, answering as it is told to. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Heard {
  path: string
  headers: IncomingHttpHeaders
  body: Buffer
}

/** A status to answer with, or to say nothing at all. */
export type Answer = number | 'silence'

export class Receiver {
  readonly heard: Heard[] = []
  answers: Answer[] = []
  #server: Server
  #waiting: { count: number; done: () => void }[] = []

  constructor() {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const answer = this.answers.shift() ?? 204
        this.#take({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
        if (answer === 'silence') return
        response.writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {}).end()
      })
    })
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async start(): Promise<this> {
    await new Promise<void>(done => this.#server.listen(0, '127.0.0.1', done))
    return this
  }

  stop(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  /** Resolves when so many requests have come. */
  async has(count: number): Promise<Heard[]> {
    if (this.heard.length < count) await new Promise<void>(done => this.#waiting.push({ count, done }))
    return this.heard
  }

  #take(heard: Heard): void {
    this.heard.push(heard)
    for (const { count, done } of this.#waiting) if (this.heard.length >= count) done()
  }
}

/** Checks a call as `docs/paging.md` tells receivers to. */
export function isSigned({ headers, body }: Heard, secret: string): boolean {
  const timestamp = String(headers['milieu-timestamp'])
  const right = createHmac('sha256', secret).update(`${timestamp}.${body.toString()}`).digest('hex')
  const fresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < 300
  return fresh && headers['milieu-signature'] === `v1=${right}`
}
