import { randomUUID } from 'node:crypto'
import { aFirm, aKey, aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import type { Operation, SearchHit } from '@peyvand/platform/contract'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type {
  ConfigurationAnswer,
  ConfiguratorChange,
  DiscountRule,
  ListPriceRow,
  NamedConfiguration,
  PriceLine,
  PriceList,
  Product,
  ProductGroup,
  ProductRow,
  VatClass,
} from '../contract/index.ts'

const tested = testApp({ now: () => new Date('2026-11-22T09:00:00.000Z') })
let admin: Actor
let api: Caller
let seller: Caller
let stranger: Caller
let units: Record<string, string>
let levels: Record<string, string>
let hardware: ProductGroup
let printers: ProductGroup
let printer: Product
let base: PriceList

interface Lists {
  items: { key: string; values: { id: string; key: string }[] }[]
}
const valuesOf = ({ items }: Lists, list: string) =>
  Object.fromEntries(items.find(({ key }) => key === list)?.values.map(({ key, id }) => [key, id]) ?? [])
const made = async <T>(path: string, body: object, by = api): Promise<T> => {
  const answer = await by.post<T>(path, body)
  if (answer.status !== 201) throw new Error(`not made: ${JSON.stringify(answer.body)}`)
  return answer.body
}
const names = async (query: string, by = api): Promise<string[]> =>
  (await by.get<{ items: ProductRow[] }>(`/products?sort=name${query}`)).body.items.map(({ name }) => name)
const filtered = (filter: object) => `&filter=${encodeURIComponent(JSON.stringify(filter))}`
const priced = (line: object, sale: object = {}) =>
  seller.post<{ lines: PriceLine[] }>('/prices/ask', { ...sale, lines: [{ quantity: '1', ...line }] })

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
  seller = await callerOf(tested, await aUser(tested.app, admin.firm))
  stranger = await callerOf(tested, await aFirm(tested.app))
  const lists = (await api.get<Lists>('/value-lists')).body
  units = valuesOf(lists, 'units')
  levels = valuesOf(lists, 'customerLevels')
  hardware = await made('/product-groups', { name: 'سخت‌افزار' })
  printers = await made('/product-groups', { name: 'چاپگر', parentId: hardware.id })
  printer = await made('/products', {
    name: 'چاپگر لیزری سپهر',
    nameLatin: 'Sepehr Laser 2030',
    groupId: printers.id,
    unitId: units['piece'],
    barcode: '۶۲۶۰۰۰۱۲۳۴۵۶۱',
    units: [{ unitId: units['carton'], factor: '4' }],
    taxCode: '2710000012345',
    tracking: 'serial',
    warrantyMonths: 18,
  })
  base = (await api.get<{ items: PriceList[] }>('/price-lists')).body.items[0] as PriceList
})

