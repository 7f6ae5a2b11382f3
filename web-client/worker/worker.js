/* Keeps the built pages of one version, so that they open without a network; and rings when a push arrives. Nothing of what the service answers is kept. */
const version = '__VERSION__'
const shell = __SHELL__
const kept = `shell-${version}`
/* What of the service is never looked at here. */
const ofTheService = /^\/(api|hubs|health|openapi)(\/|$)/

self.addEventListener('install', (event) => event.waitUntil(keep()))
self.addEventListener('activate', (event) => event.waitUntil(forget()))
/* A new version waits until a page asks for it, or until all pages of the old one are closed. */
self.addEventListener('message', (event) => event.data === 'take-over' && self.skipWaiting())

async function keep() {
  const cache = await caches.open(kept)
  await cache.addAll(['/', ...shell].map((address) => new Request(address, address.startsWith('/assets/') ? {} : { cache: 'reload' })))
}

/* A page of the version before may still be open and ask for a part of itself; of those before it none is. */
async function forget() {
  const names = (await caches.keys()).filter((name) => name.startsWith('shell-') && name !== kept)
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)))
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || ofTheService.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/') || shell.includes(pathname)) event.respondWith(part(request, pathname))
})

async function page(request) {
  return (await (await caches.open(kept)).match('/')) ?? fetch(request)
}

async function part(request, pathname) {
  const known = await caches.match(request, { ignoreVary: true })
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok && pathname.startsWith('/assets/')) await (await caches.open(kept)).put(request, answer.clone())
  return answer
}

/* The words are these and no others: whoever sees the screen, or carries the push, learns nothing of any dispute. */
const words = {
  zh: { title: '连云港非诉服务', body: '您有一条新消息，点按打开。' },
  en: { title: 'Lianyungang ODR', body: 'You have a new message. Tap to open.' },
}

self.addEventListener('push', (event) => event.waitUntil(ring(event.data?.text() === 'en' ? 'en' : 'zh')))

async function ring(lang) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (pages.some((one) => one.visibilityState === 'visible')) return
  const { title, body } = words[lang]
  await self.registration.showNotification(title, { body, lang, tag: 'new', icon: '/icon-192.png', badge: '/badge.png' })
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open())
})

async function open() {
  const [page] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  await (page ? page.focus() : self.clients.openWindow('/my'))
}
