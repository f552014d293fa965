import { defineSeries } from '@peyvand/customization/server'
import type { Locale } from '@peyvand/platform/contract'
import { type Ctx, newId } from '@peyvand/platform/server'
import { codeSeries } from './insert-products.ts'
import { seedVatClasses } from './vat-classes.ts'

/** A new firm starts with the classes of value added tax, the series of codes and one price list for everybody. */
export async function seedCatalog(ctx: Ctx, { locale }: { locale: Locale }): Promise<void> {
  await seedVatClasses(ctx, { locale })
  await defineSeries(ctx, {
    key: codeSeries,
    labelFa: 'کد کالا و خدمت',
    labelEn: 'Product code',
    pattern: 'K-{n:5}',
  })
  const now = ctx.now().toISOString()
  await ctx.db
    .insertInto('priceLists')
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      name: locale === 'fa' ? 'لیست قیمت پایه' : 'Base price list',
      currency: 'IRR',
      levelIds: [],
      groups: [],
      channels: [],
      validFrom: null,
      validTo: null,
      active: true,
      position: 1,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
}
