import type { Ctx } from '@peyvand/platform/server'
import {
  barredOptions,
  type ConfigurationAnswer,
  type ConfigurationQuestion,
  checkConfiguration,
} from '../../contract/index.ts'
import { askPrices } from '../ask-prices.ts'
import { namedOptions } from './chosen-options.ts'
import { getConfigurator } from './configurators.ts'

/**
 * Whether a choice can be sold, what it bars, and what it costs.
 * @throws AppError catalog.productNotFound (404), catalog.noPrice, catalog.noVatRate (409); badInput (400) at `unitId`
 */
export async function askConfiguration(
  ctx: Ctx,
  productId: string,
  { optionIds, unitId, quantity, ...sale }: ConfigurationQuestion,
): Promise<ConfigurationAnswer> {
  const design = await getConfigurator(ctx, productId)
  const faults = checkConfiguration(design, optionIds)
  const barred = barredOptions(design, optionIds)
  if (faults.length > 0) return { faults, barred, line: null }
  const configuration = namedOptions(design, optionIds)
  const line = { productId, ...(unitId && { unitId }), quantity, manual: null, configuration }
  const [priced] = await askPrices(ctx, { ...sale, lines: [line] })
  return { faults, barred, line: priced ?? null }
}
