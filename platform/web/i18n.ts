import type { Locale, Texts } from '../contract/index.ts'
import { parseIcuMessage } from './icu-message.ts'
import { sharedValue, useShared } from './shared-value.ts'

/** The text of a key; an unknown key comes back as it is. */
export type T = (key: string, values?: Record<string, unknown>) => string

let current: { locale: Locale; texts: Texts } = { locale: 'fa', texts: {} }
/** Counts them, so that who shows texts hears of more. */
const additions = sharedValue(0)
const parsed = new Map<string, ReturnType<typeof parseIcuMessage>>()

/**
 * Gives the screens their texts in one language, joined from all modules: flat keys (`parties.nav`), ICU
 * messages, read as on the server. Called before the first screen; another language loads the page anew.
 */
export function startTexts(locale: Locale, texts: Texts): void {
  current = { locale, texts }
  parsed.clear()
}

/** Adds texts that came after the first screen; what is shown already is said again. */
export function addTexts(texts: Texts): void {
  current = { ...current, texts: { ...current.texts, ...texts } }
  additions.set(additions.get() + 1)
}

/** The texts of the screens: `t('parties.created', { name })`. */
export function useT(): T {
  useShared(additions)
  return translate
}

function translate(key: string, values: Record<string, unknown> = {}): string {
  const message = current.texts[key]
  if (message === undefined) return key
  if (!message.includes('{')) return message
  let say = parsed.get(key)
  if (!say) {
    say = parseIcuMessage(message, current.locale)
    parsed.set(key, say)
  }
  return say(values)
}
