import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toLatinDigits, toPersianDigits } from './digits.ts'
import { formatNumber, formatPercent } from './format-number.ts'
import { parseDecimal, parseNumber } from './parse-number.ts'

describe('parseNumber', () => {
  test.each([
    ['۱٬۲۳۴٫۵۰', 1234.5],
    ['١٢٣', 123],
    ['1,234,567', 1234567],
    ['۱،۲۳۴', 1234],
    ['1 234 567', 1234567],
    ['1.234.567', 1234567],
    ['۱/۲۳۴/۵۶۷', 1234567],
    ['1,234.5', 1234.5],
    ['۲/۵', 2.5],
    ['1.200', 1.2],
    ['.5', 0.5],
    ['\u200E−۵', -5],
    ['۵-', -5],
    ['(۱٬۲۳۴)', -1234],
    ['+7', 7],
    ['-0', 0],
    ['\u202B۱۲\u202C', 12],
  ])('%j is %d', (typed, value) => expect(parseNumber(typed)).toEqual({ ok: true, value }))

  test.each([
    ['', 'empty'],
    ['  \u200F', 'empty'],
    ['.', 'format'],
    ['1,5', 'format'],
    ['1,234,56', 'format'],
    ['1,234٬567', 'format'],
    ['--5', 'format'],
    ['(5', 'format'],
    ['12a', 'format'],
    ['1.2.3', 'format'],
    ['99999999999999999999', 'range'],
  ])('%j is refused as %s', (typed, code) => expect(parseNumber(typed)).toEqual({ ok: false, code }))

  test('whatever is shown in either language reads back as the same number', () => {
    const value = fc.tuple(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.integer({ min: 0, max: 99 }),
    )
    fc.assert(
      fc.property(value, fc.constantFrom('fa' as const, 'en' as const), ([whole, cents], locale) => {
        const fraction = (cents / 100)
          .toFixed(2)
          .slice(1)
          .replace(/\.?0+$/, '')
        const decimal = `${whole}${fraction}`
        expect(parseDecimal(formatNumber(decimal, { locale }))).toEqual({ ok: true, value: decimal })
      }),
    )
  })
})

test('digits change script and nothing else', () => {
  expect(toPersianDigits('a1٢3')).toBe('a۱۲۳')
  expect(toLatinDigits('a۱٢3')).toBe('a123')
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(toLatinDigits(toPersianDigits(text))).toBe(toLatinDigits(text))
    }),
  )
})

test('numbers and shares are written for their readers', () => {
  expect(formatNumber(1234567.891, { locale: 'fa' })).toBe('۱٬۲۳۴٬۵۶۷٫۸۹')
  expect(formatNumber(1405, { locale: 'fa', grouping: false })).toBe('۱۴۰۵')
  expect(formatNumber(12345678901234567890n, { locale: 'en' })).toBe('12,345,678,901,234,567,890')
  expect(formatPercent(0.1, { locale: 'fa' })).toBe('۱۰٪')
  expect(formatPercent(0.125, { locale: 'en' })).toBe('12.5%')
  expect(() => formatNumber('12a', { locale: 'fa' })).toThrow(RangeError)
})
