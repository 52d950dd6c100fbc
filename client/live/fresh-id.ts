/**
 * A new UUID (version 4, RFC 9562). `crypto.randomUUID` exists only on HTTPS and localhost; a tablet that opens the board
 * at the server's plain address on the ward's network has `getRandomValues` alone, and must be able to raise an alert.
 */
export function freshId(random: Uint8Array = crypto.getRandomValues(new Uint8Array(16))): string {
  const bytes = Uint8Array.from(random)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
