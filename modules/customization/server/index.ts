import './tables.ts'

export { customFieldUses } from './custom-field-uses.ts'
export { createCustomSection } from './custom-sections.ts'
export { labelMatch } from './label-match.ts'
export { customizationModule } from './module.ts'
export {
  defineSeries,
  freeInSeries,
  type IssuedNumber,
  issueNumber,
  manyInSeries,
  nextInSeries,
  seriesByKeys,
  updateNumberSeries,
} from './number-series.ts'
export {
  addTags,
  putTags,
  removeTags,
  requireTags,
  setTags,
  tagsColumn,
  tagsOf,
  tagsShown,
} from './record-tags.ts'
export { seedSavedView } from './saved-views.ts'
export { ensureTag, ensureTags, tagNames, tagsByName } from './tags.ts'
export { type ReadyValue, type ValueListDefinition, valueListsHook } from './value-list-definitions.ts'
export {
  ensureValue,
  isValueInUse,
  listValueMerged,
  readyValueId,
  requireValue,
  seedValueList,
  valueLabel,
  valuesByLabel,
} from './value-lists.ts'
export { valueOptions } from './value-options.ts'
export { type CountedValue, listValueCounted } from './value-usage.ts'
