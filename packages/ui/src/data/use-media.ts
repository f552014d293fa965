import { useSyncExternalStore } from 'react'

/** Whether a media query holds, kept up to date. */
export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (onChange) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', onChange)
      return () => media.removeEventListener('change', onChange)
    },
    () => window.matchMedia(query).matches,
    () => false,
  )

/** The phone layout: under 640 px. */
export const useIsPhone = (): boolean => useMedia('(width < 640px)')
