import { getProductRoute } from '@peyvand/catalog/contract'
import { getDealRoute } from '@peyvand/pipeline/contract'
import { callApi } from '@peyvand/platform/web'
import { type DraftLine, newLine } from '../lines/draft-line.ts'

/** The products of a deal as lines of its next document, with what was agreed by hand. */
export async function linesOfDeal(id: string, signal: AbortSignal): Promise<DraftLine[]> {
  const { lines } = await callApi(getDealRoute, { params: { id } }, { signal })
  return Promise.all(
    lines.map(async ({ product: { id: productId }, unit, ...line }) => {
      const product = await callApi(getProductRoute, { params: { id: productId } }, { signal })
      return newLine({
        product,
        name: product.name,
        unit,
        quantity: line.quantity,
        priceBy: line.priceByHand === null ? 'list' : 'hand',
        unitPrice: line.priceByHand,
        discount: line.discountPercent ? { kind: 'percent', percent: line.discountPercent } : null,
        configuration: line.configuration,
      })
    }),
  )
}
