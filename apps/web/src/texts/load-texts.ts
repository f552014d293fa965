import type { Locale, Texts } from '@peyvand/platform/contract'

/** The texts of all modules in one language, as one part of the program. */
export async function loadTexts(locale: Locale): Promise<Texts> {
  const { texts } = locale === 'fa' ? await import('./fa.ts') : await import('./en.ts')
  return texts
}
