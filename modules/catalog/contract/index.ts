export * from './bulk-products.ts'
export {
  type BarredOption,
  barredOptions,
  type ConfigurationFault,
  checkConfiguration,
  defaultOptions,
  inOrder,
  type OptionDesign,
  pressOption,
} from './check-configuration.ts'
export * from './conditions.ts'
export * from './configurations.ts'
export * from './configurator.ts'
export * from './configured-options.ts'
export * from './currencies.ts'
export * from './discount-rules.ts'
export * from './events.ts'
export { catalogPermissions } from './permissions.ts'
export { canBeCompleted } from './possible-choice.ts'
export * from './price-lists.ts'
export * from './pricing.ts'
export * from './product-groups.ts'
export * from './product-history.ts'
export * from './products.ts'
export * from './quantity.ts'
export * from './vat-classes.ts'
