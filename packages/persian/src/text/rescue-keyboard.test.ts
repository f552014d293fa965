import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rescueKeyboard } from './rescue-keyboard.ts'

test.each([
  ['sghl', 'سلام'],
  ['Sghl', 'سلام'],
  ['aV;j', 'شرکت'],
  [';jhf', 'کتاب'],
  ['Hfh', 'آبا'],
  ['uCdn', 'عژید'],
  ['sghl 123', 'سلام 123'],
  ['اثممخ', 'hello'],
  ['123', '123'],
])('%j was meant as %j', (typed, meant) => expect(rescueKeyboard(typed)).toBe(meant))

test('typing on the wrong layout twice gives the text back', () => {
  const persian = fc.stringMatching(/^[ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو]{1,12}$/)
  fc.assert(
    fc.property(persian, (text) => {
      const latin = rescueKeyboard(text)
      // A word typed with punctuation keys alone gives no hint of its layout.
      fc.pre(/^[^\p{L}]*\p{Script=Latin}/u.test(latin))
      expect(rescueKeyboard(latin)).toBe(text)
    }),
  )
})
