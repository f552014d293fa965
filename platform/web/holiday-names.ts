import { useSyncExternalStore } from 'react'

let names: ReadonlyMap<string, string> = new Map()
const listeners = new Set<() => void>()

/** Days off that the fields for dates mark, by ISO day; told by the module that knows them. */
export function setHolidayNames(next: ReadonlyMap<string, string>): void {
  names = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useHolidayNames = (): ReadonlyMap<string, string> => useSyncExternalStore(subscribe, () => names)
