import type { SearchHit } from '@peyvand/platform/contract'
import { describe, expect, test } from 'vitest'
import type { Product, ProductGroup, ProductRow } from '../../contract/index.ts'
import {
  api,
  base,
  filtered,
  hardware,
  levels,
  made,
  names,
  printer,
  printers,
  seller,
  stranger,
  units,
} from './catalog-world.ts'

/** What products and their groups are and refuse to be. */
export function productCases(): void {
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
      const scanned = { field: 'barcode', op: 'in', value: ['۶۲۶۰۰۰۱۲۳۴۵۶۱', '1'] }
      expect(await names(filtered(scanned))).toEqual(['چاپگر لیزری سپهر'])
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
      expect((await api.delete(`/products/${printer.id}`)).body).toMatchObject({
        code: 'catalog.partOfBundle',
      })
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
}
