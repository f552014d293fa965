import { useSyncExternalStore } from 'react'
import type { ComposerStart } from './use-composer.ts'

let request: ComposerStart | null = null
const listeners = new Set<() => void>()

const put = (next: ComposerStart | null) => {
  request = next
  for (const listener of listeners) listener()
}

/** Opens the form of a new activity over whatever is shown. */
export const openComposer = (start: ComposerStart): void => put(start)
export const closeComposer = (): void => put(null)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useComposerRequest = (): ComposerStart | null => useSyncExternalStore(subscribe, () => request)
