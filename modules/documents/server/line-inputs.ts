import type { Ctx } from '@peyvand/platform/server'
import type { DocumentLineInput } from '../contract/index.ts'
import { plainQuantity } from './plain-quantity.ts'
import type { FiguredLine } from './price-lines.ts'
import './tables.ts'

type Stored = Omit<FiguredLine, 'productName' | 'unitName'> & { id: string }

/** The lines of a document as they would be sent, to be priced again. */
export async function inputsOf(ctx: Ctx, documentId: string): Promise<DocumentLineInput[]> {
  const rows = await storedLines(ctx, documentId)
  return rows.map(inputOf)
}

export const storedLines = (ctx: Ctx, documentId: string) =>
  ctx.db
    .selectFrom('documentLines')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('documentId', '=', documentId)
    .orderBy('position')
    .execute()

export const inputOf = (line: Stored): DocumentLineInput => ({
  id: line.id,
  productId: line.productId,
  name: line.name,
  description: line.description,
  unitId: line.unitId,
  quantity: plainQuantity(line.quantity),
  priceBy: line.priceBy,
  // Also of what was carried on: where that cannot be again, a person's price stands in its place.
  ...(line.priceBy === 'list' ? {} : { unitPrice: line.listPrice }),
  manual: line.manual,
  vatClassId: line.vatClassId,
  configuration: line.configuration,
  note: line.note,
  fromLineId: line.fromLineId,
  serials: line.serials,
})
