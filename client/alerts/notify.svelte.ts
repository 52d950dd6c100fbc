/**
 * Notifications of the device, for a page that is open but not looked at. They say kind and place, never a person: they
 * lie on the lock screen of a phone.
 */
import type { AlertRow } from '../../shared/alerts/view.ts'

export type MayNotify = 'unsupported' | 'unasked' | 'denied' | 'granted'

const words: Record<NotificationPermission, MayNotify> = {
  default: 'unasked',
  denied: 'denied',
  granted: 'granted'
}

const asked = (): MayNotify =>
  typeof Notification === 'undefined' ? 'unsupported' : words[Notification.permission]

/** Changes when an alert is to be told of once more: it stands open again. */
const callOf = ({ id, since }: AlertRow): string => `${id} ${since}`

/** What a notification says, and what a tap on it does. */
interface Telling {
  title: string
  says: (alert: AlertRow) => string
  open: (alert: string) => void
}

class Notify {
  #may = $state<MayNotify>('unsupported')
  #told: ReadonlySet<string> = new Set()
  #shown = new Map<string, Notification>()

  get may(): MayNotify {
    return this.#may
  }

  /** Reads what was allowed before; browsers do not say when that changes elsewhere. */
  look(): void {
    this.#may = asked()
  }

  /** From a tap only: browsers do not ask otherwise. */
  async ask(): Promise<void> {
    if (asked() === 'unasked') await Notification.requestPermission()
    this.look()
  }

  /** `sounding`: what would be heard now. Each is told of once; what nobody waits for any more is taken away. */
  watch(sounding: readonly AlertRow[], telling: Telling): void {
    const fresh = sounding.filter(alert => !this.#told.has(callOf(alert)))
    this.#told = new Set(sounding.map(callOf))
    for (const [id, shown] of this.#shown) if (!sounding.some(alert => alert.id === id)) shown.close()
    if (!document.hidden || asked() !== 'granted') return
    for (const alert of fresh) this.#tell(alert, telling)
  }

  #tell(alert: AlertRow, { title, says, open }: Telling): void {
    const { id, priority } = alert
    const how = { body: says(alert), tag: id, requireInteraction: priority === 'high' }
    const shown = madeHere(title, how)
    if (!shown) return
    this.#shown.set(id, shown)
    shown.addEventListener('close', () => this.#shown.delete(id))
    shown.addEventListener('click', () => {
      window.focus()
      open(id)
      shown.close()
    })
  }
}

/** Some phones let only a service worker make one; there it takes the page's place. */
function madeHere(title: string, how: NotificationOptions): Notification | null {
  try {
    return new Notification(title, how)
  } catch {
    void navigator.serviceWorker?.getRegistration().then(worker => worker?.showNotification(title, how))
    return null
  }
}

export const notify = new Notify()
