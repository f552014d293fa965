import { expect, test } from 'vitest'
import { persianDateOrder } from './persian-date-order.ts'

test.each([
  ['۱۴۰۵ آذر ۱, یکشنبه', 'یکشنبه ۱ آذر ۱۴۰۵'],
  ['۱۴۰۳ اسفند ۳۰, پنجشنبه', 'پنجشنبه ۳۰ اسفند ۱۴۰۳'],
  ['۱۴۰۵ آذر', 'آذر ۱۴۰۵'],
  ['۱۴۰۵ آذر ۱', '۱ آذر ۱۴۰۵'],
  ['امروز، ۱۴۰۵ آذر ۱, یکشنبه، انتخاب‌شده', 'امروز، یکشنبه ۱ آذر ۱۴۰۵، انتخاب‌شده'],
  ['Sunday, November 22, 2026', 'Sunday, November 22, 2026'],
  ['۱ آذر ۱۴۰۵', '۱ آذر ۱۴۰۵'],
])('%s is said as %s', (written, said) => {
  expect(persianDateOrder(written)).toBe(said)
})

test('it mends what this runtime writes for every month', () => {
  const icu = new Intl.DateTimeFormat('fa-IR', { dateStyle: 'full', timeZone: 'UTC' })
  for (let month = 0; month < 12; month += 1) {
    const said = persianDateOrder(icu.format(new Date(Date.UTC(2026, month, 10))))
    expect(said).toMatch(/^[\p{L}\u200c]+ [۰-۹]{1,2} \p{L}+ [۰-۹]{4}$/u)
  }
})
