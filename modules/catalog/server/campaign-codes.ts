import type { Ctx } from '@peyvand/platform/server'
import type { CodeVerdict, SaleQuestion } from '../contract/index.ts'
import { saleOf } from './ask-prices.ts'
import { discountRuleRows } from './discount-rules.ts'
import { sameCode, whyNotSale } from './pricing/why-not.ts'

/**
 * What the codes that a customer names are worth before any line is asked for: their discounts, or why these are not
 * for this sale. @throws AppError notFound (404) for a party out of sight
 */
export async function judgeCodes(ctx: Ctx, question: SaleQuestion): Promise<CodeVerdict[]> {
  const sale = await saleOf(ctx, question)
  const rules = await discountRuleRows(ctx).where('code', 'is not', null).execute()
  return sale.codes.map((code) => {
    const rule = rules.find((one) => one.code !== null && sameCode(one.code, code))
    if (!rule) return { code, rule: null, reason: null }
    return { code, rule: { id: rule.id, name: rule.name }, reason: whyNotSale(rule, sale) }
  })
}
