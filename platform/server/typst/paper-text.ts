import { type Locale, localizeDigits } from '@peyvand/persian'

const isolate = (text: string) => `\u2066${text}\u2069`

/**
 * A text as it is printed: digits of the language, but those of Latin words and codes as they were typed; numbers of
 * several parts (phone numbers, ranges) keep their order within Persian lines.
 */
export function paperText(text: string, language: Locale): string {
  if (language !== 'fa') return text
  return text
    .split(/(\s+)/)
    .map((word) => (/[A-Za-z@]/.test(word) ? word : localizeDigits(word, 'fa')))
    .join('')
    .replace(/[+۰-۹][۰-۹]*(?:[-–][۰-۹]+)+/g, isolate)
}
