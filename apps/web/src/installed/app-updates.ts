import { sharedValue, useShared, whenReachable } from '@peyvand/platform/web'

const askEveryMs = 60 * 60_000

const waiting = sharedValue<ServiceWorker | null>(null)
let isTaken = false

/** Lets the program start from this device, and watches for newer versions of it. Only the built app has a worker. */
export function startServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker of a device takes over silently; a newer one when it was asked to.
    if (isTaken) window.location.reload()
  })
  // Without it everything works, from the network.
  void navigator.serviceWorker
    .register('/service-worker.js')
    .then(watch)
    .catch(() => undefined)
}

/** Takes the newer version that has arrived on this device; null while there is none. */
export function useNewVersion(): (() => void) | null {
  const worker = useShared(waiting)
  if (!worker) return null
  return () => {
    isTaken = true
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
    worker.postMessage({ type: 'activate' })
  }
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) waiting.set(registration.waiting)
  }
  look()
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  )
  const ask = () => void registration.update().catch(() => undefined)
  setInterval(ask, askEveryMs)
  // A server that was away may have come back with a newer version.
  whenReachable(ask)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') ask()
  })
}
