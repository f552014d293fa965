import { expect, test } from 'vitest'
import { exampleNumber, isNumberPattern } from './example-number.ts'

test('a pattern has one place for the number, padded or not', () => {
  for (const pattern of ['{n}', 'C-{n:5}', 'مشتری {n} الف'])
    expect(isNumberPattern(pattern), pattern).toBe(true)
  for (const pattern of ['', 'C-', '{n}{n}', '{m}', '{n:0}', '{n:12}'])
    expect(isNumberPattern(pattern), pattern).toBe(false)
})

test('the example shows the number in its place', () => {
  expect(exampleNumber('C-{n:5}', 42)).toBe('C-00042')
  expect(exampleNumber('{n}/ف', 42)).toBe('42/ف')
})
