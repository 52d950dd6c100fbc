/** One signed request to a pager system or a radio gateway. Its address and its secret go nowhere else. */
import { createHmac } from 'node:crypto'
import type { PageOutcome } from '../../shared/paging/paging.ts'
import type { Pager } from '../../shared/profile/pager.ts'

/** How an attempt ended; `status` is null where there was no answer. */
export interface Ended {
  outcome: PageOutcome
  status: number | null
}

/** Milliseconds that a receiver has to answer. */
export const answerWithin = 5_000

export interface Message {
  /** the same for every attempt: who was given it twice can tell */
  delivery: string
  body: string
}

/** `now`: milliseconds since 1970. Never rejects. */
export function callPager(
  pager: Pager,
  { delivery, body }: Message,
  now: number,
  signal: AbortSignal
): Promise<Ended> {
  const timestamp = String(Math.floor(now / 1000))
  return post(pager.url, signal, body, {
    'content-type': 'application/json; charset=utf-8',
    'milieu-delivery': delivery,
    'milieu-timestamp': timestamp,
    'milieu-signature': `v1=${signatureOf(pager.secret, timestamp, body)}`
  })
}

/** HMAC-SHA256 of `<timestamp>.<body>` in hexadecimal. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')

/** 2xx: it was taken. 404 of a push service and 410 of anybody: nobody is there any more. Never rejects. */
export async function post(
  url: string,
  signal: AbortSignal,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  gone: readonly number[] = [410]
): Promise<Ended> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(answerWithin)])
    // A redirect could lead anywhere, with our signature on it.
    const response = await fetch(url, { method: 'POST', headers, body, signal: limit, redirect: 'manual' })
    await response.body?.cancel()
    const { status, ok } = response
    if (ok) return { outcome: 'sent', status }
    return { outcome: gone.includes(status) ? 'gone' : 'failed', status }
  } catch {
    return { outcome: 'failed', status: null }
  }
}
