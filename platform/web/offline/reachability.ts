import { onlineManager } from '@tanstack/react-query'
import { sharedValue, useShared } from '../shared-value.ts'

const pingMs = 5_000
const firstRetryMs = 2_000
const longestRetryMs = 30_000

const reachable = sharedValue(true)
let isAsking = false
let retry: ReturnType<typeof setTimeout> | undefined
let wait = firstRetryMs

/** Whether the server answers, as far as is known. */
export const isReachable = (): boolean => reachable.get()

/** Follows whether the server answers. */
export const useReachable = (): boolean => useShared(reachable)

/** Runs when the server answers again. @returns a function that ends it */
export const whenReachable = (act: () => void): (() => void) =>
  reachable.subscribe(() => {
    if (reachable.get()) act()
  })

/**
 * A request has failed or the browser says that the network changed: asks the server itself, because a network says
 * nothing about the server behind it. While there is no answer it is asked again, ever more seldom.
 */
export function doubtReachability(): void {
  if (isAsking) return
  isAsking = true
  clearTimeout(retry)
  void ping().then((answers) => {
    isAsking = false
    reachable.set(answers)
    onlineManager.setOnline(answers)
    if (answers) {
      wait = firstRetryMs
      return
    }
    retry = setTimeout(doubtReachability, wait)
    wait = Math.min(wait * 1.6, longestRetryMs)
  })
}

/** Follows the network from the start of the app. */
export function watchReachability(): void {
  // The browser's own events would overrule what the server says.
  onlineManager.setEventListener(() => () => undefined)
  const hurry = () => {
    wait = firstRetryMs
    doubtReachability()
  }
  window.addEventListener('online', hurry)
  window.addEventListener('offline', hurry)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && !isReachable()) hurry()
  })
  if (!navigator.onLine) hurry()
}

async function ping(): Promise<boolean> {
  try {
    const { ok } = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(pingMs) })
    return ok
  } catch {
    return false
  }
}
