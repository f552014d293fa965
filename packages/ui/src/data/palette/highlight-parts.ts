import { searchTerms } from '@peyvand/persian'

export type HighlightPart = { text: string; isHit: boolean }

const alike: Record<string, string> = { ا: 'اأإآٱ', و: 'وؤ', ی: 'یيئى', ک: 'کك', ه: 'هةۀ' }
const digits = ['0۰٠', '1۱١', '2۲٢', '3۳٣', '4۴٤', '5۵٥', '6۶٦', '7۷٧', '8۸٨', '9۹٩']

/** Splits a label where words of the query stand in it, whichever way its letters and digits are spelt. */
export const highlightParts = (label: string, query: string): readonly HighlightPart[] => {
  const terms = searchTerms(query)
  if (terms.length === 0) return [{ text: label, isHit: false }]
  const found = new RegExp(`(${terms.map(patternOf).join('|')})`, 'giu')
  return label
    .split(found)
    .map((text, i) => ({ text, isHit: i % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

/** Half-spaces and tatweel may stand between any two letters, spaces between the digits of a phone. */
const patternOf = (term: string) =>
  Array.from(term, letterPattern).join(/^\d+$/.test(term) ? ' ?' : '[\u200c\u0640]*')

const letterPattern = (letter: string) => {
  const set = /\d/.test(letter) ? digits[Number(letter)] : alike[letter]
  return set ? `[${set}]` : letter.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
