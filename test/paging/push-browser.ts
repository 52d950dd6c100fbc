/** A browser's half of Web Push: what it subscribes with, and how it reads what it is sent (RFC 8291). */
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import type { Heard } from './receiver.ts'

export interface PushBrowser {
  keys: { p256dh: string; auth: string }
  read(heard: Heard): object
}

export function pushBrowser(): PushBrowser {
  const ecdh = createECDH('prime256v1')
  const p256dh = ecdh.generateKeys()
  const auth = randomBytes(16)
  const keys = { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') }
  /** As a browser does it (RFC 8188, `aes128gcm`): salt, record size, the sender's key, one record. */
  const read = ({ body }: Heard): object => {
    const salt = body.subarray(0, 16)
    const length = body[20] ?? 0
    const sender = body.subarray(21, 21 + length)
    const shared = ecdh.computeSecret(sender)
    const context = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, sender])
    const ikm = Buffer.from(hkdfSync('sha256', shared, auth, context, 32))
    const key = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16))
    const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12))
    const sealed = body.subarray(21 + length)
    const decipher = createDecipheriv('aes-128-gcm', key, nonce)
    decipher.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString()) as object
  }
  return { keys, read }
}
