import { expect, test } from 'vitest'
import { layoutFor, usualLayout } from './party-layout.ts'

const groups = [
  { key: 'leads', layout: { quick: ['leadSource', 'custom.need'], card: ['owner'] } },
  {
    key: 'customers',
    layout: { quick: ['level', 'leadSource', 'jobTitle'], card: ['custom.credit', 'owner'] },
  },
  { key: 'partners', layout: null },
] satisfies Parameters<typeof layoutFor>[0]
const person = (...keys: string[]) => layoutFor(groups, { kind: 'person', keys })

test('a party shows the fields of its groups in their order, each once', () => {
  expect(person('customers', 'leads')).toEqual({
    quick: ['leadSource', 'custom.need', 'level', 'jobTitle'],
    card: ['owner', 'custom.credit'],
  })
})

test('groups without a layout of their own have the usual fields', () => {
  expect(person('partners')).toEqual(usualLayout)
  expect(person()).toEqual(usualLayout)
  expect(person('partners', 'leads').card).toEqual(['owner'])
})

test('fields of the other kind are left out', () => {
  expect(layoutFor(groups, { kind: 'organization', keys: ['customers'] }).quick).toEqual([
    'level',
    'leadSource',
  ])
})
