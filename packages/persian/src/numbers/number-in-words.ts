const ONES = ['', 'یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت', 'هشت', 'نه']
const TEENS = ['ده', 'یازده', 'دوازده', 'سیزده', 'چهارده', 'پانزده', 'شانزده', 'هفده', 'هجده', 'نوزده']
const TENS = ['', '', 'بیست', 'سی', 'چهل', 'پنجاه', 'شصت', 'هفتاد', 'هشتاد', 'نود']
const HUNDREDS = ['', 'صد', 'دویست', 'سیصد', 'چهارصد', 'پانصد', 'ششصد', 'هفتصد', 'هشتصد', 'نهصد']
const SCALES = [
  '',
  'هزار',
  'میلیون',
  'میلیارد',
  'تریلیون',
  'کوادریلیون',
  'کوینتیلیون',
  'سکستیلیون',
  'سپتیلیون',
]

/**
 * A whole number in Persian words: 1808800 is «یک میلیون و هشتصد و هشت هزار و هشتصد», -5 «منفی پنج».
 * Throws RangeError for fractions and from 10^27 on.
 */
export function numberInWords(value: number | bigint | string): string {
  const whole = BigInt(value)
  if (whole === 0n) return 'صفر'
  if (whole < 0n) return `منفی ${numberInWords(-whole)}`
  const groups: string[] = []
  let rest = whole
  for (let scale = 0; rest > 0n; scale++, rest /= 1000n) {
    const name = SCALES[scale]
    if (name === undefined) throw new RangeError(`No Persian name for a number as large as ${whole}`)
    const words = hundredsInWords(Number(rest % 1000n))
    if (words !== '') groups.unshift(`${words} ${name}`.trimEnd())
  }
  return groups.join(' و ')
}

/** The rank of a positive whole number: «اول», «دوم», «سی‌ام», «بیست و سوم». */
export function ordinalInWords(value: number | bigint): string {
  if (BigInt(value) === 1n) return 'اول'
  const words = numberInWords(value)
  if (words.endsWith('سه')) return `${words.slice(0, -2)}سوم`
  return words.endsWith('سی') ? `${words}‌ام` : `${words}م`
}

function hundredsInWords(value: number): string {
  const ones = value % 10
  const tens = Math.floor(value / 10) % 10
  const hundreds = HUNDREDS[Math.floor(value / 100)]
  const belowHundred = tens === 1 ? [TEENS[ones]] : [TENS[tens], ONES[ones]]
  return [hundreds, ...belowHundred].filter(Boolean).join(' و ')
}
