/**
 * The one place that says which pages are ours, for the live wire and for HTTP. CORS does not protect WebSockets: a page of any site could open one with the reader's cookie. A browser always says
 * where the page came from; it must be this very host, or one that was named. A program that is no browser says nothing
 * and carries no cookie by accident.
 */
import type { IncomingMessage } from 'node:http'

export function ownOrigin({ headers }: IncomingMessage, allowed: readonly string[] = []): boolean {
  const { origin, host } = headers
  if (origin === undefined || allowed.includes(origin)) return true
  if (!URL.canParse(origin)) return false
  const { protocol, host: from } = new URL(origin)
  return (protocol === 'http:' || protocol === 'https:') && origin === `${protocol}//${from}` && from === host
}
