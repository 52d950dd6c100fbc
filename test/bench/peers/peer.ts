/** What a peer is told by the one who started it, and what it says when it is ready: its port, on one line. */
import type { AddressInfo } from 'node:net'
import { argv, stdout } from 'node:process'

export const redisPath = argv[2] ?? ''

/** A snapshot as large as that of the unit the board is measured with. */
export const snapshotText = JSON.stringify({ rows: 'x'.repeat(Number(argv[3] ?? 22_000)) })

export function listening(server: {
  address(): unknown
  once(event: 'listening', say: () => void): unknown
}): void {
  const say = () => stdout.write(`listening ${(server.address() as AddressInfo).port}\n`)
  if (server.address()) say()
  else server.once('listening', say)
}