describe('products', () => {
  test('get a code of the series, the standard tax and Latin digits in barcodes', () => {
    expect(printer).toMatchObject({
      code: 'K-00001',
      barcode: '6260001234561',
      vatClass: { name: 'مشمول مالیات' },
      groupPath: [{ name: 'سخت‌افزار' }, { name: 'چاپگر' }],
      units: [{ unit: { name: 'کارتن' }, factor: '4' }],
    })
  })

  test('are found by any part of name, code or barcode, and by the groups above theirs', async () => {
    await made('/products', { kind: 'service', name: 'نصب و راه‌اندازی', unitId: units['hour'] })
    for (const q of ['ليزري', 'sepehr 2030', '1234561', 'k-00001'])
      expect(await names(`&q=${encodeURIComponent(q)}`)).toEqual(['چاپگر لیزری سپهر'])
    expect(await names(filtered({ field: 'group', op: 'in', value: [hardware.id] }))).toEqual([
      'چاپگر لیزری سپهر',
    ])
    expect(await names(filtered({ field: 'kind', op: 'eq', value: 'service' }), seller)).toEqual([
      'نصب و راه‌اندازی',
    ])
    const hits = (await seller.get<{ items: SearchHit[] }>('/search?q=sepehr')).body.items
    expect(hits).toMatchObject([{ type: 'products', id: printer.id }])
    const groups = (
      await seller.get<{ groups: { key: string | null; count: number }[] }>('/products/summary?by=group')
    ).body
    expect(groups.groups).toContainEqual(expect.objectContaining({ key: printers.id, count: 1 }))
  })

  test('a code or barcode of another product, a unit twice and a foreign unit are refused at the field', async () => {
    const refused = async (body: object) =>
      (
        await api.post<{ errors: { path: string; code: string }[] }>('/products', {
          name: 'دیگر',
          unitId: units['piece'],
          ...body,
        })
      ).body.errors
    expect(await refused({ code: 'k-00001 '.trim().toUpperCase() })).toMatchObject([
      { path: 'code', code: 'catalog.codeTaken' },
    ])
    expect(await refused({ barcode: '6260001234561' })).toMatchObject([
      { path: 'barcode', code: 'catalog.barcodeTaken' },
    ])
    expect(await refused({ units: [{ unitId: units['piece'], factor: '2' }] })).toMatchObject([
      { path: 'units', code: 'catalog.unitTwice' },
    ])
    expect(await refused({ unitId: levels['gold'] })).toMatchObject([{ path: 'unitId', code: 'option' }])
    expect(await refused({ taxCode: '123' })).toMatchObject([{ path: 'taxCode' }])
    expect(await refused({ units: [{ unitId: units['carton'], factor: '0' }] })).toMatchObject([
      { path: 'units.0.factor', code: 'catalog.moreThanNothing' },
    ])
    expect(await refused({ name: '\u200f' })).toMatchObject([{ path: 'name', code: 'required' }])
    const twice = [1, 2].map(() =>
      api.post('/products', { name: 'همزمان', unitId: units['piece'], code: 'ONE', barcode: '1' }),
    )
    const statuses = (await Promise.all(twice)).map(({ status }) => status)
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409])
  })

  test('are checked as wholes when a part of them changes', async () => {
    const cable = await made<Product>('/products', {
      name: 'سیم رابط',
      unitId: units['piece'],
      units: [{ unitId: units['carton'], factor: '12' }],
    })
    const refused = async (change: object) =>
      (
        await api.patch<{ errors: { path: string; code: string }[] }>(`/products/${cable.id}`, {
          version: 1,
          ...change,
        })
      ).body.errors
    const itself = [{ productId: cable.id, quantity: '1' }]
    expect(await refused({ unitId: units['carton'] })).toMatchObject([{ code: 'catalog.unitTwice' }])
    expect(await refused({ kind: 'bundle' })).toMatchObject([{ path: 'parts', code: 'required' }])
    expect(await refused({ parts: itself })).toMatchObject([{ code: 'catalog.partsOfBundle' }])
    expect(await refused({ kind: 'bundle', parts: itself })).toMatchObject([
      { path: 'parts.0.productId', code: 'catalog.bundleInBundle' },
    ])
  })

  test('change with their version, are audited, go to the bin and come back', async () => {
    const product = await made<Product>('/products', { name: 'اسکنر', unitId: units['piece'] })
    const change = { version: 1, name: 'اسکنر رومیزی', warrantyMonths: 12 }
    const changed = await api.patch<Product>(`/products/${product.id}`, change)
    expect(changed.body).toMatchObject({ name: 'اسکنر رومیزی', warrantyMonths: 12, version: 2 })
    expect((await api.patch(`/products/${product.id}`, change)).body).toMatchObject({
      code: 'versionConflict',
    })
    expect((await api.delete(`/products/${product.id}`)).status).toBe(204)
    expect(await names('&q=اسکنر')).toEqual([])
    expect((await seller.get(`/products/${product.id}`)).status).toBe(404)
    expect((await api.get<{ items: ProductRow[] }>('/products/bin')).body.items).toMatchObject([
      { id: product.id },
    ])
    expect((await api.post(`/products/${product.id}/restore`, {})).status).toBe(200)
    expect(await names('&q=اسکنر')).toEqual(['اسکنر رومیزی'])
    const { body } = await api.get<{ items: { action: string }[] }>(
      `/audit?${filtered({ field: 'recordId', op: 'eq', value: product.id }).slice(1)}`,
    )
    expect(body.items.map(({ action }) => action)).toEqual(['restore', 'delete', 'update', 'create'])
  })

  test('a bundle holds products that are no bundles, and a part of it is not deleted', async () => {
    const bundle = await made<Product>('/products', {
      kind: 'bundle',
      name: 'بستهٔ اداری',
      unitId: units['pack'],
      parts: [{ productId: printer.id, quantity: '2' }],
    })
    expect(bundle.parts).toMatchObject([{ product: { id: printer.id }, quantity: '2' }])
    expect((await api.delete(`/products/${printer.id}`)).body).toMatchObject({ code: 'catalog.partOfBundle' })
    const nested = {
      kind: 'bundle',
      name: 'دوم',
      unitId: units['pack'],
      parts: [{ productId: bundle.id, quantity: '1' }],
    }
    expect((await api.post('/products', nested)).body).toMatchObject({
      errors: [{ code: 'catalog.bundleInBundle' }],
    })
  })

  test('belong to their firm, and only who may manages them', async () => {
    expect((await stranger.get(`/products/${printer.id}`)).status).toBe(404)
    expect(await names('', stranger)).toEqual([])
    expect(
      (
        await stranger.put(`/price-lists/${base.id}/prices`, {
          prices: [{ productId: printer.id, price: '1' }],
        })
      ).status,
    ).toBe(404)
    expect((await seller.patch(`/products/${printer.id}`, { version: 1, name: 'دیگر' })).status).toBe(403)
    expect(
      (
        await seller.put(`/price-lists/${base.id}/prices`, {
          prices: [{ productId: printer.id, price: '1' }],
        })
      ).status,
    ).toBe(403)
  })
})

