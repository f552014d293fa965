import { expect, test } from 'vitest'
import type { DocumentLine } from '../../contract/index.ts'
import { openQuantity } from './open-quantity.ts'

const line = (quantity: string, ...taken: DocumentLine['taken']) => ({ quantity, taken }) as DocumentLine

test('what is left of a line is exact, of each kind by itself, and never below nothing', () => {
  expect(openQuantity(line('10'), 'invoice')).toBe('10')
  expect(openQuantity(line('2.5', { kind: 'invoice', quantity: '0.1' }), 'invoice')).toBe('2.4')
  expect(openQuantity(line('3', { kind: 'waybill', quantity: '3' }), 'invoice')).toBe('3')
  expect(openQuantity(line('3', { kind: 'invoice', quantity: '3.0' }), 'invoice')).toBe('0')
  expect(openQuantity(line('3', { kind: 'invoice', quantity: '4' }), 'invoice')).toBe('0')
  expect(openQuantity(line('0.000003', { kind: 'invoice', quantity: '0.000001' }), 'invoice')).toBe(
    '0.000002',
  )
})
