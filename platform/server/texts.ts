import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale, Texts } from '../contract/index.ts'

export interface Translator {
  /** The text of a key in a language; an unknown key comes back as it is. */
  (locale: Locale, key: string, params?: Record<string, unknown>): string
  has(key: string): boolean
}

const intlLocale = { fa: 'fa-IR', en: 'en-US' } as const

/** Joins the modules' texts and formats ICU messages, keeping parsed messages. */
export function createTranslator(texts: readonly { fa: Texts; en: Texts }[]): Translator {
  const merged = {
    fa: Object.assign({}, ...texts.map((t) => t.fa)) as Texts,
    en: Object.assign({}, ...texts.map((t) => t.en)) as Texts,
  }
  const parsed = new Map<string, IntlMessageFormat>()
  const translate = (locale: Locale, key: string, params: Record<string, unknown> = {}) => {
    const message = merged[locale][key]
    if (message === undefined) return key
    if (!message.includes('{')) return message
    const id = `${locale}:${key}`
    const format =
      parsed.get(id) ?? new IntlMessageFormat(message, intlLocale[locale], undefined, { ignoreTag: true })
    parsed.set(id, format)
    try {
      return String(format.format(params as Record<string, string>))
    } catch {
      return message
    }
  }
  return Object.assign(translate, { has: (key: string) => key in merged.fa })
}
