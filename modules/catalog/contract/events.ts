import { defineEvent, Id } from '@peyvand/platform/contract'
import { z } from 'zod'

const About = z.object({ productId: Id })
const record = '/products/:productId'

export const productCreated = defineEvent('catalog.product.created', About, {
  label: { fa: 'کالا یا خدمت ثبت شد', en: 'Product created' },
  record,
})
/** `fields` are the names of those that changed, own ones as `custom.<key>`. */
export const productUpdated = defineEvent(
  'catalog.product.updated',
  About.extend({ fields: z.array(z.string()) }),
  { label: { fa: 'کالا یا خدمت ویرایش شد', en: 'Product changed' }, record },
)
export const productDeleted = defineEvent('catalog.product.deleted', About, {
  label: { fa: 'کالا یا خدمت به سطل بازیافت رفت', en: 'Product moved to the bin' },
})
export const productRestored = defineEvent('catalog.product.restored', About, {
  label: { fa: 'کالا یا خدمت از سطل بازیافت برگشت', en: 'Product restored' },
  record,
})
export const pricesChanged = defineEvent('catalog.prices.changed', z.object({ priceListId: Id }), {
  label: { fa: 'قیمت‌های یک لیست تغییر کرد', en: 'Prices of a list changed' },
})
