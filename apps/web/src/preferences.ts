import type { Locale } from '@peyvand/platform/contract'
import type { Density, Theme } from '@peyvand/ui'

export interface Preferences {
  locale: Locale
  theme: Theme
  density: Density
}

const allowed = {
  locale: ['fa', 'en'],
  theme: ['light', 'dark', 'system'],
  density: ['compact', 'default', 'relaxed'],
} as const

/** What this device last showed; `boot.js` applies the same before the first paint. */
export function readPreferences(): Preferences {
  return {
    locale: document.documentElement.lang === 'en' ? 'en' : 'fa',
    theme: read('theme', 'system'),
    density: read('density', 'default'),
  }
}

export function writePreferences(change: Partial<Preferences>): void {
  for (const [key, value] of Object.entries(change)) localStorage.setItem(`peyvand.${key}`, value)
}

function read<K extends 'theme' | 'density'>(key: K, otherwise: (typeof allowed)[K][number]): (typeof allowed)[K][number] {
  const value = localStorage.getItem(`peyvand.${key}`)
  return allowed[key].find((name) => name === value) ?? otherwise
}
