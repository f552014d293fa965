import { aKey } from '@peyvand/identity/testing'
import type { Operation } from '@peyvand/platform/contract'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { PriceList } from '../contract/index.ts'
import { admin, api, levels, prepareCatalog, seller, units } from './testing/catalog-world.ts'
import { optionCases } from './testing/option-cases.ts'
import { priceCases } from './testing/price-cases.ts'
import { productCases } from './testing/product-cases.ts'

const tested = testApp({ now: () => new Date('2026-11-22T09:00:00.000Z') })

beforeAll(() => prepareCatalog(tested))

// One firm for all, in this order: a data set for each subject would take longer than its cases.
productCases()
priceCases()
optionCases()

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
