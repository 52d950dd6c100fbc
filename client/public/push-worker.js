/**
 * Shows what was pushed while no page of the board may be open. The text comes in the language that this browser
 * subscribed with; it names no person, and nothing of an alert that is silent. What belongs to the same alert replaces
 * what was shown before.
 * A part of `worker.js`: a browser has one worker for a page.
 */
/* global worker */

worker.addEventListener('push', event => {
  const told = event.data ? event.data.json() : {}
  event.waitUntil(told.over ? end(told) : show(told))
})

function show({ title, text, language, alert, over, quiet }) {
  return worker.registration.showNotification(title || '!', {
    body: text || '',
    lang: language === 'fr' ? 'fr-CA' : 'en',
    tag: alert,
    data: { alert },
    renotify: Boolean(alert) && !over && !quiet,
    requireInteraction: !over,
    silent: Boolean(over || quiet),
    icon: '/icon.svg'
  })
}

/**
 * Nobody has to come any more: the call is taken away. Who is on the way without the board in view is told so; where it
 * is in view it says so itself, and of what was silent there is nothing to say.
 */
async function end(told) {
  const shown = await worker.registration.getNotifications({ tag: told.alert })
  for (const notification of shown) notification.close()
  const pages = await boards()
  if (!told.quiet && !pages.some(page => page.visibilityState === 'visible')) await show(told)
}

worker.addEventListener('notificationclick', event => {
  event.notification.close()
  const { alert } = event.notification.data || {}
  event.waitUntil(openBoard(alert))
})

/** The board that is open already, on the alert; else a new one. */
async function openBoard(alert) {
  const pages = await boards()
  const board = pages.find(page => new URL(page.url).pathname === '/') || pages[0]
  if (!board) return worker.clients.openWindow(alert ? `/#/alert/${encodeURIComponent(alert)}` : '/')
  if (alert) board.postMessage({ opens: alert })
  return board.focus()
}

/** Pages of members: a wall is no place to answer from. */
async function boards() {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return pages.filter(page => !new URL(page.url).pathname.startsWith('/wall'))
}