test('groups are a tree: no group below itself, none deleted that holds something', async () => {
  const inItself = await api.patch(`/product-groups/${hardware.id}`, { version: 1, parentId: printers.id })
  expect(inItself.body).toMatchObject({ code: 'catalog.groupInItself' })
  expect((await api.delete(`/product-groups/${printers.id}`)).body).toMatchObject({
    code: 'catalog.groupInUse',
  })
  expect((await api.post('/product-groups', { name: 'سخت‌افزار' })).body).toMatchObject({
    code: 'catalog.groupNameTaken',
  })
  const scanners = await made<ProductGroup>('/product-groups', { name: 'اسکنر', parentId: hardware.id })
  await api.patch(`/product-groups/${scanners.id}`, { version: 1, position: 0 })
  const { items } = (await api.get<{ items: ProductGroup[] }>('/product-groups')).body
  expect(items.map(({ name }) => name)).toEqual(['سخت‌افزار', 'اسکنر', 'چاپگر'])
})

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
    expect((await priced({ productId: printer.id, unitId: units['carton'] })).body.lines[0]?.unitPrice).toBe(
      '400000000',
    )
    expect(
      (
        await seller.post('/prices/ask', {
          partyId: party.id,
          lines: [{ productId: printer.id, quantity: '1' }],
        })
      ).status,
    ).toBe(404)
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
    await api.put(`/price-lists/${list.id}/prices`, { prices: [{ productId: printer.id, price: null }] })
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

