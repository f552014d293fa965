import type { Locale, MoneyUnit } from '@peyvand/persian'
import { createContext, useContext } from 'react'
import { type Texts, texts } from '../texts.ts'

export type Theme = 'light' | 'dark' | 'system'
export type Density = 'compact' | 'default' | 'relaxed'

export type UiSettings = {
  locale: Locale
  theme: Theme
  density: Density
  /** IANA zone in which instants are shown and typed. */
  timeZone: string
  /** Unit in which amounts are shown; values stay in Rial. */
  moneyUnit: MoneyUnit
  /** Official holidays: ISO date to name. Fridays need not be listed. */
  holidays: ReadonlyMap<string, string>
}

export const defaultSettings: UiSettings = {
  locale: 'fa',
  theme: 'system',
  density: 'default',
  timeZone: 'Asia/Tehran',
  moneyUnit: 'rial',
  holidays: new Map(),
}

export const UiContext = createContext<UiSettings>(defaultSettings)

/** The settings given to the nearest UiProvider. */
export const useUi = (): UiSettings => useContext(UiContext)

/** The kit's own texts in the current language. */
export const useTexts = (): Texts => texts[useUi().locale]
