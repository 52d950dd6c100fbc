/**
 * Stock: the usual Socket.IO application. State lies in Redis as one JSON text; a change reads it, alters it, writes it
 * back and is emitted to everybody. Two changes at once can lose one.
 */
import { createServer } from 'node:http'
import { Redis } from 'ioredis'
import { Server } from 'socket.io'
import { listening, redisPath, snapshotText } from './peer.ts'

const redis = new Redis(redisPath)
const http = createServer()
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false })

io.on('connection', socket => {
  socket.on('hello', (_hello: unknown, ack: (snapshot: unknown) => void) => {
    void redis.get('stock').then(text => ack(JSON.parse(text ?? snapshotText)))
  })
  socket.on('change', (text: string, ack: () => void) => {
    void change(text).then(() => {
      io.emit('change', text)
      ack()
    })
  })
})

async function change(text: string): Promise<void> {
  const state = JSON.parse((await redis.get('stock')) ?? '{}') as Record<string, unknown>
  state['changed'] = text
  await redis.set('stock', JSON.stringify(state))
}

http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => listening(http))
