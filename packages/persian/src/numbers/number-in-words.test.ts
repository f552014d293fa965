import { numberToWords } from '@persian-tools/persian-tools'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberInWords, ordinalInWords } from './number-in-words.ts'

const positive = fc.bigInt({ min: 1n, max: 10n ** 27n - 1n })

describe('numberInWords', () => {
  test.each([
    ['0', 'صفر'],
    ['5', 'پنج'],
    ['11', 'یازده'],
    ['20', 'بیست'],
    ['100', 'صد'],
    ['800', 'هشتصد'],
    ['1000', 'یک هزار'],
    ['1001', 'یک هزار و یک'],
    ['1808800', 'یک میلیون و هشتصد و هشت هزار و هشتصد'],
    ['1000000000', 'یک میلیارد'],
    ['-42', 'منفی چهل و دو'],
    [
      '9223372036854775807',
      'نه کوینتیلیون و دویست و بیست و سه کوادریلیون و سیصد و هفتاد و دو تریلیون و سی و شش میلیارد و هشتصد و پنجاه و چهار میلیون و هفتصد و هفتاد و پنج هزار و هشتصد و هفت',
    ],
  ])('%s is «%s»', (number, words) => expect(numberInWords(number)).toBe(words))

  test('agrees with another library once its split hundreds («شش صد», «هشت صد») are joined', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 - 1 }), (number) => {
        const theirs = String(numberToWords(number)).replace(/(چهار|شش|هفت|هشت|نه) صد/g, '$1صد')
        expect(numberInWords(number)).toBe(theirs.replace(/(^| و )هزار/g, '$1یک هزار'))
      }),
    )
  })

  test('words read back as the number, so no two numbers share them', () => {
    fc.assert(
      fc.property(positive, (number) => {
        expect(readWords(numberInWords(number))).toBe(number)
      }),
    )
  })

  test('fractions and nameless sizes are refused', () => {
    expect(() => numberInWords(1.5)).toThrow(RangeError)
    expect(() => numberInWords(10n ** 27n)).toThrow(RangeError)
  })
})

test.each([
  [1, 'اول'],
  [2, 'دوم'],
  [3, 'سوم'],
  [10, 'دهم'],
  [21, 'بیست و یکم'],
  [30, 'سی\u200Cام'],
  [33, 'سی و سوم'],
  [130, 'صد و سی\u200Cام'],
  [1000, 'یک هزارم'],
])('rank %d is «%s»', (number, words) => expect(ordinalInWords(number)).toBe(words))

/** An independent reader: adds up words and closes a group at every scale word. */
function readWords(words: string): bigint {
  const values = new Map<string, bigint>()
  const lists: [string, bigint][] = [
    ['یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده', 1n],
    ['ده بیست سی چهل پنجاه شصت هفتاد هشتاد نود', 10n],
    ['صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد', 100n],
  ]
  for (const [list, step] of lists)
    for (const [i, word] of list.split(' ').entries()) values.set(word, BigInt(i + 1) * step)
  const scales = 'هزار میلیون میلیارد تریلیون کوادریلیون کوینتیلیون سکستیلیون سپتیلیون'.split(' ')
  let total = 0n
  let group = 0n
  for (const word of words.split(/ و | /)) {
    const scale = scales.indexOf(word)
    group += values.get(word) ?? 0n
    if (scale < 0) continue
    total += group * 1000n ** BigInt(scale + 1)
    group = 0n
  }
  return total + group
}
