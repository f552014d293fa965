import { Readable } from 'node:stream'
import { finishUpload, storeContent } from '@peyvand/files/server'
import type { RecordAsOf, RecordChanges } from '@peyvand/history/contract'
import { aFirm, type Caller, callerOf } from '@peyvand/identity/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { Product, ProductGroup, ProductRow } from '../contract/index.ts'

const tested = testApp({ now: () => new Date('2026-11-22T09:00:00.000Z') })
let admin: Actor
let api: Caller

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
})

interface ImportAnswer {
  id: string
  version: number
  operationId: string
  counts: object
  newValues: Record<string, string[]>
  errors: { row: number; column: string; code: string }[]
}

const products = async () =>
  (await api.get<{ items: ProductRow[] }>('/products?sort=code')).body.items.map(
    ({ code, name, group, unit, barcode, price, active, warrantyMonths, tags }) => ({
      code,
      name,
      group: group?.name ?? null,
      unit: unit.name,
      barcode,
      price,
      active,
      warrantyMonths,
      tags: tags.map((tag) => tag.name),
    }),
  )

async function runImport(text: string, settings: object = {}): Promise<ImportAnswer> {
  const content = Readable.from([Buffer.from(text)])
  const fileId = await storeContent(tested.app, admin, { name: 'کالاها.csv', content })
  await tested.committed(admin, (ctx) => finishUpload(ctx, fileId))
  const { body: made } = await api.post<ImportAnswer>('/imports', { fileId, record: 'products' })
  await api.patch(`/imports/${made.id}`, { version: made.version, settings })
  for (const step of ['check', 'run']) {
    await api.post(`/imports/${made.id}/${step}`)
    await tested.runJobs()
  }
  return (await api.get<ImportAnswer>(`/imports/${made.id}`)).body
}

test('a file brings products with groups, units and prices; again it changes them; both can be taken back', async () => {
  const first = await runImport(
    [
      'کد کالا,نام کالا,دسته,واحد,بارکد,قیمت,گارانتی,فعال,برچسب',
      'P-1,چاپگر,سخت‌افزار › چاپگر,عدد,۶۲۶۰۱,"۱۲٬۵۰۰٬۰۰۰ تومان",۱۸,بله,"پرفروش، ایرانی"',
      ',کابل,سخت‌افزار,حلقه,,,,خیر,',
      'P-1,چاپگر دیگر,,,,,,,',
      'P-3,,,,,,,,',
      // Another list's code for the barcode of a product that is there.
      'P-4,چاپگر,,,۶۲۶۰۱,,,,',
    ].join('\n'),
  )
  expect(first.counts).toMatchObject({ rows: 5, new: 2, duplicates: 2, invalid: 1 })
  expect(first.newValues).toEqual({
    productGroups: ['سخت‌افزار › چاپگر', 'سخت‌افزار'],
    units: ['حلقه'],
  })
  expect(first.errors.map(({ row, code }) => [row, code])).toEqual([[5, 'catalog.nameMissing']])
  const brought = [
    {
      code: 'K-00001',
      name: 'کابل',
      group: 'سخت‌افزار',
      unit: 'حلقه',
      barcode: null,
      price: null,
      active: false,
      warrantyMonths: null,
      tags: [],
    },
    {
      code: 'P-1',
      name: 'چاپگر',
      group: 'چاپگر',
      unit: 'عدد',
      barcode: '62601',
      price: '125000000',
      active: true,
      warrantyMonths: 18,
      tags: ['ایرانی', 'پرفروش'],
    },
  ]
  expect(await products()).toEqual(brought)
  const groups = (await api.get<{ items: ProductGroup[] }>('/product-groups')).body.items
  expect(groups.map(({ name, products: count }) => [name, count])).toEqual([
    ['سخت‌افزار', 1],
    ['چاپگر', 1],
  ])

  const again = await runImport('کد,نام,قیمت,برچسب\nP-1,چاپگر لیزری,130000000,نو\nK-00001,کابل,,\n', {
    duplicates: 'overwrite',
  })
  expect(again.counts).toMatchObject({ rows: 2, updated: 2, new: 0 })
  expect((await products())[1]).toMatchObject({
    name: 'چاپگر لیزری',
    price: '130000000',
    tags: ['ایرانی', 'پرفروش', 'نو'],
  })
  expect((await api.post(`/operations/${again.operationId}/undo`)).status).toBe(202)
  await tested.runJobs()
  expect(await products()).toEqual(brought)
  expect((await api.post(`/operations/${first.operationId}/undo`)).status).toBe(202)
  await tested.runJobs()
  expect(await products()).toEqual([])
  expect((await api.get<{ items: ProductRow[] }>('/products/bin')).body.items).toHaveLength(2)
})

