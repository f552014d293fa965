import { Id, issue, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Currency } from './currencies.ts'
import { lineOf } from './line.ts'
import { Percent, Price, Quantity } from './quantity.ts'

const name = lineOf(120)
const minus = (schema: z.ZodType<string>) =>
  z.string().refine((text) => schema.safeParse(text.replace(/^-/, '')).success)

const effects = {
  none: z.strictObject({ kind: z.literal('none') }),
  /** Onto the price of one base unit, in minor units; below nothing it lowers the price. */
  amount: z.strictObject({
    kind: z.literal('amount'),
    amount: minus(Price),
    currency: Currency.default('IRR'),
  }),
  /** Of the product's list price. */
  percent: z.strictObject({ kind: z.literal('percent'), percent: minus(Percent) }),
}

/** What an option does to the price; of another product its price by the same lists counts. */
const OptionEffectInput = z.discriminatedUnion('kind', [
  effects.none,
  effects.amount,
  effects.percent,
  /** `quantity` in base units of that product, for one base unit of this. */
  z.strictObject({ kind: z.literal('product'), productId: Id, quantity: Quantity }),
])

export const OptionEffect = z.discriminatedUnion('kind', [
  effects.none,
  effects.amount,
  effects.percent,
  z.strictObject({ kind: z.literal('product'), product: Ref, unit: Ref, quantity: z.string() }),
])
export type OptionEffect = z.infer<typeof OptionEffect>

const option = { id: Id, name, isDefault: z.boolean() }
const group = {
  id: Id,
  name,
  /** How many of its options are chosen at least and at most; null for as many as there are. At most one: either or. */
  min: z.number().int().min(0).max(100),
  max: z.number().int().min(1).max(100).nullable(),
}

const OptionRule = z.strictObject({
  id: Id,
  kind: z.enum(['requires', 'excludes']),
  /** Whoever chooses this one … */
  optionId: Id,
  /** … needs at least one of these, or may have none of them. */
  others: z.array(Id).min(1).max(50),
  /** Why, for who chooses. */
  reason: z.string().trim().max(300).nullable(),
})
export type OptionRule = z.infer<typeof OptionRule>

const OptionGroupInput = z.strictObject({
  ...group,
  options: z
    .array(z.strictObject({ ...option, effect: OptionEffectInput }))
    .min(1)
    .max(100),
})

/** Sent whole, in order; whoever makes groups, options and rules gives them their ids. */
export const ConfiguratorChange = z
  .strictObject({
    version: z.number().int(),
    groups: z.array(OptionGroupInput).max(50),
    rules: z.array(OptionRule).max(200),
  })
  .superRefine(checkDesign)
export type ConfiguratorChange = z.output<typeof ConfiguratorChange>

/** What a product is offered with; without groups it is sold as it is. */
export const Configurator = z.object({
  product: Ref,
  groups: z.array(z.object({ ...group, options: z.array(z.object({ ...option, effect: OptionEffect })) })),
  rules: z.array(OptionRule),
  version: z.number().int(),
})
export type Configurator = z.infer<typeof Configurator>
export type OptionGroup = Configurator['groups'][number]
export type ProductOption = OptionGroup['options'][number]

type Design = { groups: z.output<typeof OptionGroupInput>[]; rules: OptionRule[] }

function checkDesign({ groups, rules }: Design, ctx: z.core.$RefinementCtx): void {
  const ids = groups.flatMap(({ id, options }) => [id, ...options.map((one) => one.id)])
  if (new Set(ids).size < ids.length) ctx.addIssue(issue('catalog.optionTwice', ['groups']))
  for (const [index, { min, max, options }] of groups.entries()) {
    const path = (field: string) => ['groups', index, field]
    if (min > (max ?? options.length) || min > options.length)
      ctx.addIssue(issue('catalog.tooFewOptions', path('min')))
    if (max !== null && options.filter(({ isDefault }) => isDefault).length > max)
      ctx.addIssue(issue('catalog.tooManyDefaults', path('options')))
  }
  const known = new Set(groups.flatMap(({ options }) => options.map(({ id }) => id)))
  for (const [index, { optionId, others }] of rules.entries()) {
    if (!known.has(optionId)) ctx.addIssue(issue('option', ['rules', index, 'optionId']))
    if (others.some((id) => !known.has(id))) ctx.addIssue(issue('option', ['rules', index, 'others']))
    if (others.includes(optionId)) ctx.addIssue(issue('catalog.ruleOfItself', ['rules', index, 'others']))
  }
}
