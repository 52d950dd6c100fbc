/**
 * Keeps the program on this device, so that it opens without a network. `waits` is told how to take a newer one, once one
 * lies ready; until then this page stays as it is. A page without a secure context has no worker and needs the network.
 */
export async function keepShell(waits: (take: () => void) => void): Promise<void> {
  const { serviceWorker } = navigator
  if (!import.meta.env.PROD || !serviceWorker) return
  const kept = await serviceWorker.register('/worker.js', { updateViaCache: 'none' })
  const look = (): void => {
    const { waiting } = kept
    if (waiting && kept.active) waits(() => take(waiting))
  }
  look()
  kept.addEventListener('updatefound', () => kept.installing?.addEventListener('statechange', look))
  // A tablet is seldom closed: it looks for a newer program by itself.
  setInterval(() => void kept.update().catch(() => undefined), lookEvery)
}

const lookEvery = 3_600_000

function take(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('take')
}
