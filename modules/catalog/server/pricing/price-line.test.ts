import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyDiscounts } from './discounts.ts'
import { toMillionths } from './exact.ts'
import type { LineQuestion, PriceBook, PricedProduct, PriceListFacts, RuleFacts, Sale } from './facts.ts'
import { priceLine } from './price-line.ts'
import { vatRateOn } from './vat-rate.ts'

const everybody = { levelIds: [], groups: [], channels: [], validFrom: null, validTo: null, active: true }
const sale: Sale = {
  levelId: null,
  groups: [],
  on: '2026-11-22',
  currency: 'IRR',
  channel: 'staff',
  codes: [],
}
const printer: PricedProduct = {
  id: 'printer',
  groupIds: ['office', 'hardware'],
  baseUnitId: 'piece',
  units: new Map([
    ['piece', toMillionths('1')],
    ['carton', toMillionths('12')],
  ]),
  parts: [],
}
const list = (id: string, more: Partial<PriceListFacts> = {}): PriceListFacts => ({
  ...everybody,
  id,
  name: id,
  currency: 'IRR',
  ...more,
})
const listed = (listId: string, price: bigint, more: object = {}) => ({
  listId,
  productId: 'printer',
  unitId: 'piece',
  minQuantity: 0n,
  price,
  floor: null,
  ...more,
})
const rule = (id: string, more: Partial<RuleFacts> = {}): RuleFacts => ({
  ...everybody,
  id,
  name: id,
  kind: 'percent',
  points: 1000n,
  amount: 0n,
  currency: 'IRR',
  minQuantity: 0n,
  productIds: [],
  productGroupIds: [],
  code: null,
  stackable: true,
  ...more,
})
const book = (more: Partial<PriceBook> = {}): PriceBook => ({
  lists: [list('retail')],
  prices: [listed('retail', 1_234_567n)],
  rules: [],
  ...more,
})
const ask = (
  facts: PriceBook,
  {
    quantity = '1',
    vatPoints = 1000n,
    sale: of = {},
    ...line
  }: Partial<Omit<LineQuestion, 'quantity'>> & {
    quantity?: string
    vatPoints?: bigint
    sale?: Partial<Sale>
  } = {},
) =>
  priceLine(facts, {
    sale: { ...sale, ...of },
    line: {
      product: printer,
      unitId: 'piece',
      manual: null,
      options: [],
      ...line,
      quantity: toMillionths(quantity),
    },
    vatPoints,
  })

