import type { Tone } from './tone.ts'

const NON_JOINER = '\u200c'

const honorifics = new Set([
  'آقای',
  'خانم',
  'جناب',
  'سرکار',
  'دکتر',
  'مهندس',
  'سید',
  'شرکت',
  'گروه',
  'مؤسسه',
  'موسسه',
  'فروشگاه',
])

/**
 * Up to two letters of a name without titles: «سارا صادقی» gives «س‌ص» (a zero-width non-joiner keeps the
 * two letters from joining), "Sara Sadeghi" gives "SS".
 */
export const initials = (name: string): string => {
  const words = name.split(/[\s\u200c]+/).filter((word) => word !== '' && !honorifics.has(word))
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return [first, last]
    .filter((word) => word !== undefined)
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0].toUpperCase())
    .join(NON_JOINER)
}

const tones: Tone[] = ['accent', 'ok', 'warn', 'violet', 'bad', 'neutral']

/** The same colour for the same name, everywhere. */
export const toneOf = (name: string): Tone => {
  let hash = 0
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return tones[hash % tones.length] ?? 'neutral'
}
