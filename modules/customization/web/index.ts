export { colorTone } from './color-tone.ts'
export type { FieldScopesProps } from './fields/field-list.tsx'
export { customizationWeb } from './module.ts'
export { useSavedViews } from './use-saved-views.ts'
