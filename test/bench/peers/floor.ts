/**
 * The floor: plain `ws`, `XADD`, and a tail by `XREAD BLOCK`. No receipts, no audiences, no resume: what remains when
 * everything that makes the board safe is left out. Everything else is measured as a ratio to it.
 */
import { Redis } from 'ioredis'
import { WebSocketServer } from 'ws'
import { listening, redisPath } from './peer.ts'

const write = new Redis(redisPath)
const tail = new Redis(redisPath)
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false, backlog: 4096 })

server.on('connection', socket => {
  socket.on('message', message => {
    const text = message.toString()
    if (text.startsWith('hello')) return
    void write.xadd('floor', '*', 'change', text).then(() => socket.send(`ok ${text.slice(0, 12)}`))
  })
})

async function follow(): Promise<void> {
  for (let last = '$'; ;) {
    const read = await tail.xread('COUNT', 1000, 'BLOCK', 0, 'STREAMS', 'floor', last)
    for (const [id, fields] of read?.[0]?.[1] ?? []) {
      last = id
      const change = fields[1] ?? ''
      for (const socket of server.clients) socket.send(change)
    }
  }
}

void follow()
listening(server)
