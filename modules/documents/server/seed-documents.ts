import { defineSeries, seedValueList } from '@peyvand/customization/server'
import type { Ctx } from '@peyvand/platform/server'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import { DocumentKind, documentKinds } from '../contract/index.ts'
import { preparationStages, seriesOf, shippingMethods } from './ready-documents.ts'

/** A firm starts with a series of every kind, which begins again every fiscal year, and the usual values. */
export async function seedDocuments(ctx: Ctx): Promise<void> {
  for (const kind of DocumentKind.options)
    await defineSeries(ctx, {
      key: seriesOf(kind),
      labelFa: `شمارهٔ ${fa[`documents.kind.${kind}`]}`,
      labelEn: `Number of ${en[`documents.kind.${kind}`].toLowerCase()}`,
      pattern: `${documentKinds[kind].prefix}-{y}-{n:5}`,
      perYear: true,
    })
  await seedValueList(ctx, shippingMethods)
  await seedValueList(ctx, preparationStages)
}
