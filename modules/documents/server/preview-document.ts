import { localDate } from '@peyvand/persian'
import { type Ctx, forbidden } from '@peyvand/platform/server'
import { type DocumentPreview, documentKinds, type PreviewDocument } from '../contract/index.ts'
import { maySide } from './document-access.ts'
import { inWords } from './document-queries.ts'
import { sumsOf } from './insert-document.ts'
import { pricedLine } from './line-views.ts'
import { priceDocument } from './price-document.ts'

/**
 * Figures of a document that is being written; lines that have none are told beside them.
 * @throws AppError notFound (404) for a party out of sight, forbidden (403); badInput (400) at the field
 */
export async function previewDocument(
  ctx: Ctx,
  { lines: inputs, issuedOn, ...given }: PreviewDocument,
): Promise<DocumentPreview> {
  if (!maySide(ctx, documentKinds[given.kind].side)) throw forbidden()
  const header = { ...given, issuedOn: issuedOn ?? localDate(ctx.now(), ctx.timeZone) }
  const { lines, charges, totals } = await priceDocument(ctx, header, inputs)
  const sums = sumsOf(totals)
  return {
    lines: lines.map((answer) => ('line' in answer ? pricedLine(ctx, answer.line) : null)),
    faults: lines.flatMap((answer, index) =>
      'refused' in answer ? [{ index, ...told(ctx, answer.refused.code, answer.refused.params) }] : [],
    ),
    charges,
    totals: {
      gross: sums.gross,
      discount: sums.discount,
      net: sums.net,
      charges: sums.chargesAmount,
      vat: sums.vat,
      rounding: sums.rounding,
      total: sums.total,
      totalRial: sums.totalRial,
      words: await inWords(ctx, { currency: header.currency, total: sums.total }),
    },
  }
}

const told = (ctx: Ctx, code: string, params: Record<string, unknown>) => ({
  code,
  message: ctx.registry.translate(ctx.locale, `error.${code}`, params),
})
