import type { Locale } from '@peyvand/platform/contract'
import { IntlMessageFormat } from 'intl-messageformat'
import { texts as en } from '../../apps/web/src/texts/en.ts'
import { texts as fa } from '../../apps/web/src/texts/fa.ts'

/** A text as the screens show it. @throws Error for a key that no module has */
export type Words = (key: string, values?: Record<string, string | number>) => string

const languages = { fa: { texts: fa, tag: 'fa-IR' }, en: { texts: en, tag: 'en-US' } }

/** The texts of the screens in one language, so that a journey reads the same in both. */
export function wordsOf(locale: Locale): Words {
  const { texts, tag } = languages[locale]
  return (key, values) => {
    const text = texts[key]
    if (text === undefined) throw new Error(`there is no text «${key}»`)
    return String(new IntlMessageFormat(text, tag, undefined, { ignoreTag: true }).format(values))
  }
}
