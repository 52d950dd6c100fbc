/**
 * Keeps the panel lit. A browser takes the lock away whenever the page is hidden, so it is asked for again each time
 * the page is seen. Where there is no such lock, or it is refused (low battery), the panel's own settings decide.
 */
export function keepAwake(page: Document = document): () => void {
  const ask = () => {
    if (page.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    navigator.wakeLock.request('screen').catch(() => undefined)
  }
  ask()
  page.addEventListener('visibilitychange', ask)
  return () => page.removeEventListener('visibilitychange', ask)
}
