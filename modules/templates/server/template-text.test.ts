import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldsIn, mergeTemplate, outlineOf, renameFields } from '../contract/index.ts'

const values = new Map([
  ['party.name', 'سارا رضایی'],
  ['user.name', 'علی'],
])
const valueOf = (field: string) => values.get(field) ?? null
const merged = (text: string) => mergeTemplate(text, valueOf)

describe('a template is filled', () => {
  test.each([
    ['بدون فیلد', 'بدون فیلد', []],
    ['سلام {{party.name}}', 'سلام سارا رضایی', []],
    ['سلام {{ party.name }}', 'سلام سارا رضایی', []],
    ['{{party.honorific|جناب آقای}} {{party.name}}', 'جناب آقای سارا رضایی', []],
    ['سلام {{party.honorific}} {{party.name}}', 'سلام سارا رضایی', ['party.honorific']],
    ['سلام {{party.honorific|}} {{party.name}}', 'سلام سارا رضایی', []],
    ['{{party.name}}[[، {{party.jobTitle}}]]', 'سارا رضایی', []],
    ['{{party.name}}[[، {{user.name}}]]', 'سارا رضایی، علی', []],
    ['[[سمت {{party.jobTitle|نامعلوم}}]]', 'سمت نامعلوم', []],
    ['اول\n[[{{party.jobTitle}}]]\nدوم', 'اول\nدوم', []],
    ['اول\n[[{{party.jobTitle}}\n]]دوم', 'اول\nدوم', []],
    ['{{نیمه [[ و {x} ]] }}', '{{نیمه  و {x}  }}', []],
    ['نیمهٔ دوم ]] و [[ نیمهٔ اول', 'نیمهٔ دوم ]] و [[ نیمهٔ اول', []],
    ['[[بیرون [[ درون]]', 'بیرون [[ درون', []],
    ['{{constructor}}', '', ['constructor']],
  ])('%s', (text, filled, missing) => {
    expect(merged(text)).toEqual({ text: filled, missing })
  })

  test('what a value holds is not read as a template again', () => {
    const value = '{{user.name}} [[x]] ${1+1}'
    expect(mergeTemplate('{{party.name}}', () => value).text).toBe(value)
  })

  test('any text is a template: filling never fails, and renaming to the same names changes nothing', () => {
    const pieces = fc.constantFrom('{{', '}}', '[[', ']]', '|', '{{party.name}}', '{{x|y}}', '\n', ' ', 'متن')
    const anyText = fc.oneof(
      fc.string(),
      fc.array(pieces).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(anyText, (text) => {
        const { missing } = mergeTemplate(text, () => null)
        const open = fieldsIn(text).filter(({ isCovered }) => !isCovered)
        expect(missing.toSorted()).toEqual(open.map(({ field }) => field).toSorted())
        const once = renameFields(text, (field) => field)
        expect(renameFields(once, (field) => field)).toBe(once)
      }),
    )
  })

  test('a text without marks comes out as it went in', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[{}[\]]/.test(text)),
        (text) => {
          expect(merged(text).text).toBe(text)
        },
      ),
    )
  })

  test('values stand in the text as they are, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        expect(mergeTemplate('<{{party.name}}>', () => value).text).toBe(`<${value}>`)
      }),
    )
  })
})

test('fields are found once, covered only where nothing can be missed', () => {
  expect(fieldsIn('{{a|x}} {{b}} [[{{c}}]] {{c}} [[{{d}} {{e|}}]]')).toEqual([
    { field: 'a', isCovered: true },
    { field: 'b', isCovered: false },
    { field: 'c', isCovered: false },
    { field: 'd', isCovered: true },
    { field: 'e', isCovered: true },
  ])
})

test('fields are written by label and stored by key, fallbacks stay', () => {
  const labels: Record<string, string> = { 'party.name': 'نام مخاطب' }
  const keys: Record<string, string> = { 'نام مخاطب': 'party.name' }
  const shown = renameFields('{{party.name|دوست}} [[{{x}}]]', (key) => labels[key] ?? key)
  expect(shown).toBe('{{نام مخاطب|دوست}} [[{{x}}]]')
  expect(renameFields(shown, (label) => keys[label] ?? label)).toBe('{{party.name|دوست}} [[{{x}}]]')
})

test('at a glance fields stand by their names', () => {
  expect(outlineOf('سلام {{a|دوست}}[[، {{b}}]] [[نیمه', (field) => field.toUpperCase())).toBe(
    'سلام ‹A›، ‹B› [[نیمه',
  )
})
