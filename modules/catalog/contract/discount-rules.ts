import { Amount, defineRoute, Id, IdParams, issue, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Conditions, checkPeriod } from './conditions.ts'
import { Currency } from './currencies.ts'
import { lineOf } from './line.ts'
import { Percent, Price, Quantity } from './quantity.ts'

/** Without spaces and commas: several codes are written in one field. */
const CampaignCode = lineOf(40).refine((text) => !/[\s,،]/.test(text), {
  params: { code: 'catalog.codeWithSpace' },
})

const fields = {
  name: lineOf(120),
  kind: z.enum(['percent', 'amount']),
  /** Of `percent`. */
  percent: Percent.nullable().default(null),
  /** Of `amount`: off each base unit, in minor units of `currency`. */
  amount: Price.nullable().default(null),
  currency: Currency.default('IRR'),
  /** In base units of a line; `0` asks for none. */
  minQuantity: z.union([z.literal('0'), Quantity]).default('0'),
  /** With `productGroupIds`: one of either is enough, none means all products. */
  productIds: z.array(Id).max(200).default([]),
  /** The groups below count too. */
  productGroupIds: z.array(Id).max(100).default([]),
  /** Counts only for who names it; capital and small letters, Persian and Latin digits are the same. */
  code: CampaignCode.nullable().default(null),
  /** Adds up with the others that do; one that does not counts alone, where it gives more than they. */
  stackable: z.boolean().default(false),
  ...Conditions.shape,
}

type Checked = {
  kind: 'percent' | 'amount'
  percent: string | null
  amount: string | null
  validFrom: string | null
  validTo: string | null
}

function checkRule(rule: Checked, ctx: z.core.$RefinementCtx): void {
  checkPeriod(rule, ctx)
  const taken = rule[rule.kind]
  if (taken === null) ctx.addIssue(issue('required', [rule.kind]))
  else if (Number(taken) === 0) ctx.addIssue(issue('catalog.moreThanNothing', [rule.kind]))
}

export const DiscountRuleInput = z.strictObject(fields).superRefine(checkRule)
export type DiscountRuleInput = z.output<typeof DiscountRuleInput>

/** Sent whole. */
export const DiscountRuleChange = z
  .strictObject({ ...fields, version: z.number().int() })
  .superRefine(checkRule)
export type DiscountRuleChange = z.output<typeof DiscountRuleChange>

export const DiscountRule = z.object({
  ...fields,
  id: Id,
  percent: z.string().nullable(),
  amount: Amount.nullable(),
  minQuantity: z.string(),
  /** Those of `productIds` and `productGroupIds` by name. */
  products: z.array(Ref),
  productGroups: z.array(Ref),
  updatedAt: z.string(),
  version: z.number().int(),
})
export type DiscountRule = z.output<typeof DiscountRule>

const manage = 'catalog.managePrices'
const Rules = z.object({ items: z.array(DiscountRule) })

export const listDiscountRulesRoute = defineRoute({
  method: 'GET',
  path: '/discount-rules',
  summary: 'Discounts in the order in which they are applied',
  permission: 'catalog.read',
  answer: Rules,
})

export const createDiscountRuleRoute = defineRoute({
  method: 'POST',
  path: '/discount-rules',
  summary: 'Make a discount; it is applied after all others',
  permission: manage,
  body: DiscountRuleInput,
  answer: DiscountRule,
  status: 201,
  errors: ['catalog.campaignCodeTaken'],
})

export const updateDiscountRuleRoute = defineRoute({
  method: 'PATCH',
  path: '/discount-rules/:id',
  summary: 'Change a discount',
  permission: manage,
  params: IdParams,
  body: DiscountRuleChange,
  answer: DiscountRule,
  errors: ['catalog.ruleNotFound', 'catalog.campaignCodeTaken'],
})

export const orderDiscountRulesRoute = defineRoute({
  method: 'PUT',
  path: '/discount-rules/order',
  summary: 'Put all discounts in the order in which they are applied',
  permission: manage,
  body: z.strictObject({ ids: z.array(Id).min(1).max(1000) }),
  answer: Rules,
  errors: ['catalog.orderIncomplete'],
})

export const deleteDiscountRuleRoute = defineRoute({
  method: 'DELETE',
  path: '/discount-rules/:id',
  summary: 'Delete a discount',
  permission: manage,
  params: IdParams,
  answer: 'none',
  errors: ['catalog.ruleNotFound'],
})
