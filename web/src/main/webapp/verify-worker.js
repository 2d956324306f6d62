// Keeps the offline verifier at hand under /verify and nowhere else. Pages come from the network as long as there is
// one; without, every address a QR code opens is answered by the verifier, which reads the rest of that address.
const PAGE = '/verify/offline'
const PATIENCE = 10000

self.addEventListener('install', event => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

async function kept(request) {
  return caches.match(request, { ignoreVary: true })
}

async function page(request) {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), PATIENCE)
  try {
    return await fetch(request, { signal: late.signal })
  } catch (lost) {
    const verifier = await kept(PAGE)
    if (verifier) return verifier
    throw lost
  } finally {
    clearTimeout(timer)
  }
}

self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  // What has a fingerprint in its address never changes.
  else if (pathname.startsWith('/assets/')) event.respondWith(kept(request).then(file => file || fetch(request)))
})
