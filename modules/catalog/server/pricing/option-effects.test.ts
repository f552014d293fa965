import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toMillionths } from './exact.ts'
import type { ChosenOption, OptionEffectFacts, PriceBook, PricedProduct, Sale } from './facts.ts'
import { priceLine } from './price-line.ts'

const everybody = { levelIds: [], groups: [], channels: [], validFrom: null, validTo: null, active: true }
const sale: Sale = {
  levelId: null,
  groups: [],
  on: '2026-11-22',
  currency: 'IRR',
  channel: 'staff',
  codes: [],
}
const product = (id: string): PricedProduct => ({
  id,
  groupIds: [],
  baseUnitId: 'piece',
  units: new Map([
    ['piece', toMillionths('1')],
    ['pair', toMillionths('2')],
  ]),
  parts: [],
})
const listed = (productId: string, price: bigint, floor: bigint | null) => ({
  listId: 'retail',
  productId,
  unitId: 'piece',
  minQuantity: 0n,
  price,
  floor,
})
const book: PriceBook = {
  lists: [{ ...everybody, id: 'retail', name: 'retail', currency: 'IRR' }],
  prices: [listed('laptop', 400_000_000n, 360_000_000n), listed('memory', 25_000_000n, 24_000_000n)],
  rules: [
    {
      ...everybody,
      id: 'ten',
      name: 'ten',
      kind: 'percent',
      points: 1000n,
      amount: 0n,
      currency: 'IRR',
      minQuantity: 0n,
      productIds: ['laptop'],
      productGroupIds: [],
      code: null,
      stackable: true,
    },
  ],
}
const option = (effect: OptionEffectFacts): ChosenOption => ({ id: effect.kind, name: '', group: '', effect })
const rial = (amount: bigint) => option({ kind: 'amount', amount, currency: 'IRR' })
const percent = (points: bigint) => option({ kind: 'percent', points })
const memory = option({ kind: 'product', product: product('memory'), quantity: toMillionths('2') })
const ask = (options: ChosenOption[], { unitId = 'piece', quantity = '1', of = book } = {}) =>
  priceLine(of, {
    sale,
    line: { product: product('laptop'), unitId, quantity: toMillionths(quantity), manual: null, options },
    vatPoints: 1000n,
  })

test('a laptop with two memories, a better screen and no bag costs what was reckoned by hand', () => {
  // 400,000,000 + 2 × 25,000,000 + 5% of 400,000,000 − 3,000,000 = 467,000,000; ten percent off: 420,300,000.
  const line = ask([memory, percent(500n), rial(-3_000_000n)], { quantity: '3' })
  expect(line?.steps.map(({ type, price }) => [type, price])).toEqual([
    ['list', 400_000_000n],
    ['option', 450_000_000n],
    ['option', 470_000_000n],
    ['option', 467_000_000n],
    // The floor: 360,000,000 + 2 × 24,000,000 + 5% − 3,000,000 = 423,000,000.
    ['discount', 420_300_000n],
    ['floor', 423_000_000n],
  ])
  expect(line).toMatchObject({
    listPrice: 467_000_000n,
    unitPrice: 423_000_000n,
    floor: 423_000_000n,
    gross: 1_401_000_000n,
    net: 1_269_000_000n,
    vatAmount: 126_900_000n,
    total: 1_395_900_000n,
  })
})

test('a pair brings every option twice', () => {
  expect(ask([memory, rial(1_000_000n)], { unitId: 'pair' })?.listPrice).toBe(902_000_000n)
})

test('an option without a price in the currency of the sale leaves the line without one', () => {
  expect(ask([option({ kind: 'amount', amount: 1n, currency: 'USD' })])).toBeNull()
  expect(ask([memory], { of: { ...book, prices: book.prices.slice(0, 1) } })).toBeNull()
  expect(ask([option({ kind: 'product', product: null, quantity: 1n })])).toBeNull()
})

test('the price is the list price and what options add, in whatever order they were chosen', () => {
  const effects = fc.array(
    fc.oneof(
      fc.bigInt({ min: -50_000_000n, max: 90_000_000n }).map(rial),
      fc.bigInt({ min: -500n, max: 5000n }).map(percent),
      fc.constant(memory),
      fc.constant(option({ kind: 'none' })),
    ),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(effects, (chosen) => {
      const line = ask(chosen)
      if (!line) throw new Error('a price is there')
      const added = line.steps.flatMap((step) => (step.type === 'option' ? [step.add] : []))
      expect(line.listPrice).toBe(added.reduce((sum, one) => sum + one, 400_000_000n))
      expect(ask(chosen.toReversed())?.listPrice).toBe(line.listPrice)
      expect(line.unitPrice >= (line.floor ?? 0n)).toBe(true)
      expect(line.gross - line.discount).toBe(line.net)
    }),
  )
})

test('options that take off more than everything leave nothing to pay', () => {
  expect(ask([rial(-900_000_000n)])).toMatchObject({ listPrice: 0n, total: 0n, floor: 0n })
})
