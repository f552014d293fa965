import { lineAmounts } from '@peyvand/catalog/server'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ApprovalRule } from '../../contract/index.ts'
import { approvalReasons } from './approval-reasons.ts'
import { documentTotals, rialOf } from './document-totals.ts'

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n })
const line = fc
  .record({
    listPrice: amount,
    share: fc.bigInt({ min: 0n, max: 100n }),
    quantity: fc.bigInt({ min: 1n, max: 10n ** 9n }),
    vatPoints: fc.bigInt({ min: 0n, max: 10_000n }),
  })
  .map(({ listPrice, share, ...rest }) =>
    lineAmounts({ listPrice, unitPrice: (listPrice * share) / 100n, ...rest }),
  )
const charge = fc.record({ amount, vatAmount: amount })
const sum = (all: readonly bigint[]) => all.reduce((total, one) => total + one, 0n)

describe('totals, whatever the lines', () => {
  test('are the sums of lines and charges, and rounding moves them by half of its unit at most', () => {
    const roundings = fc.constantFrom(0 as const, 1000 as const, 10_000 as const)
    fc.assert(
      fc.property(fc.array(line), fc.array(charge), roundings, (lines, charges, roundTo) => {
        const totals = documentTotals({ lines, charges, roundTo, currency: 'IRR', exchangeRate: null })
        const exact =
          sum(lines.map(({ total }) => total)) + sum(charges.map((of) => of.amount + of.vatAmount))
        expect(totals.gross - totals.discount).toBe(totals.net)
        expect(totals.net + totals.charges + totals.vat).toBe(exact)
        expect(totals.total).toBe(exact + totals.rounding)
        expect(totals.totalRial).toBe(totals.total)
        const unit = BigInt(roundTo || 1)
        expect(totals.total % unit).toBe(0n)
        expect(totals.rounding * 2n <= unit && totals.rounding * 2n > -unit).toBe(true)
      }),
    )
  })

  test('of two currencies: 65.96 dollars at 600,000.5 Rial are 39,576,033 (0.98 up); dinars have three places', () => {
    expect(rialOf(6596n, 'USD', '600000.5')).toBe(39_576_033n)
    expect(rialOf(1500n, 'IQD', '480')).toBe(720n)
    expect(rialOf(6596n, 'USD', null)).toBeNull()
  })
})

describe('approval', () => {
  const rule = (given: Partial<ApprovalRule>): ApprovalRule => ({
    kinds: [],
    discountOver: null,
    amountOver: null,
    belowFloor: false,
    creditOver: null,
    ...given,
  })
  const of = (discount: bigint, rest: object = {}) => ({
    gross: 1_000_000n,
    discount,
    belowFloor: false,
    carriedOn: false,
    ...rest,
  })
  const judged = (lines: ReturnType<typeof of>[], rest: object = {}) => ({
    kind: 'quote' as const,
    totalRial: 1_000_000n,
    lines,
    owed: null,
    ...rest,
  })
  test.each([
    ['10 % off is not more than 10', rule({ discountOver: '10' }), judged([of(100_000n)]), []],
    ['a Rial more is', rule({ discountOver: '10' }), judged([of(100_001n)]), ['discount']],
    [
      'what is carried on was approved',
      rule({ discountOver: '10' }),
      judged([of(900_000n, { carriedOn: true })]),
      [],
    ],
    ['the amount itself is not more', rule({ amountOver: '1000000' }), judged([of(0n)]), []],
    ['more is', rule({ amountOver: '999999' }), judged([of(0n)]), ['amount']],
    ['below the floor', rule({ belowFloor: true }), judged([of(0n, { belowFloor: true })]), ['floor']],
    ['owing more', rule({ creditOver: '5' }), judged([of(0n)], { owed: 6n }), ['credit']],
    ['cash owes nothing', rule({ creditOver: '5' }), judged([of(0n)]), []],
    ['of another kind', rule({ amountOver: '1', kinds: ['invoice'] }), judged([of(0n)]), []],
    ['papers without prices', rule({ amountOver: '1' }), judged([of(0n)], { kind: 'waybill' }), []],
  ])('%s', (_, given, document, because) => {
    expect(approvalReasons([given], document).map((reason) => reason.because)).toEqual(because)
  })

  test('never lets a line below its floor pass where a rule says so', () => {
    const lines = fc.array(
      fc.record({ discount: fc.bigInt({ min: 0n, max: 1_000_000n }), belowFloor: fc.boolean() }),
    )
    fc.assert(
      fc.property(lines, (all) => {
        const reasons = approvalReasons(
          [rule({ belowFloor: true })],
          judged(all.map(({ discount, belowFloor }) => of(discount, { belowFloor }))),
        )
        expect(reasons.length > 0).toBe(all.some(({ belowFloor }) => belowFloor))
      }),
    )
  })
})
