import type { ManualDiscount } from '../../contract/index.ts'
import { type Millionths, one, shareDown, shareHalfUp, toBasisPoints } from './exact.ts'

interface LinePrice {
  /** Of one unit, before and after discounts. */
  listPrice: bigint
  unitPrice: bigint
  quantity: Millionths
  /** Hundredths of a percent. */
  vatPoints: bigint
}

export interface LineAmounts {
  gross: bigint
  discount: bigint
  net: bigint
  vatAmount: bigint
  total: bigint
}

const wholeInPoints = 10_000n

/** What a line comes to, in minor units: amounts to the half up, value added tax down. */
export function lineAmounts({ listPrice, unitPrice, quantity, vatPoints }: LinePrice): LineAmounts {
  const gross = shareHalfUp(listPrice, quantity, one)
  const net = shareHalfUp(unitPrice, quantity, one)
  const vatAmount = shareDown(net, vatPoints, wholeInPoints)
  return { gross, discount: gross - net, net, vatAmount, total: net + vatAmount }
}

/** What a person takes off the price of one unit, never more than the price. */
export function manualCut(price: bigint, manual: ManualDiscount | null): bigint {
  if (!manual) return 0n
  const cut =
    manual.kind === 'percent'
      ? shareHalfUp(price, toBasisPoints(manual.percent), wholeInPoints)
      : BigInt(manual.amount)
  return cut < price ? cut : price
}
