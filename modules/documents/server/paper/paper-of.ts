import { firmSettings } from '@peyvand/identity/server'
import type { Locale } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import type { Document, DocumentLine } from '../../contract/index.ts'
import { firmBlock } from './firm-block.ts'
import type { PaperDocument, PaperLine } from './paper-document.ts'
import { paperWords } from './paper-words.ts'

/** A document as its paper says it; the firm as it was named when it was issued. */
export async function paperOf(ctx: Ctx, document: Document, language: Locale): Promise<PaperDocument> {
  const { moneyUnit } = await firmSettings(ctx)
  const { status, totals } = document
  return {
    kind: document.kind,
    number: document.number,
    revision: document.revision,
    mark: status === 'cancelled' ? 'cancelled' : status === 'draft' || status === 'waiting' ? 'draft' : null,
    title: document.title,
    issuedOn: document.issuedOn,
    validUntil: document.validUntil,
    dueOn: document.dueOn,
    promisedOn: document.promisedOn,
    currency: document.currency,
    exchangeRate: document.exchangeRate,
    settlement: document.settlement,
    firm: document.firmBlock ?? (await firmBlock(ctx)),
    party: document.partyBlock,
    contact: document.contact?.name ?? null,
    owner: document.owner?.name ?? null,
    shippingMethod: document.shippingMethod?.name ?? null,
    shipTo: document.shipTo,
    vehicle: document.vehicle,
    driver: document.driver,
    terms: document.terms,
    note: document.note,
    lines: document.lines.map((line) => lineOf(line, language)),
    charges: document.charges,
    totals,
    sources: document.sources.flatMap(({ kind, number, issuedOn }) =>
      number === null ? [] : [{ kind, number, issuedOn }],
    ),
    moneyUnit,
    madeAt: document.issuedAt ?? ctx.now().toISOString(),
  }
}

function lineOf(line: DocumentLine, language: Locale): PaperLine {
  const words = paperWords[language]
  const options = (line.configuration?.options ?? []).map(({ group, name }) => `${group}: ${name}`)
  return {
    code: line.product?.code ?? '',
    taxCode: line.taxCode ?? '',
    name: line.name,
    more: [
      ...(line.description?.split('\n') ?? []),
      ...(options.length > 0 ? [options.join(language === 'fa' ? '؛ ' : '; ')] : []),
      ...(line.serials.length > 0 ? [`${words.serials}: ${line.serials.join(', ')}`] : []),
      ...(line.note ? [line.note] : []),
    ],
    quantity: line.quantity,
    unit: line.unit?.name ?? '',
    unitPrice: line.listPrice,
    gross: line.gross,
    discount: line.discount,
    net: line.net,
    vatPercent: line.vat.percent,
    vatAmount: line.vatAmount,
    total: line.total,
  }
}
