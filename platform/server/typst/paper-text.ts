import { type Locale, localizeDigits } from '@peyvand/persian'

const isolate = (text: string) => `\u2066${text}\u2069`

/** A Latin word and what goes on with it in Latin: «ThinkPad X1 Carbon Gen 11». */
const latinPhrase = /([^\s\u0600-\u06ff]*[A-Za-z@][^\s\u0600-\u06ff]*(?: [^\s\u0600-\u06ff]+)*)/
const numberFollows = /^[\s،؛:.–-]*[0-9۰-۹]/
/** Phone numbers, ranges. */
const numberOfParts = /[+۰-۹][۰-۹]*(?:[-–][۰-۹]+)+/g

/**
 * A text as it is printed: digits of the language, but those of Latin words and codes as they were typed. Within
 * Persian lines, numbers of several parts keep their order, and a number after Latin words its place. Persian texts
 * within English ones run their own way.
 */
export function paperText(text: string, language: Locale): string {
  if (language !== 'fa') return /[\u0600-\u06ff]/.test(text) ? `\u2068${text}\u2069` : text
  return text
    .split(latinPhrase)
    .map((part, index, parts) => {
      if (index % 2 === 0) return localizeDigits(part, 'fa').replace(numberOfParts, isolate)
      return numberFollows.test(parts[index + 1] ?? '') ? isolate(part) : part
    })
    .join('')
}
