import { forgetOldVersions, keepAppFiles, keptFile, keptPage } from './kept-files.ts'

// Serves the program's own files from this device, so that it starts at once and without a network. Answers of the
// API are never kept here: the pages keep what they may (platform/web/offline).

declare const self: ServiceWorkerGlobalScope

self.addEventListener('install', (event) => event.waitUntil(keepAppFiles()))

self.addEventListener('activate', (event) =>
  event.waitUntil(forgetOldVersions().then(() => self.clients.claim())),
)

// A new version waits until the user asks for it: half-written work must not meet other code.
self.addEventListener('message', ({ data }) => {
  if ((data as { type?: unknown } | null)?.type === 'activate') void self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (isOfServer(pathname)) return
  event.respondWith(request.mode === 'navigate' ? keptPage(request) : keptFile(request))
})

// Addresses of one letter are pages for visitors, made by the server.
const isOfServer = (path: string) =>
  /^\/(api\/|public\/|[a-z]\/|healthz$|readyz$|metrics$|service-worker\.js$)/.test(path)
