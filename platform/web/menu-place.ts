import { useEffect } from 'react'
import { sharedValue, useShared } from './shared-value.ts'

const place = sharedValue<string | null>(null)

/** Says under which entry of the menu the open screen belongs, where its own address is that of another; null says nothing. */
export function useMenuPlace(to: string | null): void {
  useEffect(() => {
    place.set(to)
    return () => place.set(null)
  }, [to])
}

/** The entry that the open screen has named. */
export const useNamedPlace = (): string | null => useShared(place)
