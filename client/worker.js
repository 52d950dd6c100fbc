/**
 * The worker of tablets: keeps the shell of the program, so that it opens without a network, and shows what is pushed.
 * `shell` is put before this text by the build: the files, named by their content, and the page that opens with them.
 * Of the server's answers it keeps nothing, and the wall is none of its business.
 */
/* global shell */
const worker = globalThis
const prefix = 'milieu-shell-'
const here = prefix + shell.version

worker.importScripts('/push-worker.js')

worker.addEventListener('install', event => event.waitUntil(keep()))
worker.addEventListener('activate', event => event.waitUntil(begin()))

/** A new program waits until a page of the board says that nothing is being done there. */
worker.addEventListener('message', ({ data: said }) => {
  if (said === 'take') void worker.skipWaiting()
})

worker.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate') {
    if (isTablets(pathname)) event.respondWith(opened(request))
  } else if (shell.files.includes(pathname)) event.respondWith(kept(request, pathname))
})

async function keep() {
  const cache = await worker.caches.open(here)
  await cache.addAll(shell.files.map(file => new Request(file, { cache: 'no-cache' })))
}

async function begin() {
  const names = await worker.caches.keys()
  await Promise.all(
    names.filter(name => name.startsWith(prefix) && name !== here).map(name => worker.caches.delete(name))
  )
  await worker.clients.claim()
}

const others = ['/wall', '/api', '/live', '/healthz', '/readyz', '/metrics', '/openapi.json']
const isTablets = path => !others.some(other => path === other || path.startsWith(`${other}/`))

/** The page as the server has it now; where nobody answers in three seconds, or only a failure, as it was kept. */
async function opened(request) {
  const page = await kept(null, shell.page).catch(() => null)
  if (!page) return fetch(request)
  const late = new Promise(resolve => setTimeout(resolve, 3_000, null))
  const answer = await Promise.race([fetch(request).catch(() => null), late])
  return answer && answer.status < 500 ? answer : page
}

async function kept(request, path) {
  const cache = await worker.caches.open(here)
  return (await cache.match(path)) || (request ? fetch(request) : null)
}
