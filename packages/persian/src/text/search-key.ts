import { toLatinDigits } from '../numbers/digits.ts'
import { ZWNJ } from './characters.ts'
import { cleanText } from './clean.ts'

/** Names and titles are this short; longer texts get no third, spaceless form. */
const SPACELESS_UP_TO = 120

const LOOKALIKES: Record<string, string> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ؤ: 'و', ئ: 'ی', ة: 'ه' }

/** One spelling for letters that people mix, Latin digits, lower case; half-spaces are kept. */
export function foldLetters(text: string): string {
  return toLatinDigits(cleanText(text))
    .toLowerCase()
    .replace(/[أإآٱؤئة]/g, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/[\u064B-\u065F\u0670ء]/g, '')
    .normalize('NFC')
}

/**
 * What the search column of a text holds: its folded form with half-spaces deleted («میروم») and, where
 * different, as spaces («می روم»). Texts of up to 120 characters also carry a form without any spaces, so
 * that «پیوندگستر» finds «پیوند گستر».
 */
export function searchKey(text: string): string {
  const folded = foldLetters(text)
  const forms = [folded.replaceAll(ZWNJ, ''), folded.replaceAll(ZWNJ, ' ')]
  if (folded.length <= SPACELESS_UP_TO) forms.push(folded.replaceAll(/[ \u200C]/g, ''))
  return [...new Set(forms)].join(' ')
}

/** A text in one piece, as the `searchKey` of every text holds it in which it stands. */
export const searchPhrase = (text: string): string => foldLetters(text).replaceAll(ZWNJ, '')

/** The words of a query; a record matches when its `searchKey` contains every one of them. */
export function searchTerms(query: string): string[] {
  return [...new Set(foldLetters(query).replaceAll(ZWNJ, '').split(' '))].filter((term) => term !== '')
}
