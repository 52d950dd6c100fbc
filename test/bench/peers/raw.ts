/** Raw: plain `ws` that sends a ready buffer, no Redis. What a fan-out costs when nothing else is done. */
import { WebSocketServer } from 'ws'
import { listening, snapshotText } from './peer.ts'

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false, backlog: 4096 })
const snapshot = Buffer.from(snapshotText)

server.on('connection', socket => {
  socket.on('message', message => {
    const text = message.toString()
    if (text.startsWith('hello')) {
      socket.send(snapshot)
      return
    }
    const ready = Buffer.from(text)
    for (const other of server.clients) other.send(ready)
    socket.send(`ok ${text.slice(0, 12)}`)
  })
})

listening(server)
