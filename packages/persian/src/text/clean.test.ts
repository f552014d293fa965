import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanBody, cleanCode, cleanText } from './clean.ts'

// Letters, marks and invisible characters that meet in pasted Persian text.
const pasted = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...Array.from(
          'ابکگیهروآ يكىةۀەہئؤأ\u0654\u064B\u0653ـ¬\u200C\u200D\u200B\u200E\u200F\u202B\u2067\uFEFF\u00A0\u00AD \n\t\r۱٢3.،-ﷲﻻﮐ²é\u0301👩💻\uFE0F\u0000\uD800',
        ),
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

describe('cleanText', () => {
  test.each([
    ['شركت پيوند', 'شرکت پیوند'],
    ['علـــي', 'علی'],
    ['موسى', 'موسی'],
    ['خانۀ ما', 'خانهٔ ما'],
    ['ﮐﺘﺎﺏ ﻻﻟﻪ', 'کتاب لاله'],
    ['۱۰۰ ﷼', '۱۰۰ ریال'],
    ['می\u200C\u200Cروم', 'می\u200Cروم'],
    ['کتاب¬ها', 'کتاب\u200Cها'],
    ['\u200Cکتاب\u200C ها\u200C.', 'کتاب ها.'],
    ['\u202Bعلی\u202C\u200F', 'علی'],
    ['  علی\u00A0\n رضا\t', 'علی رضا'],
    ['رحمة', 'رحمة'],
    ['تلفن ۱۲۳', 'تلفن ۱۲۳'],
    ['گروه 👩\u200D💻\u200D', 'گروه 👩\u200D💻'],
    ['با\u0000نام', 'بانام'],
  ])('stores %j as %j', (typed, stored) => expect(cleanText(typed)).toBe(stored))

  test('cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
      }),
      { numRuns: 3000 },
    )
  })

  test('leaves no character that breaks equality or the database', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        expect(cleanText(text)).not.toMatch(/[يىك\u0640\u200B\u200E\u200F\u202A-\u202E\uFEFF\p{Cc}\p{Cs}]/u)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('a text that needs no cleaning', () => {
  const usual = fc
    .array(
      fc.oneof(
        fc.constantFrom(...Array.from('آأؤإئابةتژکگویهم ۱٢3.،؟-_')),
        fc.string({ unit: 'grapheme-ascii', maxLength: 2 }),
      ),
    )
    .map((parts) => parts.join(''))

  test('comes out as if every step had been taken', () => {
    fc.assert(
      fc.property(usual, (text) => {
        expect(cleanText(text)).toBe(cleanText(`\u200B${text}`))
        expect(cleanCode(text)).toBe(cleanCode(`\u200B${text}`))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('cleanBody', () => {
  test('keeps paragraphs, indents, superscripts and direction marks', () => {
    expect(cleanBody('\nاول  \r\n\r\n\tمتر² \u2066a-b\u2069\rآخر\n\n')).toBe(
      'اول\n\n\tمتر² \u2066a-b\u2069\nآخر',
    )
  })

  test('unifies letters as names do', () => {
    expect(cleanBody('كتاب¬هاي ۀ ما\u200B')).toBe('کتاب\u200Cهای هٔ ما')
  })

  test('cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        expect(cleanBody(cleanBody(text))).toBe(cleanBody(text))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('cleanCode', () => {
  test.each([
    ['\u200F۱۴۰۵/ص/۱۲۳ ', '1405/ص/123'],
    ['٠٩١٢–٣٤٥', '0912-345'],
    ['AB 12\u200C−x', 'AB12-x'],
  ])('stores %j as %j', (typed, stored) => expect(cleanCode(typed)).toBe(stored))

  test('cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        expect(cleanCode(cleanCode(text))).toBe(cleanCode(text))
      }),
      { numRuns: 3000 },
    )
  })
})
