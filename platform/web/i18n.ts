import i18next, { type i18n as I18n } from 'i18next'
import ICU from 'i18next-icu'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Locale, Texts } from '../contract/index.ts'

/**
 * Starts the texts of one language, joined from all modules. Keys are flat (`parties.nav`), messages are ICU.
 * The language changes by loading the page anew.
 */
export async function startTexts(locale: Locale, texts: Texts): Promise<I18n> {
  const i18n = i18next.createInstance()
  await i18n
    .use(ICU)
    .use(initReactI18next)
    .init({
      lng: locale === 'fa' ? 'fa-IR' : 'en-US',
      resources: { [locale === 'fa' ? 'fa-IR' : 'en-US']: { texts } },
      ns: 'texts',
      defaultNS: 'texts',
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
      returnNull: false,
    })
  return i18n
}

export type T = (key: string, values?: Record<string, unknown>) => string

/** The texts of the screens: `t('parties.created', { name })`. */
export function useT(): T {
  const { t } = useTranslation('texts')
  return t as T
}
