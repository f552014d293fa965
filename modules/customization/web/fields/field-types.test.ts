import { expect, test } from 'vitest'
import { keyFrom } from './field-types.ts'

test.each([
  ['Credit limit', [], 'creditLimit'],
  ['2nd phone', [], 'ndPhone'],
  ['سقف اعتبار', [], 'field1'],
  ['سقف اعتبار', ['field1'], 'field2'],
  ['Credit limit', ['creditLimit'], 'creditLimit1'],
  ['VAT (%)', [], 'vat'],
])('the label %s beside %o is known to programs as %s', (label, taken, key) => {
  expect(keyFrom(label, taken)).toBe(key)
})