test('what a product was is told field by field and given back; a deletion is taken back', async () => {
  const { values } = (
    await api.get<{ items: { key: string; values: { id: string; key: string }[] }[] }>('/value-lists')
  ).body.items.find(({ key }) => key === 'units') as { values: { id: string; key: string }[] }
  const unitId = values.find(({ key }) => key === 'piece')?.id
  const { body: made } = await api.post<Product>('/products', { name: 'اسکنر', unitId })
  const path = `/products/${made.id}`
  await api.patch(path, { version: 1, name: 'اسکنر رومیزی', groupId: null, warrantyMonths: 12 })
  const { items } = (await api.get<RecordChanges>(`${path}/changes`)).body
  const [change] = items
  expect(change?.changes.map(({ field, from, to }) => [field, from, to])).toEqual([
    ['name', 'اسکنر', 'اسکنر رومیزی'],
    ['warrantyMonths', null, 12],
  ])
  const asOf = (await api.get<RecordAsOf>(`${path}/as-of?at=2026-11-22`)).body
  expect(asOf.fields.find(({ field }) => field === 'unitId')?.value).toBe('عدد')
  const back = await api.post<Product>(`${path}/changes/${change?.id}/restore`, { field: 'name', version: 2 })
  expect(back.body).toMatchObject({ name: 'اسکنر', warrantyMonths: 12, version: 3 })

  await api.delete(path)
  const { body: undoable } = await api.get<{ items: { id: string; what: string }[] }>('/undo')
  expect(undoable.items[0]?.what).toBe('حذف «اسکنر» از کالا و خدمات')
  await api.post(`/operations/${undoable.items[0]?.id}/undo`)
  await tested.runJobs()
  expect((await api.get<Product>(path)).body).toMatchObject({ name: 'اسکنر', deletedAt: null })
})

test('many products change their group and leave the offer; prices are raised after a look; all is taken back', async () => {
  const made = async <T>(path: string, body: object) => (await api.post<T>(path, body)).body
  const before = await products()
  const group = await made<ProductGroup>('/product-groups', { name: 'نوشت‌افزار' })
  const { items } = (await api.get<{ items: ProductRow[] }>('/products')).body
  const pen = await made<Product>('/products', {
    name: 'خودکار',
    unitId: items[0]?.unit.id,
    groupId: group.id,
  })
  const bulk = async (action: object) => {
    const selection = { all: true }
    const { operationId } = await made<{ operationId: string }>('/products/bulk', { selection, action })
    await tested.runJobs()
    return operationId
  }
  const all = async (field: 'group' | 'active') => (await products()).map((row) => row[field])
  const grouped = await bulk({ type: 'setGroup', groupId: group.id })
  const withdrawn = await bulk({ type: 'setActive', active: false })
  expect([await all('group'), await all('active')]).toEqual([
    ['نوشت‌افزار', 'نوشت‌افزار'],
    [false, false],
  ])
  await api.patch(`/products/${pen.id}`, { version: 2, active: true })
  expect((await api.get(`/undo/${withdrawn}`)).body).toMatchObject({
    entry: { what: 'برداشتن چند کالا از عرضه' },
    preview: { takesBack: 1, stays: 1, examples: [{ name: 'خودکار', reason: 'changed' }] },
  })
  for (const id of [withdrawn, grouped]) await api.post(`/operations/${id}/undo`)
  await tested.runJobs()
  expect((await products()).filter(({ name }) => name !== 'خودکار')).toEqual(before)

  const tag = await made<{ id: string }>('/tags', { name: 'زمستانی' })
  const sold = await made<{ id: string }>('/tags', { name: 'پرفروش' })
  const { version } = (await api.get<Product>(`/products/${pen.id}`)).body
  await api.patch(`/products/${pen.id}`, { version, tagIds: [sold.id] })
  const tagged = await bulk({ type: 'tag', add: [tag.id], remove: [sold.id] })
  const winter = `&filter=${encodeURIComponent(JSON.stringify({ field: 'tags', op: 'in', value: [tag.id] }))}`
  expect((await api.get<{ items: object[] }>(`/products?sort=name${winter}`)).body.items).toHaveLength(2)
  await api.post(`/operations/${tagged}/undo`)
  await tested.runJobs()
  expect((await products()).map(({ name, tags }) => [name, tags])).toEqual([
    ['اسکنر', []],
    ['خودکار', ['پرفروش']],
  ])

  const lists = (await api.get<{ items: { id: string }[] }>('/price-lists')).body.items
  const path = `/price-lists/${lists[0]?.id}`
  await api.put(`${path}/prices`, {
    prices: [
      { productId: pen.id, price: '12345', floor: '12000' },
      { productId: pen.id, price: '10000', minQuantity: '10' },
      { productId: items[0]?.id, price: '7' },
    ],
  })
  const change = { percent: '-10', roundTo: '100', withFloors: false, productGroupIds: [group.id] }
  const look = (await api.post<{ changed: number; examples: object[] }>(`${path}/adjust/preview`, change))
    .body
  // 11,110.5 and 9,000; the floor of 12,000 comes down with its price.
  expect(look).toMatchObject({
    changed: 2,
    examples: [
      { price: '12345', newPrice: '11200', newFloor: '11200' },
      { price: '10000', newPrice: '9000', newFloor: null },
    ],
  })
  const { operationId } = await made<{ operationId: string }>(`${path}/adjust`, change)
  const shown = async () =>
    (
      await api.get<{ items: { price: string; floor: string | null }[] }>(`${path}/prices?q=خودکار`)
    ).body.items.map(({ price, floor }) => [price, floor])
  expect(await shown()).toEqual([
    ['11200', '11200'],
    ['9000', null],
  ])
  await api.put(`${path}/prices`, { prices: [{ productId: pen.id, price: '9500', minQuantity: '10' }] })
  expect((await api.get(`/undo/${operationId}`)).body).toMatchObject({ preview: { takesBack: 1, stays: 1 } })
  await api.post(`/operations/${operationId}/undo`)
  await tested.runJobs()
  expect(await shown()).toEqual([
    ['12345', '12000'],
    ['9500', null],
  ])
})
