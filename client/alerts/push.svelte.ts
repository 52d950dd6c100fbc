/**
 * Notifications that reach this browser also while the board is not open (Web Push), for the member who is signed in
 * here. They say what and where, never who. Only where the unit has them switched on.
 */
import { language } from '../ui/language.svelte.ts'

/** `unsupported`: this browser cannot, or the unit does not want it; `denied`: the browser was told never to. */
export type PushState = 'unsupported' | 'denied' | 'off' | 'on'

const answerWithin = 6_000
const can = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

class Push {
  #state = $state<PushState>('unsupported')
  #looked = false
  #turning: Promise<void> | undefined

  /** Looks by itself when it is first asked. */
  get state(): PushState {
    if (!this.#looked) void this.look()
    this.#looked = true
    return this.#state
  }

  /** Looks again: who is signed in may have changed. Never rejects. */
  async look(): Promise<void> {
    this.#state = await found().catch(() => 'unsupported' as const)
  }

  /** On where it is off, off where it is on; asks for permission where the browser wants that. Never rejects. */
  turn(): Promise<void> {
    this.#turning ??= this.#turn().finally(() => (this.#turning = undefined))
    return this.#turning
  }

  /** Calls `open` with the alert whose notification was tapped, while this page is there. Returns what ends that. */
  heed(open: (alert: string) => void): () => void {
    if (!('serviceWorker' in navigator)) return () => undefined
    const hear = ({ data }: MessageEvent<unknown>): void => {
      const opens = typeof data === 'object' && data !== null && 'opens' in data ? data.opens : null
      if (typeof opens === 'string') open(opens)
    }
    navigator.serviceWorker.addEventListener('message', hear)
    return () => navigator.serviceWorker.removeEventListener('message', hear)
  }

  async #turn(): Promise<void> {
    try {
      if (this.#state === 'on') await turnOff()
      else if (this.#state === 'off') await turnOn()
    } catch {
      // What the browser or the server would not do shows in the state.
    }
    await this.look()
  }
}

export const push = new Push()

async function found(): Promise<PushState> {
  if (!can()) return 'unsupported'
  const { key, endpoints } = await asked()
  if (key === null) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const subscription = await (await registered())?.pushManager.getSubscription()
  return subscription && endpoints.includes(await fingerprint(subscription.endpoint)) ? 'on' : 'off'
}

async function turnOn(): Promise<void> {
  const { key } = await asked()
  if (key === null || (await Notification.requestPermission()) !== 'granted') return
  await navigator.serviceWorker.register('/worker.js')
  const { pushManager } = await navigator.serviceWorker.ready
  const subscription = await subscribed(pushManager, key)
  const { endpoint, keys } = subscription.toJSON()
  await tell('POST', { subscription: { endpoint, keys }, language: language.current })
}

/** A subscription that was made for another key of the server is of no use any more. */
async function subscribed(manager: PushManager, key: string): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey: key }
  try {
    return await manager.subscribe(options)
  } catch {
    await (await manager.getSubscription())?.unsubscribe()
    return manager.subscribe(options)
  }
}

async function turnOff(): Promise<void> {
  const subscription = await (await registered())?.pushManager.getSubscription()
  if (!subscription) return
  await tell('DELETE', { endpoint: subscription.endpoint })
  await subscription.unsubscribe()
}

const registered = (): Promise<ServiceWorkerRegistration | undefined> =>
  navigator.serviceWorker.getRegistration('/')

/** `endpoints`: fingerprints of those that the server knows for this member. */
async function asked(): Promise<{ key: string | null; endpoints: string[] }> {
  const response = await fetch('/api/push', { signal: AbortSignal.timeout(answerWithin) })
  if (!response.ok) return { key: null, endpoints: [] }
  return (await response.json()) as { key: string | null; endpoints: string[] }
}

async function tell(method: 'POST' | 'DELETE', body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const signal = AbortSignal.timeout(answerWithin)
  const response = await fetch('/api/push', { method, headers, body: JSON.stringify(body), signal })
  if (!response.ok) throw new Error(`${method} /api/push: ${response.status}`)
}

/** SHA-256 of the address in hexadecimal: the address itself lets anybody send, so the server never says it again. */
async function fingerprint(endpoint: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint))
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
