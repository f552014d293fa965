import {
  type Configurator,
  type ConfiguredOptions,
  checkConfiguration,
  defaultOptions,
  inOrder,
  type OptionEffect,
} from '../../contract/index.ts'
import { toBasisPoints, toMillionths } from '../pricing/exact.ts'
import type { ChosenOption, OptionEffectFacts, PricedProduct } from '../pricing/facts.ts'

/** The options of a line by id, in the design's order: those given, or what the product is offered with. */
export const chosenOf = (design: Configurator, given: ConfiguredOptions | null | undefined): string[] =>
  given ? given.options.map(({ id }) => id) : defaultOptions(design)

/** Whether a choice can be sold. */
export const canBeSold = (design: Configurator, chosen: readonly string[]): boolean =>
  checkConfiguration(design, chosen).length === 0

/** A choice with the names that its options have today. */
export const namedOptions = (design: Configurator, chosen: readonly string[]): ConfiguredOptions => ({
  options: inOrder(design, chosen).flatMap((id) => {
    const option = optionOf(design, id)
    return option ? [{ id, name: option.name, group: option.group }] : []
  }),
})

/** A choice as prices are made of it; products that come along are among those loaded. */
export const pricedOptions = (
  design: Configurator,
  chosen: readonly string[],
  products: ReadonlyMap<string, PricedProduct>,
): ChosenOption[] =>
  inOrder(design, chosen).flatMap((id) => {
    const option = optionOf(design, id)
    return option
      ? [{ id, name: option.name, group: option.group, effect: effectOf(option.effect, products) }]
      : []
  })

/** The products that options bring along. */
export const broughtAlong = ({ groups }: Configurator): string[] =>
  groups.flatMap(({ options }) =>
    options.flatMap(({ effect }) => (effect.kind === 'product' ? [effect.product.id] : [])),
  )

function optionOf({ groups }: Configurator, id: string) {
  for (const { name: group, options } of groups) {
    const option = options.find((one) => one.id === id)
    if (option) return { ...option, group }
  }
  return undefined
}

function effectOf(effect: OptionEffect, products: ReadonlyMap<string, PricedProduct>): OptionEffectFacts {
  switch (effect.kind) {
    case 'none':
      return effect
    case 'amount':
      return { kind: 'amount', amount: BigInt(effect.amount), currency: effect.currency }
    case 'percent':
      return { kind: 'percent', points: signedPoints(effect.percent) }
    case 'product':
      return {
        kind: 'product',
        product: products.get(effect.product.id) ?? null,
        quantity: toMillionths(effect.quantity),
      }
  }
}

const signedPoints = (percent: string): bigint =>
  percent.startsWith('-') ? -toBasisPoints(percent.slice(1)) : toBasisPoints(percent)
