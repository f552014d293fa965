import { type ConfiguredOptions, PriceQuestion } from '@peyvand/catalog/contract'
import { lineAmounts, manualCut, type OfferedLine, offerLines, toMillionths } from '@peyvand/catalog/server'
import { partyRefs } from '@peyvand/parties/server'
import { badField, type Ctx } from '@peyvand/platform/server'
import type { DealLineInput } from '../contract/index.ts'

/** A line with its prices as it is stored; amounts in Rial. */
export interface PricedLine {
  productId: string
  unitId: string
  configuration: ConfiguredOptions | null
  quantity: string
  priceByHand: string | null
  discountPercent: string | null
  listPrice: string | null
  unitPrice: string
  net: string
  needsApproval: boolean
}

/** The most that a line may come to, so that sums of many stay exact in the database. */
const mostOfLine = 10n ** 15n

/** What does not hinder a line whose price is typed. */
const ofListsOnly = new Set(['catalog.noPrice', 'catalog.noVatRate'])

/**
 * What lines cost the deal's party today: by price lists and discounts or as typed, less what a person takes off.
 * @throws AppError catalog.noVatRate, catalog.configurationInvalid (409); badInput (400) at `lines.<index>.productId`,
 * `.unitId`, `.configuration`, `.priceByHand`, `.quantity`
 */
export async function priceLines(
  ctx: Ctx,
  { partyId, lines }: { partyId: string | null; lines: readonly DealLineInput[] },
): Promise<PricedLine[]> {
  if (lines.length === 0) return []
  // Who does not see the party is told what a stranger would pay.
  const seen = partyId !== null && (await partyRefs(ctx, [partyId])).has(partyId)
  const question = PriceQuestion.parse({ partyId: seen ? partyId : null, lines: lines.map(byRules) })
  const offered = await offerLines(ctx, question)
  return lines.map((line, index) => {
    const { product, unit, price, fault, floor } = offered[index] as OfferedLine
    if (!product) throw badField(`lines.${index}.productId`, 'option')
    if (!unit) throw badField(`lines.${index}.unitId`, 'catalog.unitOfProduct')
    if (fault && !ofListsOnly.has(fault.code)) throw fault
    if (fault && line.priceByHand === null)
      throw fault.code === 'catalog.noPrice'
        ? badField(`lines.${index}.priceByHand`, 'pipeline.noPrice')
        : fault
    const unitPrice = BigInt(unitPriceOf(line, price))
    const { net } = lineAmounts({
      listPrice: unitPrice,
      unitPrice,
      quantity: toMillionths(line.quantity),
      vatPoints: 0n,
    })
    if (net > mostOfLine) throw badField(`lines.${index}.quantity`, 'pipeline.lineTooLarge')
    return {
      ...line,
      unitId: unit.id,
      configuration: price?.configuration ?? line.configuration,
      listPrice: price?.listPrice ?? null,
      unitPrice: String(unitPrice),
      net: String(net),
      needsApproval: floor !== null && unitPrice < floor,
    }
  })
}

/** The sum of lines, in Rial. */
export const sumOfLines = (lines: readonly Pick<PricedLine, 'net'>[]): string =>
  String(lines.reduce((sum, { net }) => sum + BigInt(net), 0n))

const discountOf = ({ discountPercent }: DealLineInput) =>
  discountPercent === null ? null : ({ kind: 'percent', percent: discountPercent } as const)

/** A line as the catalogue is asked of it; where the price is typed the percent is taken off that. */
const byRules = (line: DealLineInput) => ({
  productId: line.productId,
  ...(line.unitId && { unitId: line.unitId }),
  quantity: line.quantity,
  configuration: line.configuration,
  manual: line.priceByHand === null ? discountOf(line) : null,
})

function unitPriceOf(line: DealLineInput, price: OfferedLine['price']): string | bigint {
  if (line.priceByHand === null) return price?.unitPrice ?? '0'
  const typed = BigInt(line.priceByHand)
  return typed - manualCut(typed, discountOf(line))
}
