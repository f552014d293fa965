import { toLatinDigits } from '../numbers/digits.ts'

export const ZWNJ = '\u200C'

const HAMZA_ABOVE = '\u0654'

/** Arabic and Urdu letter forms to the Persian ones; «ۀ» becomes «هٔ» because NFC never joins that pair. */
const PERSIAN_LETTERS = new Map([
  ['ي', 'ی'],
  ['ى', 'ی'],
  ['ك', 'ک'],
  ['\u06C0', `ه${HAMZA_ABOVE}`],
  ['\u06C2', `ه${HAMZA_ABOVE}`],
  ['\u06D5', 'ه'],
  ['\u06C1', 'ه'],
  ['\u06BE', 'ه'],
])
const FOREIGN_LETTERS = new RegExp(`[${[...PERSIAN_LETTERS.keys()].join('')}]`, 'g')

// Tatweel, zero-width space, byte order mark, soft hyphen, control characters and halves of surrogate pairs.
const NOISE = /[\u0640\u200B\uFEFF\u00AD\p{Cs}]|(?![\t\n\r])\p{Cc}/gu
const JOINER_OUTSIDE_EMOJI =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})/gu
const BIDI_CONTROLS = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g

// Old keyboards typed «¬» for the half-space.
const HALF_SPACES = /(?<=[\p{Script=Arabic}\p{Mn}])[¬\u200C]+(?=\p{Script=Arabic})/gu
const STRAY_ZWNJ = /(?<![\p{L}\p{M}\p{N}])\u200C+|\u200C+(?![\p{L}\p{N}\u200C])/gu

export const toPersianLetters = (text: string): string =>
  text.replace(FOREIGN_LETTERS, (letter) => PERSIAN_LETTERS.get(letter) ?? letter)

export const dropNoise = (text: string): string => text.replace(NOISE, '').replace(JOINER_OUTSIDE_EMOJI, '')

export const dropBidiControls = (text: string): string => text.replace(BIDI_CONTROLS, '')

export const tidyHalfSpaces = (text: string): string =>
  text
    .replace(HALF_SPACES, ZWNJ)
    .replace(STRAY_ZWNJ, '')
    .replace(/\u200C{2,}/g, ZWNJ)

const PLAIN = /^[ -~]*$/

/** Everything a pasted number or code may carry besides its own characters, removed; digits become Latin. */
export const plainCharacters = (text: string): string => (PLAIN.test(text) ? text : cleanedCharacters(text))

const cleanedCharacters = (text: string): string =>
  toLatinDigits(dropBidiControls(dropNoise(toPersianLetters(text.normalize('NFKC')))))
    .replaceAll(ZWNJ, '')
    .replace(/[‐‑‒–—−]/g, '-')
