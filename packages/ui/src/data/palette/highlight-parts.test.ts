import { expect, test } from 'vitest'
import { highlightParts } from './highlight-parts.ts'

const hits = (label: string, query: string) =>
  highlightParts(label, query).flatMap(({ text, isHit }) => (isHit ? [text] : []))

test('words are found whichever way letters, digits and half-spaces are written', () => {
  expect(hits('شرکت كيان‌پارس', 'کیان پارس')).toEqual(['كيان', 'پارس'])
  expect(hits('نامهٔ ۱۴۰۵/۲۱', '1405')).toEqual(['۱۴۰۵'])
  expect(hits('می‌روم', 'میر')).toEqual(['می‌ر'])
  expect(hits('Sepehr Pharma', 'pharma')).toEqual(['Pharma'])
  expect(hits('شماره ۰۹۱۲ ۳۴۵ ۶۷۸۹', '123456')).toEqual(['۱۲ ۳۴۵ ۶'])
})

test('the parts make up the label again and signs are literal', () => {
  const label = 'a.c (abc)'
  expect(
    highlightParts(label, 'a.c')
      .map(({ text }) => text)
      .join(''),
  ).toBe(label)
  expect(hits(label, 'a.c')).toEqual(['a.c'])
  expect(highlightParts(label, '')).toEqual([{ text: label, isHit: false }])
})
