export { DecimalField } from './fields/decimal-field.tsx'
export { ProductPicker } from './fields/product-picker.tsx'
export { catalogWeb } from './module.ts'
