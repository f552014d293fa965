import {
  dropBidiControls,
  dropNoise,
  plainCharacters,
  tidyHalfSpaces,
  toPersianLetters,
} from './characters.ts'

// Most texts: letters and signs that every step below leaves alone, with single spaces between them.
const UNTOUCHED = '[!-~ء-غفقل-وپچژکگی۰-۹٠-٩،؛؟]+'
const ALREADY_CLEAN = new RegExp(`^${UNTOUCHED}(?: ${UNTOUCHED})*$`)

/**
 * Storage form of names, titles, addresses and other one-line texts: NFKC, Persian ی and ک, no tatweel,
 * no invisible or direction marks, tidy half-spaces, single spaces. Digits stay as typed. Idempotent.
 */
export function cleanText(text: string): string {
  if (ALREADY_CLEAN.test(text)) return text
  const letters = toPersianLetters(dropBidiControls(dropNoise(text.normalize('NFKC'))))
  return tidyHalfSpaces(letters)
    .replace(/[\s\p{Z}]+/gu, ' ')
    .trim()
    .normalize('NFC')
}

/**
 * Storage form of letters, notes and messages: like `cleanText`, but NFC (superscripts survive), and line
 * breaks, indents and direction marks are the writer's own. Idempotent.
 */
export function cleanBody(text: string): string {
  const letters = toPersianLetters(dropNoise(text.replace(/\r\n?|[\u2028\u2029]/g, '\n').normalize('NFC')))
  return tidyHalfSpaces(letters)
    .replace(/(?![\n\t])[\s\p{Z}]/gu, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
    .normalize('NFC')
}

/**
 * Storage form of codes and numbers of things (letter number, SKU, phone): Latin digits, no spaces and no
 * invisible characters, every dash a hyphen. Case and punctuation stay. Idempotent.
 */
export function cleanCode(text: string): string {
  return plainCharacters(text)
    .replace(/[\s\p{Z}]+/gu, '')
    .normalize('NFC')
}
