import { seenFloor } from '@peyvand/catalog/server'
import { valueLabel } from '@peyvand/customization/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { DocumentKind, DocumentLine, PricedLine } from '../contract/index.ts'
import { isVisibleDocument, type StoredDocument } from './document-access.ts'
import { ref } from './document-rows.ts'
import { takenOf } from './open-quantities.ts'
import { progressOfLines } from './order-progress.ts'
import { plainQuantity } from './plain-quantity.ts'
import type { FiguredLine } from './price-lines.ts'

/** A line with its figures as screens show it. */
export const pricedLine = (ctx: Ctx, line: FiguredLine): PricedLine => ({
  product: productOf(line),
  name: line.name,
  description: line.description,
  unit: ref(line.unitId, line.unitName ?? ''),
  taxCode: line.taxCode,
  quantity: plainQuantity(line.quantity),
  priceBy: line.priceBy,
  listPrice: line.listPrice,
  unitPrice: line.unitPrice,
  floor: seenFloor(ctx, line.floor),
  belowFloor: line.belowFloor,
  manual: line.manual,
  gross: line.gross,
  discount: line.discount,
  net: line.net,
  vat: { treatment: line.vatTreatment, percent: plainQuantity(line.vatPercent), name: line.vatName },
  vatClassId: line.vatClassId,
  vatAmount: line.vatAmount,
  total: line.total,
  steps: line.why.steps.map((step) =>
    step.type === 'floor' ? { ...step, floor: seenFloor(ctx, step.floor) } : step,
  ),
  passedOver: line.why.passedOver,
  configuration: line.configuration,
  note: line.note,
  fromLineId: line.fromLineId,
  serials: line.serials,
})

const productOf = ({ productId, productName, name, code }: FiguredLine): PricedLine['product'] =>
  productId === null ? null : { id: productId, name: productName ?? name, code }

type StoredLine = FiguredLine & {
  id: string
  fromId: string | null
  fromKind: DocumentKind | null
  fromNumber: string | null
}

/** The lines of a document in their order, with where they come from and what was made of them. */
export async function linesOf(
  ctx: Ctx,
  document: Pick<StoredDocument, 'id' | 'kind' | 'status'>,
): Promise<DocumentLine[]> {
  const rows = (await ctx.db
    .selectFrom('documentLines as l')
    .leftJoin('documentLines as s', (join) =>
      join.onRef('s.tenantId', '=', 'l.tenantId').onRef('s.id', '=', 'l.fromLineId'),
    )
    .leftJoin('documents as f', (join) =>
      join
        .onRef('f.tenantId', '=', 's.tenantId')
        .onRef('f.id', '=', 's.documentId')
        .on(isVisibleDocument(ctx, sql`f.id`)),
    )
    .leftJoin('products as p', (join) =>
      join.onRef('p.tenantId', '=', 'l.tenantId').onRef('p.id', '=', 'l.productId'),
    )
    .selectAll('l')
    .select(['f.id as fromId', 'f.kind as fromKind', 'f.number as fromNumber', 'p.name as productName'])
    .select(valueLabel(ctx, sql`l.unit_id`).as('unitName'))
    .where('l.tenantId', '=', ctx.tenantId)
    .where('l.documentId', '=', document.id)
    .orderBy('l.position')
    .execute()) as unknown as StoredLine[]
  const taken = await takenOf(
    ctx,
    rows.map((row) => row.id),
  )
  const progress = await progressOfLines(ctx, document)
  return rows.map((row) => ({
    ...pricedLine(ctx, row),
    id: row.id,
    from: cameFrom(row),
    taken: taken.get(row.id) ?? [],
    progress: progress.get(row.id) ?? null,
  }))
}

const cameFrom = ({ fromId, fromKind, fromNumber }: StoredLine): DocumentLine['from'] =>
  fromId !== null && fromKind !== null ? { id: fromId, kind: fromKind, number: fromNumber } : null
