import { customizationPermissions } from '@peyvand/customization/contract'
import { en } from '@peyvand/customization/contract/en'
import { fa } from '@peyvand/customization/contract/fa'
import { changeInWords, handOverWork, modulesIntroduced, workOfUser } from '@peyvand/identity/server'
import { defineModule, fill } from '@peyvand/platform/server'
import { countConditions, moveConditionValue } from './condition-values.ts'
import { fieldChangeWords } from './field-change-words.ts'
import { handOverViews, viewsOfUser } from './hand-over.ts'
import { customizationTables } from './migrations/20261122T0900-customization.ts'
import { teamViews } from './migrations/20261122T2215-team-views.ts'
import { readyValueLists } from './ready-value-lists.ts'
import { customizationRoutes } from './routes.ts'
import { valueListDefinitions, valueListsHook } from './value-list-definitions.ts'
import { listValueMerged, seedValueList } from './value-lists.ts'
import { listValueCounted } from './value-usage.ts'

export const customizationModule = defineModule({
  name: 'customization',
  texts: { fa, en },
  permissions: customizationPermissions,
  errors: {
    'customFields.keyTaken': 409,
    'customFields.usedByCondition': 409,
    'customFields.valueTaken': 409,
    'customFields.valuesRepeat': 409,
    'customization.unknownList': 404,
    'customization.labelTaken': 409,
    'customization.orderIncomplete': 409,
    'customization.valueMerged': 409,
    'customization.cannotMerge': 409,
    'customization.optionInUse': 409,
    'customization.numberUsed': 409,
    'customization.patternNeedsYear': 400,
  },
  migrations: [customizationTables, teamViews],
  routes: customizationRoutes,
  extends: [
    fill(workOfUser, (ctx, { userId }) => viewsOfUser(ctx, userId)),
    fill(handOverWork, handOverViews),
    fill(listValueMerged, moveConditionValue),
    fill(listValueCounted, countConditions),
    fill(changeInWords, fieldChangeWords),
    fill(valueListsHook, async () => readyValueLists),
    fill(modulesIntroduced, async (ctx) => {
      for (const list of await valueListDefinitions(ctx)) await seedValueList(ctx, list)
    }),
  ],
})