describe('options', () => {
  const [memory, large, small, bag, colour, black, white] = Array.from({ length: 7 }, () => randomUUID())
  const none = { kind: 'none' }
  let design: { groups: object[]; rules: object[] }
  let laptop: Product
  let module8: Product
  const chosen = (...optionIds: unknown[]) =>
    seller.post<ConfigurationAnswer>(`/products/${laptop.id}/configurator/ask`, { optionIds })

  beforeAll(async () => {
    laptop = await made('/products', { name: 'لپ‌تاپ', unitId: units['piece'] })
    module8 = await made('/products', { name: 'حافظهٔ ۸', unitId: units['piece'] })
    await api.put(`/price-lists/${base.id}/prices`, {
      prices: [
        { productId: laptop.id, price: '400000000', floor: '380000000' },
        { productId: module8.id, price: '25000000' },
      ],
    })
    const brings = (productId: string, quantity: string) => ({ kind: 'product', productId, quantity })
    design = {
      groups: [
        {
          id: memory,
          name: 'حافظه',
          min: 1,
          max: 1,
          options: [
            { id: small, name: '۸', isDefault: true, effect: none },
            { id: large, name: '۲۴', isDefault: false, effect: brings(module8.id, '2') },
          ],
        },
        {
          id: colour,
          name: 'رنگ و کیف',
          min: 0,
          max: null,
          options: [
            { id: black, name: 'سیاه', isDefault: false, effect: none },
            { id: white, name: 'سفید', isDefault: false, effect: { kind: 'percent', percent: '2.5' } },
            { id: bag, name: 'کیف', isDefault: false, effect: { kind: 'amount', amount: '-1500000' } },
          ],
        },
      ],
      rules: [
        { id: randomUUID(), kind: 'excludes', optionId: white, others: [black], reason: 'یک رنگ' },
        { id: randomUUID(), kind: 'requires', optionId: bag, others: [large], reason: null },
      ],
    }
    await api.put(`/products/${laptop.id}/configurator`, { ...design, version: 0 })
  })

  test('are asked: what is wrong, what is barred, and what the choice costs and why', async () => {
    expect((await chosen(small, white, bag)).body).toMatchObject({
      faults: [{ code: 'requires', optionId: bag, others: [large] }],
      barred: [{ optionId: black, by: white, reason: 'یک رنگ' }],
      line: null,
    })
    const { line } = (await chosen(bag, large, white)).body
    // 400,000,000 + 2 × 25,000,000 + 2.5 % of 400,000,000 − 1,500,000.
    expect(line).toMatchObject({ unitPrice: '458500000', vatAmount: '45850000', floor: null })
    expect(line?.steps.flatMap((step) => (step.type === 'option' ? [step.add] : []))).toEqual([
      '50000000',
      '10000000',
      '-1500000',
    ])
    expect(line?.configuration?.options.map(({ name }) => name)).toEqual(['۲۴', 'سفید', 'کیف'])
    const withDefaults = (await priced({ productId: laptop.id })).body.lines[0]
    expect(withDefaults).toMatchObject({
      unitPrice: '400000000',
      configuration: { options: [{ id: small }] },
    })
    const invalid = { options: [{ id: white, name: '', group: '' }] }
    expect((await priced({ productId: laptop.id, configuration: invalid })).body).toMatchObject({
      code: 'catalog.configurationInvalid',
    })
    expect((await priced({ productId: printer.id, configuration: invalid })).body).toMatchObject({
      errors: [{ path: 'lines.0.configuration', code: 'option' }],
    })
  })

  test('are kept under a name and told when they can be sold no more', async () => {
    const path = `/products/${laptop.id}/configurations`
    const keep = (name: string, ...optionIds: unknown[]) => seller.post(path, { name, optionIds })
    expect((await keep('ناقص', white)).body).toMatchObject({ code: 'catalog.configurationInvalid' })
    expect((await keep('اداری', small, black)).status).toBe(201)
    expect((await keep('اداری', large, bag)).body).toMatchObject({ name: 'اداری', valid: true })
    const withoutLarge = structuredClone(design) as ConfiguratorChange
    withoutLarge.groups[0]?.options.splice(1, 1)
    withoutLarge.rules.splice(1, 1)
    const changed = { ...withoutLarge, version: 1 }
    expect((await seller.put(`/products/${laptop.id}/configurator`, changed)).status).toBe(403)
    expect((await api.put(`/products/${laptop.id}/configurator`, changed)).status).toBe(200)
    expect((await api.put(`/products/${laptop.id}/configurator`, changed)).body).toMatchObject({
      code: 'versionConflict',
    })
    const { items } = (await seller.get<{ items: NamedConfiguration[] }>(path)).body
    expect(items).toMatchObject([
      { name: 'اداری', valid: false, configuration: { options: [{ name: '۲۴' }, {}] } },
    ])
    expect((await stranger.get(path)).status).toBe(404)
    expect((await seller.delete(`${path}/${items[0]?.id}`)).status).toBe(204)
    expect((await seller.delete(`${path}/${items[0]?.id}`)).status).toBe(404)
    expect((await api.put(`/products/${laptop.id}/configurator`, { ...design, version: 2 })).status).toBe(200)
  })

  test('that make no sense are refused at their place, and what they bring along is not deleted', async () => {
    const refused = async (change: (design: ConfiguratorChange) => void) => {
      const body = structuredClone({ ...design, version: 3 }) as ConfiguratorChange
      change(body)
      return (await api.put<{ errors: object[] }>(`/products/${laptop.id}/configurator`, body)).body.errors
    }
    expect(
      await refused(({ groups }) =>
        Object.assign(groups[0]?.options[1]?.effect ?? {}, { productId: laptop.id }),
      ),
    ).toMatchObject([{ path: 'groups.0.options.1.effect.productId', code: 'catalog.optionOfItself' }])
    expect(
      await refused(({ groups }) =>
        groups[1]?.options.forEach((one) => Object.assign(one, { isDefault: true })),
      ),
    ).toMatchObject([{ path: 'groups', code: 'catalog.defaultsContradict' }])
    expect(await refused(({ groups }) => Object.assign(groups[1] ?? {}, { min: 4 }))).toMatchObject([
      { path: 'groups.1.min', code: 'catalog.tooFewOptions' },
    ])
    expect(await refused(({ rules }) => Object.assign(rules[0] ?? {}, { others: [white] }))).toMatchObject([
      { path: 'rules.0.others', code: 'catalog.ruleOfItself' },
    ])
    expect((await api.delete(`/products/${module8.id}`)).body).toMatchObject({
      code: 'catalog.optionOfProduct',
    })
  })
})

