import { createPriceListRoute, createProductRoute, setPricesRoute } from '@peyvand/catalog/contract'
import { listValueListsRoute } from '@peyvand/customization/contract'
import { localizeDigits } from '@peyvand/persian'
import { expect, type Page } from '@playwright/test'
import { type Caller, call } from './caller.ts'
import { wordsOf } from './words.ts'

const t = wordsOf('fa')

/** Twenty products, «کالای ۱» and so on, with prices for everybody; answers their codes. */
export async function makeCatalogue(caller: Caller): Promise<string[]> {
  const { items } = await call(caller, listValueListsRoute, {})
  const unitId = items.find(({ key }) => key === 'units')?.values[0]?.id ?? ''
  const codes = Array.from({ length: 20 }, (_, at) => `KA-${at + 1}`)
  const products = await Promise.all(
    codes.map((code, at) =>
      call(caller, createProductRoute, {
        body: { code, name: `کالای ${localizeDigits(String(at + 1), 'fa')}`, unitId },
      }),
    ),
  )
  const { id } = await call(caller, createPriceListRoute, { body: { name: 'همگانی' } })
  const prices = products.map((product, at) => ({
    productId: product.id,
    price: String((at + 1) * 100_000),
  }))
  await call(caller, setPricesRoute, { params: { id }, body: { prices } })
  return codes
}

/** Issues the document whose page is open. */
export async function issue(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('documents.act.issue'), exact: true }).click()
  await expect(page.getByRole('button', { name: t('documents.act.issue'), exact: true })).toBeHidden()
}

/** The total on the page of a document. */
export const totalOf = (page: Page): Promise<string> =>
  page
    .locator('dt', { hasText: t('documents.totals.total') })
    .locator('+ dd')
    .first()
    .innerText()
