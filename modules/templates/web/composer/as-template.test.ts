import { expect, test } from 'vitest'
import { asTemplate } from './as-template.ts'

const names = [
  { name: 'سارا', mark: 'نام من' },
  { name: 'سارا رضایی', mark: 'نام مخاطب' },
  { name: 'نام', mark: 'نام شرکت ما' },
  { name: 'ما', mark: 'کوتاه' },
]

test.each([
  ['سلام سارا رضایی، سارا هستم. ما', 'سلام {{نام مخاطب}}، {{نام من}} هستم. ما'],
  ['سارا رضایی سارا رضایی', '{{نام مخاطب}} {{نام مخاطب}}'],
  ['بدون کسی', 'بدون کسی'],
  ['', ''],
])('%s', (text, template) => {
  expect(asTemplate(text, names)).toBe(template)
})
