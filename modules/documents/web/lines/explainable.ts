import type { Currency, PriceLine } from '@peyvand/catalog/contract'
import type { PricedLine } from '../../contract/index.ts'

/** A line as the catalogue explains prices; null for one without a product, which nothing is told of. */
export function explainable(line: PricedLine, currency: Currency): PriceLine | null {
  const { product, unit, belowFloor, steps } = line
  if (!product || !unit || steps.length === 0) return null
  return { ...line, product, unit, currency, needsApproval: belowFloor }
}
