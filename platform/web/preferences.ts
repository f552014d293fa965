import type { Density, Theme } from '@peyvand/ui'
import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { Locale } from '../contract/index.ts'

/** What one device remembers of how its user likes the screens; `before-paint.js` of the app reads the same key. */
const Preferences = z.object({
  locale: Locale.catch('fa'),
  theme: z.enum(['light', 'dark', 'system']).catch('system'),
  density: z.enum(['compact', 'default', 'relaxed']).catch('default'),
  isSidebarFolded: z.boolean().catch(false),
  closedSections: z.array(z.string()).catch([]),
})
export interface Preferences {
  locale: Locale
  theme: Theme
  density: Density
  isSidebarFolded: boolean
  /** Groups of the navigation that show no more than the open screen. */
  closedSections: readonly string[]
}

const storageKey = 'peyvand.preferences'
const listeners = new Set<() => void>()
let current = read()

/** The preferences of this device as they are now. */
export const getPreferences = (): Preferences => current

/** Changes some of them; another language loads the page anew, because texts come as one part per language. */
export function setPreferences(change: Partial<Preferences>): void {
  const isOtherLanguage = change.locale !== undefined && change.locale !== current.locale
  current = { ...current, ...change }
  const isKept = write(current)
  // Without storage the page would come back in the old language.
  if (isOtherLanguage && isKept) window.location.reload()
  else for (const listener of listeners) listener()
}

/** The preferences, followed as they change. */
export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, getPreferences)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function write(preferences: Preferences): boolean {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences))
    return true
  } catch {
    return false
  }
}

function read(): Preferences {
  try {
    return Preferences.parse(JSON.parse(localStorage.getItem(storageKey) ?? '{}'))
  } catch {
    return Preferences.parse({})
  }
}
