/** PINs are kept as argon2id hashes only, and checked in the same time whether or not there is such a member. */
import { hash, verify } from '@node-rs/argon2'
import { createHash, randomUUID } from 'node:crypto'

/** 19 MiB and two passes, as OWASP's password storage cheat sheet asks at least. In PHC form. */
export const hashPin = (pin: string): Promise<string> =>
  hash(pin, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })

/** Nobody's: whoever is unknown is compared with it. */
let nobody: Promise<string> | undefined

/** Whether `pin` is the one behind `pinHash`. Without a hash it is not, after the time that a hash would have taken. */
export async function isPin(pinHash: string | null, pin: string): Promise<boolean> {
  const against = pinHash ?? (await (nobody ??= hashPin(randomUUID())))
  const right = await verify(against, pin).catch(() => false)
  return right && pinHash !== null
}

/** Tells one hash of a PIN from another, and nothing of the PIN: a sign-in is good for the one it was let in by. */
export const printOf = (pinHash: string | null): string =>
  createHash('sha256')
    .update(pinHash ?? '')
    .digest('base64url')
    .slice(0, 22)
