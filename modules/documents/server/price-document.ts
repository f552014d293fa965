import { lineAmounts, one, toMillionths } from '@peyvand/catalog/server'
import { AppError, badField, type Ctx } from '@peyvand/platform/server'
import type { Charge, ChargeInput, CreateDocument, DocumentLineInput, Rounding } from '../contract/index.ts'
import { type DocumentTotals, documentTotals } from './figures/document-totals.ts'
import { type FiguredLine, type LineAnswer, type PricedHeader, priceLines } from './price-lines.ts'
import { type VatOfDay, vatOfDay } from './vat-of-day.ts'

export type FiguredHeader = PricedHeader &
  Pick<CreateDocument, 'exchangeRate' | 'charges'> & { roundTo: Rounding }

/** A document's figures; lines without a price are told as refused and left out of the totals. */
export interface Figures {
  lines: LineAnswer[]
  charges: Charge[]
  totals: DocumentTotals
}

/** @throws AppError notFound (404) for a party out of sight; badInput (400) at a charge's `vatClassId`, at `roundTo` */
export async function priceDocument(
  ctx: Ctx,
  header: FiguredHeader,
  inputs: readonly DocumentLineInput[],
): Promise<Figures> {
  if (header.currency !== 'IRR' && header.roundTo !== 0) throw badField('roundTo', 'documents.roundingOfRial')
  const lines = await priceLines(ctx, header, inputs)
  const charges = await chargesOf(ctx, header)
  return {
    lines,
    charges,
    totals: totalsOf(
      header,
      lines.flatMap((of) => ('line' in of ? of.line : [])),
      charges,
    ),
  }
}

export const totalsOf = (
  { roundTo, currency, exchangeRate }: Pick<FiguredHeader, 'roundTo' | 'currency' | 'exchangeRate'>,
  lines: readonly Pick<FiguredLine, 'gross' | 'discount' | 'net' | 'vatAmount'>[],
  charges: readonly Charge[],
): DocumentTotals =>
  documentTotals({
    lines: lines.map((line) => ({
      gross: BigInt(line.gross),
      discount: BigInt(line.discount),
      net: BigInt(line.net),
      vatAmount: BigInt(line.vatAmount),
    })),
    charges: charges.map(({ amount, vatAmount }) => ({
      amount: BigInt(amount),
      vatAmount: BigInt(vatAmount),
    })),
    roundTo,
    currency,
    exchangeRate,
  })

/** The lines, all with a price. @throws AppError badInput (400) with a fault at every line that has none */
export function requirePriced(lines: readonly LineAnswer[]): FiguredLine[] {
  const fields = lines.flatMap((answer, index) =>
    'refused' in answer
      ? [
          {
            path: `lines.${index}.${answer.refused.field}`,
            code: answer.refused.code,
            params: answer.refused.params,
          },
        ]
      : [],
  )
  if (fields.length > 0) throw new AppError('badInput', { status: 400, fields })
  return lines.flatMap((answer) => ('line' in answer ? answer.line : []))
}

async function chargesOf(ctx: Ctx, { charges, issuedOn }: FiguredHeader): Promise<Charge[]> {
  if (charges.length === 0) return []
  const vats = await vatOfDay(ctx, issuedOn)
  return charges.map((charge, index) => {
    const vatPercent = percentOf(charge, vats)
    if (vatPercent === null) throw badField(`charges.${index}.vatClassId`, 'documents.vatClassUnknown')
    const amount = BigInt(charge.amount)
    const { vatAmount } = lineAmounts({
      listPrice: amount,
      unitPrice: amount,
      quantity: one,
      vatPoints: (toMillionths(vatPercent) * 100n) / one,
    })
    return { ...charge, vatPercent, vatAmount: String(vatAmount) }
  })
}

const percentOf = ({ vatClassId }: ChargeInput, vats: VatOfDay): string | null =>
  vatClassId === null ? '0' : (vats.get(vatClassId)?.percent ?? null)
