import { enUi } from './en-ui.ts'
import type { fa } from './fa.ts'

export const en: Record<keyof typeof fa, string> = {
  ...enUi,
  'customization.nav': 'Lists and fields',
  'customization.valueLists': 'Lists of values',
  'customization.tags': 'Tags',
  'customization.savedViews': 'Saved views',
  'customization.customFields': 'Custom fields',
  'customization.numberSeries': 'Number series',
  'error.customization.unknownList': 'There is no list of this name.',
  'error.customization.labelTaken': 'This label is taken.',
  'error.customization.orderIncomplete': 'The order must name every value of the list; reload the page.',
  'error.customization.valueMerged': 'This value was merged into another one and cannot be changed.',
  'error.customization.cannotMerge': 'Only two different active values of one list can be merged.',
  'error.customization.optionInUse': 'The option “{option}” is used by records and cannot be removed.',
  'error.customization.numberUsed':
    'The next number must be greater than the last one issued ({last, number}).',
  'error.customization.patternNeedsYear': 'The pattern of a yearly series must contain the year ({year}).',
}
