import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from './clean.ts'
import { searchKey, searchTerms } from './search-key.ts'

const finds = (query: string, stored: string) =>
  searchTerms(query).every((term) => searchKey(stored).includes(term))

describe('searching', () => {
  test('a half-space counts as nothing and as a space', () => {
    expect(searchKey('می\u200Cروم')).toBe('میروم می روم')
    expect(searchKey('کتاب')).toBe('کتاب')
  })

  test.each(['شرکت پیوندگستر', 'پیوند\u200Cگستر', 'پیوند گستر', 'گستر شركت', 'PEYVAND'])(
    '«شركت پيوند گستر Peyvand» is found by %j',
    (query) => expect(finds(query, 'شركت پيوند گستر Peyvand')).toBe(true),
  )

  test.each([
    ['123', 'پلاک ۱۲۳'],
    ['۱۲۳', 'پلاک 123'],
    ['مسيول', 'مسئول'],
    ['مؤسسه', 'موسسه'],
    ['امل', 'آمل'],
    ['محمد', 'مُحَمَّد'],
    ['خانه', 'خانۀ ما'],
    ['رحمه', 'رحمة'],
    ['علا', 'علاء'],
  ])('%j finds %j', (query, stored) => expect(finds(query, stored)).toBe(true))

  test('another name is not found', () => {
    expect(finds('پیوند کویر', 'شرکت پیوند گستر')).toBe(false)
  })

  test('every text is found by itself and by its stored form', () => {
    const word = fc.stringMatching(/^[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيكئؤةa-z0-9۰-۹]{1,8}$/)
    const name = fc
      .array(word, { minLength: 1, maxLength: 5 })
      .chain((words) =>
        fc
          .array(fc.constantFrom(' ', '\u200C'), { minLength: words.length, maxLength: words.length })
          .map((gaps) => words.map((part, i) => part + gaps[i]).join('')),
      )
    fc.assert(
      fc.property(name, (text) => {
        expect([finds(text, text), finds(cleanText(text), text)]).toEqual([true, true])
      }),
    )
  })
})
