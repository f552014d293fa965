import { expect, test } from 'vitest'
import { paperText } from './paper-text.ts'

test('digits become Persian, those of Latin codes and addresses stay', () => {
  expect(paperText('2 دستگاه ThinkPad X1 با کد SN-4821 و info2@example.ir', 'fa')).toBe(
    '۲ دستگاه ThinkPad X1 با کد SN-4821 و info2@example.ir',
  )
})

test('the parts of a phone number keep their order within a Persian line', () => {
  expect(paperText('تلفن 021-88776655', 'fa')).toBe('تلفن \u2066۰۲۱-۸۸۷۷۶۶۵۵\u2069')
})

test('an English letter is printed as it was typed', () => {
  expect(paperText('Phone 021-88776655', 'en')).toBe('Phone 021-88776655')
})

test('a number after Latin words keeps its place, one that belongs to them its digits', () => {
  expect(paperText('لپ‌تاپ ThinkPad X1 Gen 11 با Core i7-1365U، 16 گیگابایت', 'fa')).toBe(
    'لپ‌تاپ ThinkPad X1 Gen 11 با \u2066Core i7-1365U\u2069، ۱۶ گیگابایت',
  )
})
