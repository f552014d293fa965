import { cleanCode } from '@peyvand/persian'
import type { Conditions, Currency, PassedOver } from '../../contract/index.ts'
import type { Millionths } from './exact.ts'
import type { PricedProduct, RuleFacts, Sale } from './facts.ts'

/** Why a list or rule is not for this sale, or null where it is. */
export function whyNot(of: Conditions, sale: Sale): PassedOver | null {
  if (!of.active) return 'inactive'
  if (of.validFrom !== null && sale.on < of.validFrom) return 'notYet'
  if (of.validTo !== null && sale.on > of.validTo) return 'expired'
  if (of.channels.length > 0 && !of.channels.includes(sale.channel)) return 'channel'
  if (of.levelIds.length > 0 && (sale.levelId === null || !of.levelIds.includes(sale.levelId))) return 'level'
  if (of.groups.length > 0 && !of.groups.some((group) => sale.groups.includes(group))) return 'group'
  return null
}

type Discount = Conditions & { kind: 'percent' | 'amount'; currency: Currency }

/** Why a discount is not for this sale, whatever is bought, or null where it is. */
export function whyNotSale(rule: Discount, sale: Sale): PassedOver | null {
  const isForeign = rule.kind === 'amount' && rule.currency !== sale.currency
  return whyNot(rule, sale) ?? (isForeign ? 'currency' : null)
}

interface RuleQuestion {
  sale: Sale
  product: PricedProduct
  /** In base units. */
  quantity: Millionths
}

/** Why a discount is not for this line, or null where it is. */
export function whyNotRule(rule: RuleFacts, { sale, product, quantity }: RuleQuestion): PassedOver | null {
  const ofSale = whyNotSale(rule, sale)
  if (ofSale) return ofSale
  if (!isMeant(rule, product)) return 'product'
  if (rule.code !== null && !sale.codes.some((code) => sameCode(code, rule.code as string))) return 'code'
  return quantity < rule.minQuantity ? 'quantity' : null
}

function isMeant({ productIds, productGroupIds }: RuleFacts, product: PricedProduct): boolean {
  if (productIds.length === 0 && productGroupIds.length === 0) return true
  return productIds.includes(product.id) || productGroupIds.some((id) => product.groupIds.includes(id))
}

/** Whether two texts are the same campaign code, however its letters and digits were typed. */
export const sameCode = (a: string, b: string): boolean => codeKey(a) === codeKey(b)

const codeKey = (code: string): string => cleanCode(code).toLowerCase()
