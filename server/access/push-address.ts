/** Which addresses of browsers the board calls: those of push services, which are outside this network. */
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

const loopback = ['127.0.0.1', 'localhost', '[::1]']
/** Names that stay inside a network (RFC 6761, 6762, 8375 and the one that ICANN keeps free for it). */
const insideNames = /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/

const inside = new BlockList()
const subnets = (
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.168.0.0/16 ' +
  '198.18.0.0/15 224.0.0.0/4 240.0.0.0/4 ::/127 fc00::/7 fe80::/10 ff00::/8'
).split(' ')
for (const subnet of subnets) {
  const [network = '', prefix] = subnet.split('/')
  inside.addSubnet(network, Number(prefix), network.includes(':') ? 'ipv6' : 'ipv4')
}

/**
 * Push services speak https and have a name; a bare address, or a name without a domain, is something inside this network.
 * `onLoopback`: what runs on this very machine may be called as well, and without https.
 */
export function mayBeCalled(endpoint: string, onLoopback: boolean): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, username, password } = new URL(endpoint)
  if (username !== '' || password !== '' || !/^https?:$/.test(protocol)) return false
  if (loopback.includes(hostname)) return onLoopback
  const name = hostname.replace(/\.$/, '')
  const isName = isIP(name) === 0 && !name.startsWith('[') && name.includes('.')
  return protocol === 'https:' && isName && !insideNames.test(name)
}

/** Whether the name of an address is that of something inside this network. Never rejects: unknown names are nowhere. */
export async function leadsInside(endpoint: string): Promise<boolean> {
  const found = await lookup(new URL(endpoint).hostname, { all: true }).catch(() => [])
  return found.some(({ address, family }) => inside.check(address, family === 6 ? 'ipv6' : 'ipv4'))
}
