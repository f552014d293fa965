import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountInWords, averageAmount, formatMoney, parseMoney } from './money.ts'

describe('formatMoney', () => {
  test.each([
    ['1234567', 'rial', 'fa', '۱٬۲۳۴٬۵۶۷ ریال'],
    ['1234567', 'toman', 'fa', '۱۲۳٬۴۵۶٫۷ تومان'],
    ['1234560', 'toman', 'fa', '۱۲۳٬۴۵۶ تومان'],
    ['1234567', 'rial', 'en', '1,234,567 Rial'],
    ['-5', 'toman', 'en', '-0.5 Toman'],
    ['9223372036854775807', 'rial', 'en', '9,223,372,036,854,775,807 Rial'],
  ] as const)('%s in %s, %s: %s', (rial, unit, locale, text) =>
    expect(formatMoney(rial, { unit, locale })).toBe(text),
  )

  test('accounts show negative amounts in parentheses', () => {
    expect(formatMoney(-1234n, { unit: 'rial', locale: 'fa', parentheses: true, withUnit: false })).toBe(
      '(۱٬۲۳۴)',
    )
  })
})

test.each([
  ['369000000', 7, 'toman', 52_714_290n],
  ['369000000', 7, 'rial', 52_714_286n],
  ['15', 2, 'rial', 8n],
  ['-15', 2, 'rial', -7n],
  ['-10', 4, 'toman', 0n],
  ['0', 3, 'toman', 0n],
  ['5', 0, 'rial', null],
] as const)('the average of %s over %i in whole %s is %s', (total, count, unit, average) =>
  expect(averageAmount(total, count, { unit })).toBe(average),
)

describe('parseMoney', () => {
  test.each([
    ['۱٬۲۰۰٬۰۰۰', 'rial', 1_200_000n],
    ['1.200', 'rial', 1200n],
    ['1/200/000', 'rial', 1_200_000n],
    ['۱۲۰', 'toman', 1200n],
    ['۲/۵', 'toman', 25n],
    ['۲/۵ میلیون', 'rial', 2_500_000n],
    ['۵ میلیون و ۲۰۰ هزار تومان', 'rial', 52_000_000n],
    ['1.200 میلیون', 'rial', 1_200_000n],
    ['-۵ میلیون و ۲۰۰ هزار', 'rial', -5_200_000n],
    ['۵۰ تومن', 'rial', 500n],
    ['12 ريال', 'toman', 12n],
    ['12IRR', 'toman', 12n],
    ['(۱٬۲۳۴)', 'rial', -1234n],
    ['۹۲۲۳۳۷۲۰۳۶۸۵۴۷۷۵۸۰۷', 'rial', 9_223_372_036_854_775_807n],
  ] as const)('%j in a field of %s', (typed, unit, value) =>
    expect(parseMoney(typed, { unit })).toEqual({ ok: true, value }),
  )

  test.each([
    ['', 'empty'],
    ['ریال', 'format'],
    ['2.5', 'fraction'],
    ['۵ و ۶', 'format'],
    ['۲ هزار و ۵ میلیون', 'format'],
    ['۵ میلیون و -۲', 'format'],
    ['دلار', 'format'],
    ['5 میلیون و', 'format'],
  ])('%j is refused as %s', (typed, code) =>
    expect(parseMoney(typed, { unit: 'rial' })).toEqual({ ok: false, code }),
  )

  test('every amount shown reads back as itself', () => {
    const amount = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
    const units = fc.constantFrom('rial' as const, 'toman' as const)
    const locales = fc.constantFrom('fa' as const, 'en' as const)
    fc.assert(
      fc.property(
        amount,
        units,
        locales,
        fc.boolean(),
        fc.boolean(),
        (rial, unit, locale, withUnit, parentheses) => {
          const shown = formatMoney(rial, { unit, locale, withUnit, parentheses })
          expect(parseMoney(shown, { unit })).toEqual({ ok: true, value: rial })
        },
      ),
    )
  })
})

test.each([
  ['1808800', undefined, 'یک میلیون و هشتصد و هشت هزار و هشتصد'],
  ['800', 'rial', 'هشتصد ریال'],
  ['12000000', 'toman', 'یک میلیون و دویست هزار تومان'],
  ['12345', 'toman', 'یک هزار و دویست و سی و چهار تومان و پنج ریال'],
  ['5', 'toman', 'پنج ریال'],
  ['0', 'toman', 'صفر تومان'],
  ['-50', 'toman', 'منفی پنج تومان'],
] as const)('%s in words (%s) is «%s»', (rial, unit, words) =>
  expect(amountInWords(rial, unit ? { unit } : {})).toBe(words),
)
