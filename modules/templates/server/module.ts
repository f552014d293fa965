import { customFieldUses, listValueMerged, valueListsHook } from '@peyvand/customization/server'
import { teamDeleted } from '@peyvand/identity/contract'
import { firmCreated, handOverWork, workOfUser } from '@peyvand/identity/server'
import { partyPurged } from '@peyvand/parties/contract'
import { partyReferences } from '@peyvand/parties/server'
import { defineModule, fill, on } from '@peyvand/platform/server'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import { templatesPermissions } from '../contract/index.ts'
import { handOverTemplates, templatesOfUser } from './hand-over.ts'
import { forgetRunsOfParty, moveCategories, moveTeamShares, referencesToParties } from './listeners.ts'
import { templateTables } from './migrations/20261122T1700-templates.ts'
import { templatesWithField } from './own-field-uses.ts'
import { seedReadyTexts } from './ready-texts.ts'
import { templateRoutes } from './routes.ts'
import { templateCategories } from './template-categories.ts'

export const templatesModule = defineModule({
  name: 'templates',
  texts: { fa, en },
  permissions: templatesPermissions,
  errors: {
    'templates.notFound': 404,
    'templates.scriptNotFound': 404,
    'templates.runNotFound': 404,
    'templates.scriptFaulty': 409,
    'templates.scriptNotActive': 409,
    'templates.notOnWay': 409,
    'templates.runAttached': 409,
  },
  routes: templateRoutes,
  migrations: [templateTables],
  listeners: [
    on(partyPurged, 'templates.forgetRunsOfParty', forgetRunsOfParty),
    on(teamDeleted, 'templates.moveTeamShares', moveTeamShares),
  ],
  extends: [
    fill(workOfUser, (ctx, { userId }) => templatesOfUser(ctx, userId)),
    fill(handOverWork, handOverTemplates),
    fill(valueListsHook, async () => [templateCategories]),
    fill(listValueMerged, moveCategories),
    fill(customFieldUses, templatesWithField),
    fill(firmCreated, seedReadyTexts),
    fill(partyReferences, referencesToParties),
  ],
})
