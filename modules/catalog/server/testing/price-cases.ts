import { beforeAll, describe, expect, test } from 'vitest'
import type {
  CodeVerdict,
  DiscountRule,
  ListPriceRow,
  PriceLine,
  PriceList,
  Product,
  ProductRow,
  VatClass,
} from '../../contract/index.ts'
import {
  admin,
  api,
  base,
  hardware,
  levels,
  limited,
  made,
  priced,
  printer,
  seller,
  units,
} from './catalog-world.ts'

/** Lists, discounts, taxes and what lines cost by them. */
export function priceCases(): void {
  describe('prices', () => {
    beforeAll(async () => {
      await api.put(`/price-lists/${base.id}/prices`, {
        prices: [
          { productId: printer.id, price: '100000000', floor: '90000000' },
          { code: '۶۲۶۰۰۰۱۲۳۴۵۶۱', minQuantity: '10', price: '95000000' },
        ],
      })
    })

    test('stand in lists and are replaced, taken off and refused as wholes', async () => {
      expect((await api.get<Product>(`/products/${printer.id}`)).body.price).toBe('100000000')
      const path = `/price-lists/${base.id}/prices`
      const { items, nextCursor } = (
        await api.get<{ items: ListPriceRow[]; nextCursor: string }>(`${path}?limit=1`)
      ).body
      expect(items).toMatchObject([{ product: { code: 'K-00001' }, minQuantity: '0', price: '100000000' }])
      const next = (
        await api.get<{ items: ListPriceRow[]; nextCursor: null }>(`${path}?limit=1&cursor=${nextCursor}`)
      ).body
      expect(next).toMatchObject({ items: [{ minQuantity: '10', price: '95000000' }], nextCursor: null })
      const faulty = await api.put(path, {
        prices: [
          { productId: printer.id, price: '1' },
          { productId: printer.id, unitId: units['hour'], price: '1' },
          { productId: printer.id, minQuantity: '10', price: '5', floor: '6' },
        ],
      })
      expect(faulty.body).toMatchObject({
        errors: [
          { path: 'prices.1.unitId', code: 'catalog.unitOfProduct' },
          { path: 'prices.2.floor', code: 'catalog.floorAbovePrice' },
        ],
      })
      expect((await priced({ productId: printer.id })).body.lines[0]?.unitPrice).toBe('100000000')
    })

    test('a price for gold customers, 10 % off printers and a code: each step is told, and the tax of the day', async () => {
      const gold = await made<PriceList>('/price-lists', { name: 'طلایی', levelIds: [levels['gold']] })
      await api.put(`/price-lists/${gold.id}/prices`, {
        prices: [{ productId: printer.id, price: '98000000', floor: '80000000' }],
      })
      const rule = await made<DiscountRule>('/discount-rules', {
        name: 'چاپگرها',
        kind: 'percent',
        percent: '10',
        productGroupIds: [hardware.id],
        stackable: true,
      })
      await made('/discount-rules', {
        name: 'یلدا',
        kind: 'amount',
        amount: '1200000',
        code: 'YALDA',
        stackable: true,
      })
      const party = await made<{ id: string }>('/parties', {
        kind: 'organization',
        name: 'شرکت آذر',
        groups: ['customers'],
        levelId: levels['gold'],
        ownerId: admin.userId,
      })
      const ask = (sale: object) =>
        api.post<{ lines: PriceLine[] }>('/prices/ask', {
          ...sale,
          lines: [{ productId: printer.id, quantity: '2' }],
        })
      const line = (await ask({ partyId: party.id, codes: ['yalda'] })).body.lines[0]
      // 98,000,000 − 10 % = 88,200,000; − 1,200,000 = 87,000,000; twice 174,000,000; 10 % tax 17,400,000.
      expect(line).toMatchObject({
        listPrice: '98000000',
        unitPrice: '87000000',
        gross: '196000000',
        discount: '22000000',
        net: '174000000',
        vat: { percent: '10' },
        vatAmount: '17400000',
        total: '191400000',
        needsApproval: false,
        steps: [
          { type: 'list', list: { name: 'طلایی' } },
          { type: 'discount', rule: { name: 'چاپگرها' }, cut: '9800000' },
          { type: 'discount', rule: { name: 'یلدا' }, cut: '1200000' },
        ],
      })
      const { body: worth } = await api.post<{ items: CodeVerdict[] }>('/prices/codes', {
        codes: ['Yalda', 'YALD'],
      })
      expect(worth.items).toMatchObject([
        { code: 'Yalda', rule: { name: 'یلدا' }, reason: null },
        { code: 'YALD', rule: null, reason: null },
      ])
      const anybody = (await ask({ on: '2024-03-19' })).body.lines[0]
      expect(anybody).toMatchObject({ unitPrice: '90000000', vat: { percent: '9' }, vatAmount: '16200000' })
      expect(anybody?.passedOver).toEqual(
        expect.arrayContaining([
          { type: 'list', of: { id: gold.id, name: 'طلایی' }, reason: 'level' },
          expect.objectContaining({ type: 'rule', reason: 'code' }),
        ]),
      )
      const byHand = await priced({ productId: printer.id, manual: { kind: 'percent', percent: '5' } })
      // How low a price may go is told who sets prices, not who sells; that it needs approval, both.
      expect(byHand.body.lines[0]).toMatchObject({ unitPrice: '85500000', floor: null, needsApproval: true })
      expect((await ask({})).body.lines[0]?.floor).toBe('90000000')
      const prices = await seller.get<{ items: ListPriceRow[] }>(`/price-lists/${base.id}/prices`)
      expect(prices.body.items.map(({ floor }) => floor)).toEqual([null, null])
      await api.patch(`/discount-rules/${rule.id}`, {
        name: rule.name,
        kind: 'percent',
        percent: '10',
        version: 1,
        active: false,
      })
      expect(
        (await priced({ productId: printer.id, unitId: units['carton'] })).body.lines[0]?.unitPrice,
      ).toBe('400000000')
      expect(
        (
          await seller.post('/prices/ask', {
            partyId: party.id,
            lines: [{ productId: printer.id, quantity: '1' }],
          })
        ).status,
      ).toBe(404)
    })

    test('what members of a group pay does not depend on who asks, and no longer on the day they left it', async () => {
      const { key } = await made<{ key: string }>('/party-groups', { nameFa: 'باشگاه' })
      const rule = await made<DiscountRule>('/discount-rules', {
        name: 'باشگاه',
        kind: 'percent',
        percent: '50',
        groups: [key],
      })
      const party = await made<{ id: string }>('/parties', {
        kind: 'person',
        lastName: 'عضو باشگاه',
        groups: ['customers', key],
        ownerId: admin.userId,
      })
      const used = async (by = api) => {
        const question = { partyId: party.id, lines: [{ productId: printer.id, quantity: '1' }] }
        const { lines } = (await by.post<{ lines: PriceLine[] }>('/prices/ask', question)).body
        return lines[0]?.steps.some((step) => step.type === 'discount' && step.rule.id === rule.id)
      }
      expect([await used(), await used(limited)]).toEqual([true, true])
      expect((await api.delete(`/parties/${party.id}/groups/${key}`)).status).toBe(204)
      expect(await used()).toBe(false)
      await api.delete(`/discount-rules/${rule.id}`)
    })

    test('without a price or with a unit that is not the product’s it says so', async () => {
      const [scanner] = (await api.get<{ items: ProductRow[] }>('/products?q=اسکنر')).body.items
      expect((await priced({ productId: scanner?.id })).body).toMatchObject({ code: 'catalog.noPrice' })
      expect((await priced({ productId: printer.id, unitId: units['hour'] })).body).toMatchObject({
        errors: [{ path: 'lines.0.unitId', code: 'catalog.unitOfProduct' }],
      })
      const loses = await api.patch<Product>(`/products/${printer.id}`, {
        version: printer.version,
        unitId: units['set'],
      })
      expect(loses.body).toMatchObject({ code: 'catalog.unitHasPrices' })
    })

    test('a whole list is raised by 12.5 %, rounded up to thousand Toman', async () => {
      const list = await made<PriceList>('/price-lists', { name: 'آزمون', active: false })
      await api.put(`/price-lists/${list.id}/prices`, {
        prices: [{ productId: printer.id, price: '1234567', floor: '1000000' }],
      })
      expect(
        (await api.post(`/price-lists/${list.id}/adjust`, { percent: '12.5', roundTo: '10000' })).body,
      ).toMatchObject({ changed: 1 })
      const { items } = (await api.get<{ items: ListPriceRow[] }>(`/price-lists/${list.id}/prices`)).body
      // 1,388,887.875 and 1,125,000.
      expect(items).toMatchObject([{ price: '1390000', floor: '1130000' }])
      expect((await api.delete(`/price-lists/${list.id}`)).body).toMatchObject({
        code: 'catalog.listHasPrices',
      })
      const gone = await made<Product>('/products', { name: 'دورریز', unitId: units['piece'] })
      await api.put(`/price-lists/${list.id}/prices`, {
        prices: [
          { productId: printer.id, price: null },
          { productId: gone.id, price: '5' },
        ],
      })
      // Prices of the bin's products, which nobody sees, do not hold a list.
      await api.delete(`/products/${gone.id}`)
      expect((await api.delete(`/price-lists/${list.id}`)).status).toBe(204)
    })

    test('a new rate counts from its day on', async () => {
      const { items } = (await api.get<{ items: VatClass[] }>('/vat-classes')).body
      const standard = items.find(({ key }) => key === 'standard') as VatClass
      const rates = [...standard.rates, { validFrom: '2027-03-21', percent: '12' }]
      expect((await api.patch(`/vat-classes/${standard.id}`, { version: 1, rates })).status).toBe(200)
      const of = async (on: string) =>
        (await priced({ productId: printer.id }, { on })).body.lines[0]?.vat.percent
      expect([await of('2027-03-20'), await of('2027-03-21')]).toEqual(['10', '12'])
      expect((await seller.patch(`/vat-classes/${standard.id}`, { version: 2, rates })).status).toBe(403)
    })
  })
}
