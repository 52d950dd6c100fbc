import { randomBytes } from 'node:crypto'
import webPush from 'web-push'
import { keys } from './keys.ts'
import type { Client } from './redis.ts'

export interface Secrets {
  /** signs the cookies of sign-ins */
  cookie: string
  /** signs the addresses of displays */
  displays: string
  /** signs what is sent to push services (VAPID); browsers ask for the public half */
  push: PushKeys
}

export interface PushKeys {
  publicKey: string
  privateKey: string
}

/** Made once, by whichever node is first, and kept: so that every node, and every later start, has the same. */
export async function loadSecrets(client: Client): Promise<Secrets> {
  return {
    cookie: await secret(client, 'cookie', random),
    displays: await secret(client, 'displays', random),
    push: JSON.parse(
      await secret(client, 'push', () => JSON.stringify(webPush.generateVAPIDKeys()))
    ) as PushKeys
  }
}

const random = (): string => randomBytes(32).toString('base64url')

async function secret(client: Client, of: string, make: () => string): Promise<string> {
  const key = keys.secret + of
  await client.set(key, make(), { condition: 'NX' })
  const kept = await client.get(key)
  if (kept === null) throw new Error(`the secret for ${of} is gone from Redis`)
  return kept
}
