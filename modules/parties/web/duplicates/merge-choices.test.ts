import { expect, test } from 'vitest'
import type { Party } from '../../contract/index.ts'
import {
  choicesFor,
  differingFields,
  type Pair,
  preferredChoices,
  preferredSurvivor,
} from './merge-choices.ts'

const blank = {
  kind: 'person',
  doNotContact: false,
  custom: {},
  groups: [],
  contactPoints: [],
  addresses: [],
  links: 0,
  fieldRules: {},
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
}
const pairOf = (first: object, second: object) =>
  ({
    first: { ...blank, ...first } as unknown as Party,
    second: { ...blank, ...second } as unknown as Party,
  }) satisfies Pair

test('fields that both have come first, equal and withheld ones not at all', () => {
  const pair = pairOf(
    {
      lastName: 'رضایی',
      jobTitle: 'مدیر',
      gender: 'male',
      nationalId: '••',
      fieldRules: { identifiers: 'masked' },
    },
    { lastName: 'رضایی', jobTitle: 'مدیرعامل', notes: 'یادداشت', nationalId: '•' },
  )
  expect(differingFields(pair)).toEqual(['jobTitle', 'gender', 'notes'])
})

test('the fuller record stays, of two alike the older one', () => {
  expect(preferredSurvivor(pairOf({ jobTitle: 'مدیر' }, { jobTitle: 'مدیر', gender: 'male' }))).toBe('second')
  expect(preferredSurvivor(pairOf({}, { createdAt: '2025-01-01T00:00:00Z' }))).toBe('second')
  expect(preferredSurvivor(pairOf({}, {}))).toBe('first')
})

test.each([
  ['what only one has', { jobTitle: null }, { jobTitle: 'مدیر' }, 'jobTitle', 'second'],
  [
    'the fuller text',
    { jobTitle: 'مدیر فروش' },
    { jobTitle: 'مدیر', updatedAt: '2026-05-01T00:00:00Z' },
    'jobTitle',
    'first',
  ],
  [
    'the name in two parts',
    { lastName: 'کریمی مریم' },
    { firstName: 'مریم', lastName: 'کریمی' },
    'lastName',
    'second',
  ],
  [
    'the newer value',
    { jobTitle: 'مدیر' },
    { jobTitle: 'کارشناس', updatedAt: '2026-05-01T00:00:00Z' },
    'jobTitle',
    'second',
  ],
  ['both notes', { notes: 'الف' }, { notes: 'ب' }, 'notes', 'both'],
  [
    'the number of who stays',
    { number: '1' },
    { number: '2', updatedAt: '2026-05-01T00:00:00Z' },
    'number',
    'first',
  ],
  ['the wish not to be contacted', {}, { doNotContact: true }, 'doNotContact', 'second'],
])('%s is preferred', (_name, first, second, field, side) => {
  expect(preferredChoices(pairOf(first, second), 'first')[field]).toBe(side)
})

test('choices are told by who stays', () => {
  expect(choicesFor({ jobTitle: 'first', gender: 'second', notes: 'both' }, 'second')).toEqual({
    jobTitle: 'merged',
    gender: 'survivor',
    notes: 'both',
  })
})
