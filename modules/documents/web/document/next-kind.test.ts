import { expect, test } from 'vitest'
import type { DocumentLine, LineProgress } from '../../contract/index.ts'
import { nextKind } from './next-kind.ts'

const order = (...progress: LineProgress[]) => ({
  kind: 'order' as const,
  convertsTo: ['proforma', 'invoice', 'waybill'] as const,
  lines: progress.map((one) => ({ quantity: '2', progress: one }) as DocumentLine),
})
const next = (...progress: LineProgress[]) =>
  nextKind({ ...order(...progress), convertsTo: [...order().convertsTo] })

test('of an order is made what it has not had whole: bills first, then papers for its goods', () => {
  expect(next({ delivered: '0', invoiced: '1' })).toBe('proforma')
  expect(next({ delivered: '1', invoiced: '2' })).toBe('waybill')
  expect(next({ delivered: '2', invoiced: '2' })).toBeUndefined()
  expect(next({ delivered: null, invoiced: '2' })).toBeUndefined()
  expect(nextKind({ ...order(), kind: 'quote', convertsTo: ['order', 'invoice'] })).toBe('order')
})
