import { defineSeries, seedValueList } from '@peyvand/customization/server'
import type { Locale } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { dealSeries } from './insert-deals.ts'
import { insertPipeline } from './pipelines.ts'
import { lostReasons, readyPipeline } from './ready-pipeline.ts'

/** A firm starts with one pipeline, the series of deals and the usual reasons why deals are lost. */
export async function seedPipeline(ctx: Ctx, { locale }: { locale: Locale }): Promise<void> {
  await defineSeries(ctx, {
    key: dealSeries,
    labelFa: 'شمارهٔ فرصت',
    labelEn: 'Deal number',
    pattern: 'D-{n:5}',
  })
  await seedValueList(ctx, lostReasons)
  await insertPipeline(ctx, readyPipeline(locale))
}