describe('figures calculated by hand', () => {
  test('3 pieces of 1,234,567 with 10 % VAT: net 3,703,701, VAT 370,370.1 rounded down', () => {
    expect(ask(book(), { quantity: '3' })).toMatchObject({
      gross: 3_703_701n,
      discount: 0n,
      net: 3_703_701n,
      vatAmount: 370_370n,
      total: 4_074_071n,
    })
  })

  test('2.5 units of 333 are 832.5, a half rounded up', () => {
    expect(ask(book({ prices: [listed('retail', 333n)] }), { quantity: '2.5' })?.gross).toBe(833n)
  })

  test('stacked 10 % then 5 %: 1,000,000 → 900,000 → 855,000, in their order', () => {
    const priced = ask(
      book({
        prices: [listed('retail', 1_000_000n)],
        rules: [rule('level'), rule('autumn', { points: 500n })],
      }),
      { quantity: '2' },
    )
    expect(priced).toMatchObject({
      unitPrice: 855_000n,
      gross: 2_000_000n,
      discount: 290_000n,
      net: 1_710_000n,
      vatAmount: 171_000n,
      total: 1_881_000n,
    })
    expect(priced?.steps.map(({ type, price }) => [type, price])).toEqual([
      ['list', 1_000_000n],
      ['discount', 900_000n],
      ['discount', 855_000n],
    ])
  })

  test('of 12 % alone and 10 % with 50,000 Rial the latter is better: 900,000 − 50,000 against 880,000', () => {
    const priced = ask(
      book({
        prices: [listed('retail', 1_000_000n)],
        rules: [
          rule('special', { points: 1200n, stackable: false }),
          rule('level'),
          rule('voucher', { kind: 'amount', amount: 50_000n }),
        ],
      }),
    )
    expect(priced?.unitPrice).toBe(850_000n)
    expect(priced?.passed).toEqual([{ type: 'rule', id: 'special', reason: 'lessThanOther' }])
  })

  test('the floor of 900,000 holds rules that would give 855,000; 1 % by hand below it needs approval', () => {
    const facts = book({
      prices: [listed('retail', 1_000_000n, { floor: 900_000n })],
      rules: [rule('level'), rule('autumn', { points: 500n })],
    })
    expect(ask(facts)).toMatchObject({ unitPrice: 900_000n, needsApproval: false })
    expect(ask(facts, { manual: { kind: 'percent', percent: '1' } })).toMatchObject({
      unitPrice: 891_000n,
      needsApproval: true,
    })
  })

  test('from 10 pieces on the lower price; a carton of 12 without a price of its own is 12 pieces', () => {
    const facts = book({
      prices: [listed('retail', 1000n), listed('retail', 950n, { minQuantity: toMillionths('10') })],
    })
    expect(ask(facts, { quantity: '9.999999' })?.unitPrice).toBe(1000n)
    expect(ask(facts, { quantity: '10' })?.unitPrice).toBe(950n)
    expect(ask(facts, { unitId: 'carton' })).toMatchObject({ unitPrice: 11_400n, net: 11_400n })
    const own = book({ prices: [...facts.prices, listed('retail', 11_000n, { unitId: 'carton' })] })
    expect(ask(own, { unitId: 'carton' })?.unitPrice).toBe(11_000n)
  })

  test('two currencies: 19.99 dollars × 3 with 10 % VAT are 65.96, and Rial lists are passed over', () => {
    const facts = book({
      lists: [list('retail'), list('export', { currency: 'USD' })],
      prices: [listed('retail', 1_234_567n), listed('export', 1999n)],
    })
    const priced = ask(facts, { quantity: '3', sale: { currency: 'USD' } })
    expect(priced).toMatchObject({ net: 5997n, vatAmount: 599n, total: 6596n })
    expect(priced?.passed).toEqual([{ type: 'list', id: 'retail', reason: 'currency' }])
  })

  test('a bundle without a price costs its parts: 1 printer of 1,000,000 and 2 toners of 150,000', () => {
    const toner: PricedProduct = { ...printer, id: 'toner', units: new Map([['piece', toMillionths('1')]]) }
    const bundle: PricedProduct = {
      ...toner,
      id: 'bundle',
      parts: [
        { product: printer, quantity: toMillionths('1') },
        { product: toner, quantity: toMillionths('2') },
      ],
    }
    const facts = book({
      prices: [
        listed('retail', 1_000_000n, { floor: 900_000n }),
        listed('retail', 150_000n, { productId: 'toner' }),
      ],
    })
    expect(ask(facts, { product: bundle })).toMatchObject({ unitPrice: 1_300_000n, floor: 900_000n })
    const own = book({ prices: [...facts.prices, listed('retail', 1_200_000n, { productId: 'bundle' })] })
    expect(ask(own, { product: bundle })?.unitPrice).toBe(1_200_000n)
    expect(ask(book(), { product: bundle })).toBeNull()
  })

  test('VAT of 9 % until the end of 1402 and of 10 % from the first day of 1403', () => {
    const standard = {
      treatment: 'standard' as const,
      rates: [
        { validFrom: '2024-03-20', percent: '10' },
        { validFrom: '2015-03-21', percent: '9' },
      ],
    }
    expect(vatRateOn(standard, '2024-03-19')).toBe('9')
    expect(vatRateOn(standard, '2024-03-20')).toBe('10')
    expect(vatRateOn(standard, '2015-03-20')).toBeNull()
    expect(vatRateOn({ ...standard, treatment: 'exempt' }, '2026-01-01')).toBe('0')
  })
})

