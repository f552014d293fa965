import type { Ref } from '@peyvand/platform/contract'
import { AppError, type Ctx } from '@peyvand/platform/server'
import type { PriceLine, PriceQuestion, VatClass } from '../contract/index.ts'
import { type Asked, loadAsked, priceAsked } from './ask-prices.ts'
import { unitOf } from './price-steps.ts'
import { vatRateOn } from './pricing/vat-rate.ts'

/** What the catalogue knows of a line, whether it has a price or not. */
export interface OfferedLine {
  /** Null where it is not there any more. */
  product: (Ref & { code: string; taxCode: string | null }) | null
  /** Null where the product is not counted in it. */
  unit: Ref | null
  /** Its percent is null where no rate was in force yet. */
  vat: Pick<VatClass, 'treatment' | 'name'> & { percent: string | null }
  price: PriceLine | null
  /** Why there is no price. */
  fault: AppError | null
  /** The lowest price of one unit without approval, whoever asks: for deciding, not for showing. */
  floor: bigint | null
}

/** The same as `askPrices` for lines that may lack a price. @throws AppError notFound (404) for a party out of sight */
export async function offerLines(ctx: Ctx, question: PriceQuestion): Promise<OfferedLine[]> {
  if (question.lines.length === 0) return []
  const asked = await loadAsked(ctx, question)
  return question.lines.map((line, index) => ({
    ...factsOf(asked, line),
    ...orFault(() => {
      const { view, floor } = priceAsked(ctx, asked, { line, index })
      return { price: view, floor, fault: null }
    }),
  }))
}

function factsOf(
  { loaded, units, vatClasses, sale }: Asked,
  { productId, unitId }: PriceQuestion['lines'][number],
): Pick<OfferedLine, 'product' | 'unit' | 'vat'> {
  const product = loaded.products.get(productId)
  if (!product) return { product: null, unit: null, vat: { treatment: 'exempt', name: '', percent: null } }
  const { id, name, code, taxCode, baseUnitId } = product
  const wanted = unitId ?? baseUnitId
  const vatClass = vatClasses.get(product.vatClassId) as VatClass
  return {
    product: { id, name, code, taxCode },
    unit: product.units.has(wanted) ? unitOf(units, wanted) : null,
    vat: { treatment: vatClass.treatment, name: vatClass.name, percent: vatRateOn(vatClass, sale.on) },
  }
}

function orFault(
  price: () => Pick<OfferedLine, 'price' | 'floor' | 'fault'>,
): Pick<OfferedLine, 'price' | 'floor' | 'fault'> {
  try {
    return price()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { price: null, floor: null, fault: error }
  }
}