test('the catalogue is exported as it is listed, with paths of groups and own prices, and not by everybody', async () => {
  const request = { record: 'products', format: 'csv' }
  const { body: asked } = await api.post<{ operationId: string }>('/exports', request)
  await tested.runJobs()
  const { body: done } = await api.get<Operation>(`/operations/${asked.operationId}`)
  const { payload } = await tested.server.inject({
    url: `/api/v1/files/${done.result?.['fileId'] as string}/content`,
    headers: await aKey(tested.app, admin),
  })
  const [header, ...lines] = payload.trim().split(/\r?\n/)
  expect(header).toContain('شناسهٔ کالا/خدمت')
  const line = lines.find((one) => one.includes('K-00001'))
  for (const cell of ['چاپگر لیزری سپهر', 'سخت‌افزار › چاپگر', '6260001234561', '100000000'])
    expect(line).toContain(cell)
  expect((await seller.post('/exports', request)).status).toBe(403)
})

test('levels that become one are one in price lists too, and units of one product cannot', async () => {
  await api.post(`/list-values/${levels['gold']}/merge`, { into: levels['silver'] })
  const { items } = (await api.get<{ items: PriceList[] }>('/price-lists')).body
  expect(items.find(({ name }) => name === 'طلایی')?.levelIds).toEqual([levels['silver']])
  const merged = await api.post(`/list-values/${units['carton']}/merge`, { into: units['piece'] })
  expect(merged.body).toMatchObject({ code: 'catalog.unitsOfOneProduct' })
})
