import type { Locale, Texts } from '@peyvand/platform/contract'
import { addTexts } from '@peyvand/platform/web'

/** The texts that the first screen shows, in one language. */
export async function loadTexts(locale: Locale): Promise<Texts> {
  const first = locale === 'fa' ? import('virtual:texts/fa/first') : import('virtual:texts/en/first')
  return (await first).texts
}

let later: Promise<void> | undefined

/** The rest of them, which screens wait for; loaded once. */
export function loadLaterTexts(locale: Locale): Promise<void> {
  later ??= (locale === 'fa' ? import('virtual:texts/fa/later') : import('virtual:texts/en/later')).then(
    ({ texts }) => addTexts(texts),
  )
  // After a lost connection the next screen asks again.
  later.catch(() => {
    later = undefined
  })
  return later
}
