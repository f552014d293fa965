export { colorTone } from './color-tone.ts'
export { customizationWeb } from './module.ts'
export { useSavedViews } from './use-saved-views.ts'