test.each([
  ['inactive', { active: false }, {}],
  ['notYet', { validFrom: '2026-11-23' }, {}],
  ['expired', { validTo: '2026-11-21' }, {}],
  ['channel', { channels: ['portal' as const] }, {}],
  ['level', { levelIds: ['gold'] }, { levelId: 'silver' }],
  ['group', { groups: ['club'] }, { groups: ['customers'] }],
  ['product', { productGroupIds: ['food'] }, {}],
  ['code', { code: 'YALDA' }, { codes: ['nowruz'] }],
  ['quantity', { minQuantity: toMillionths('2') }, {}],
  ['currency', { kind: 'amount' as const, currency: 'USD' as const }, {}],
])('a discount that is not for the line says why: %s', (reason, conditions, of) => {
  const priced = ask(book({ rules: [rule('one', conditions)] }), { sale: of })
  expect(priced?.passed).toEqual([{ type: 'rule', id: 'one', reason }])
  expect(priced?.unitPrice).toBe(1_234_567n)
})

test.each([
  ['level', { levelIds: ['gold', 'vip'] }, { levelId: 'vip' }],
  ['group', { groups: ['club', 'partners'] }, { groups: ['customers', 'club'] }],
  ['first and last day', { validFrom: '2026-11-22', validTo: '2026-11-22' }, {}],
  ['product group above', { productGroupIds: ['hardware'] }, {}],
  ['product', { productIds: ['printer'], productGroupIds: ['food'] }, {}],
  ['code in any case', { code: 'YALDA' }, { codes: ['yalda'] }],
])('a discount counts by %s', (_, conditions, of) => {
  expect(ask(book({ rules: [rule('one', conditions)] }), { sale: of })?.unitPrice).toBe(1_111_110n)
})

describe('whatever the prices and rules', () => {
  const price = fc.bigInt({ min: 0n, max: 10n ** 12n })
  const anyRule = fc
    .record({
      kind: fc.constantFrom('percent' as const, 'amount' as const),
      points: fc.bigInt({ min: 0n, max: 10_000n }),
      amount: price,
      stackable: fc.boolean(),
    })
    .map((given) => rule('', given))
  const rules = fc
    .array(anyRule, { maxLength: 6 })
    .map((all) => all.map((given, index) => ({ ...given, id: String(index) })))
  const given = fc.record({
    price,
    floor: fc.option(price),
    factor: fc.bigInt({ min: 1n, max: 10n ** 9n }),
  })

  test('rules alone never go below the floor, and below it only with the approval', () => {
    const manual = fc.option(
      fc.integer({ min: 0, max: 100 }).map((of) => ({ kind: 'percent' as const, percent: String(of) })),
    )
    fc.assert(
      fc.property(given, rules, manual, (of, all, byHand) => {
        const floor = of.floor ?? 0n
        const priced = ask(book({ prices: [listed('retail', of.price, { floor: of.floor })], rules: all }), {
          manual: byHand,
        })
        if (!priced) throw new Error('a price is there')
        expect(priced.needsApproval).toBe(priced.unitPrice < floor)
        const byRules = applyDiscounts(of, all).price
        expect(byRules >= (of.price < floor ? of.price : floor)).toBe(true)
        expect(priced.unitPrice >= 0n && priced.unitPrice <= of.price).toBe(true)
        expect(priced.gross - priced.discount).toBe(priced.net)
        expect(priced.net + priced.vatAmount).toBe(priced.total)
      }),
    )
  })

  test('all together are worth at least as much as any one alone', () => {
    fc.assert(
      fc.property(given, rules, (of, all) => {
        const best = applyDiscounts({ ...of, floor: null }, all).price
        for (const each of all)
          expect(best <= applyDiscounts({ ...of, floor: null }, [each]).price).toBe(true)
      }),
    )
  })

  test('the order of those that stand alone changes nothing', () => {
    fc.assert(
      fc.property(given, rules, (of, all) => {
        const alone = all.map((each) => ({ ...each, stackable: false }))
        expect(applyDiscounts(of, alone.toReversed()).price).toBe(applyDiscounts(of, alone).price)
      }),
    )
  })

  test('the steps lead from the list to the price without a gap', () => {
    fc.assert(
      fc.property(given, rules, (of, all) => {
        const { price: end, steps } = applyDiscounts(of, all)
        let left = of.price
        for (const step of steps) {
          const after = step.type === 'discount' ? left - step.cut : step.price
          expect(step.price).toBe(after)
          left = after
        }
        expect(left).toBe(end)
      }),
    )
  })
})
