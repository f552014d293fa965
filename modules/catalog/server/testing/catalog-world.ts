import { aFirm, aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import type { Actor } from '@peyvand/platform/server'
import type { TestApp } from '@peyvand/platform/testing'
import type { PriceLine, PriceList, Product, ProductGroup, ProductRow } from '../../contract/index.ts'

/** The firm that all cases of the catalogue are tried in; filled once, before the first of them. */
export let admin: Actor
export let api: Caller
export let seller: Caller
/** Sells, and knows of customers alone. */
export let limited: Caller
export let stranger: Caller
export let units: Record<string, string>
export let levels: Record<string, string>
export let hardware: ProductGroup
export let printers: ProductGroup
export let printer: Product
export let base: PriceList

/** Makes the firm with its people, groups, a printer and the base list. */
export async function prepareCatalog(tested: TestApp): Promise<void> {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
  seller = await callerOf(tested, await aUser(tested.app, admin.firm))
  stranger = await callerOf(tested, await aFirm(tested.app))
  const role = await made<{ id: string }>('/roles', {
    nameFa: 'تنها مشتریان',
    nameEn: 'Customers only',
    grants: { 'parties.read': 'all' },
    rights: ['catalog.read'],
    fieldRules: {},
    limits: { parties: ['customers'] },
  })
  limited = await callerOf(tested, await aUser(tested.app, admin.firm, { roleIds: [role.id] }))
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
}

interface Lists {
  items: { key: string; values: { id: string; key: string }[] }[]
}

const valuesOf = ({ items }: Lists, list: string) =>
  Object.fromEntries(items.find(({ key }) => key === list)?.values.map(({ key, id }) => [key, id]) ?? [])
export const made = async <T>(path: string, body: object, by = api): Promise<T> => {
  const answer = await by.post<T>(path, body)
  if (answer.status !== 201) throw new Error(`not made: ${JSON.stringify(answer.body)}`)
  return answer.body
}

export const names = async (query: string, by = api): Promise<string[]> =>
  (await by.get<{ items: ProductRow[] }>(`/products?sort=name${query}`)).body.items.map(({ name }) => name)

export const filtered = (filter: object) => `&filter=${encodeURIComponent(JSON.stringify(filter))}`

export const priced = (line: object, sale: object = {}) =>
  seller.post<{ lines: PriceLine[] }>('/prices/ask', { ...sale, lines: [{ quantity: '1', ...line }] })
