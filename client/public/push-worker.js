/**
 * Shows what was pushed while no page of the board may be open. The text comes in the language that this browser
 * subscribed with; it names no person. What belongs to the same alert replaces what was shown before.
 */
const worker = globalThis

worker.addEventListener('install', () => worker.skipWaiting())

worker.addEventListener('push', event => {
  const told = event.data ? event.data.json() : {}
  event.waitUntil(show(told))
})

function show({ title, text, language, alert, over, quiet }) {
  return worker.registration.showNotification(title || '!', {
    body: text || '',
    lang: language === 'fr' ? 'fr-CA' : 'en',
    tag: alert,
    renotify: !over && !quiet,
    requireInteraction: !over,
    silent: Boolean(over || quiet),
    icon: '/icon.svg'
  })
}

worker.addEventListener('notificationclick', event => {
  event.notification.close()
  event.waitUntil(openBoard())
})

/** The board that is open already, else a new one. */
async function openBoard() {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const board = pages.find(page => !new URL(page.url).pathname.startsWith('/wall'))
  return board ? board.focus() : worker.clients.openWindow('/')
}
