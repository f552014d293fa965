import { ZWNJ } from './characters.ts'
import { foldLetters } from './search-key.ts'

const HONORIFICS =
  'جناب آقای آقا سرکار خانم بانو دکتر مهندس استاد حاج حاجی حاجیه سید سیده mr mrs ms miss dr eng prof'

const COMPANY_WORDS =
  'شرکت شرکتهای گروه صنایع صنعتی تولیدی تولید بازرگانی مهندسی مهندسین خدمات خدماتی مؤسسه موسسه فروشگاه ' +
  'هلدینگ تعاونی سهامی خاص عام با مسئولیت محدود company co corp corporation group inc llc ltd limited pjsc gmbh'

const NOISE_WORDS = new Set(foldLetters(`${HONORIFICS} ${COMPANY_WORDS}`).split(' '))

/**
 * The form of a name in which duplicates are looked for: folded letters, without honorifics, words that many
 * company names share, punctuation and spacing. A name made of such words alone keeps them.
 */
export function matchName(name: string): string {
  const words = foldLetters(name)
    .replaceAll(ZWNJ, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const telling = words.filter((word) => !NOISE_WORDS.has(word))
  return (telling.length > 0 ? telling : words).join('')
}
