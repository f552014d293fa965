import { getProductRoute } from '@peyvand/catalog/contract'
import { listCustomFieldsRoute } from '@peyvand/customization/contract'
import { type Deal, getDealRoute } from '@peyvand/pipeline/contract'
import type { CustomField, CustomValues } from '@peyvand/platform/contract'
import { callApi } from '@peyvand/platform/web'
import { type DraftLine, newLine } from '../lines/draft-line.ts'
import { likeValues } from './like-values.ts'

interface Begun {
  lines: DraftLine[]
  custom: CustomValues
}

/** What the next document of a deal begins with: its products, what was agreed by hand, and own values that are alike. */
export async function fromDeal(
  id: string,
  { mayWrite, signal }: { mayWrite: (field: CustomField) => boolean; signal: AbortSignal },
): Promise<Begun> {
  const deal = await callApi(getDealRoute, { params: { id } }, { signal })
  const fieldsOf = async (record: string) =>
    (await callApi(listCustomFieldsRoute, { query: { record } }, { signal })).items
  const [lines, of, into] = await Promise.all([
    linesOf(deal, signal),
    fieldsOf('deals'),
    fieldsOf('documents'),
  ])
  return { lines, custom: likeValues(deal.custom, { of, into: into.filter(mayWrite) }) }
}

const linesOf = ({ lines }: Deal, signal: AbortSignal): Promise<DraftLine[]> =>
  Promise.all(
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
