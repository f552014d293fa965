import { useSyncExternalStore } from 'react'

/** A value outside the components that any of them may follow. */
export interface SharedValue<T> {
  get(): T
  /** Tells the followers when it is another value. */
  set(next: T): void
  subscribe(listener: () => void): () => void
}

export function sharedValue<T>(initial: T): SharedValue<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Follows a shared value. */
export const useShared = <T>({ get, subscribe }: SharedValue<T>): T => useSyncExternalStore(subscribe, get)
