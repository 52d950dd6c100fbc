/**
 * Many screens that join or come back at once are answered with the same snapshot, or the same that they missed. Stock
 * Socket.IO would look through it for binary parts and encode it for each of them; here an answer that was encoded once
 * is kept for as long as its object is.
 */
import type { Server } from 'socket.io'
import type { Welcome } from '../../shared/protocol/hello.ts'

interface Packet {
  type: number
  nsp: string
  id?: number
  data?: unknown
}

interface Encoder {
  encode(packet: Packet): unknown[]
}

const ack = 3

/** Leaves all to the stock encoder when that encodes an answer in another way than is known here. */
export function encodeOnce(io: Server): void {
  const { encoder } = io as unknown as { encoder: Encoder }
  const stock = encoder.encode.bind(encoder)
  const kept = new WeakMap<object, string>()
  const textOf = (answer: object): string => {
    const text = kept.get(answer) ?? JSON.stringify(answer)
    kept.set(answer, text)
    return text
  }
  const quick = ({ id, data }: Packet & { data: [object] }): string[] => [`${ack}${id}[${textOf(data[0])}]`]
  const known = { type: ack, nsp: '/', id: 7, data: [{ ok: true, snapshot: { rows: {} } }] } as const
  if (stock(known as never)[0] !== quick(known as never)[0]) return
  encoder.encode = packet => (isWelcome(packet) ? quick(packet) : stock(packet))
}

/** A greeting answered with rows: made of these alone, so there is nothing binary in it. */
function isWelcome(packet: Packet): packet is Packet & { data: [object] } {
  const { type, nsp, id, data } = packet
  if (type !== ack || nsp !== '/' || id === undefined || !Array.isArray(data) || data.length !== 1)
    return false
  const welcome = data[0] as Partial<Welcome> | null
  return welcome?.ok === true
}
