import { randomBytes } from 'node:crypto'
import { keys } from './keys.ts'
import type { Client } from './redis.ts'

export interface Secrets {
  /** signs the cookies of sign-ins */
  cookie: string
  /** signs the addresses of displays */
  displays: string
}

/** Made once, by whichever node is first, and kept: so that every node, and every later start, has the same. */
export async function loadSecrets(client: Client): Promise<Secrets> {
  return { cookie: await secret(client, 'cookie'), displays: await secret(client, 'displays') }
}

async function secret(client: Client, of: string): Promise<string> {
  const key = keys.secret + of
  await client.set(key, randomBytes(32).toString('base64url'), { condition: 'NX' })
  const kept = await client.get(key)
  if (kept === null) throw new Error(`the secret for ${of} is gone from Redis`)
  return kept
}
