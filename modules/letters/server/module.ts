import { letterIsFixed, registerLetter, withheldActions } from '@peyvand/activities/server'
import { canChangeRecord, canSeeRecord } from '@peyvand/files/server'
import { firmCreated } from '@peyvand/identity/server'
import { exportSourcesHook } from '@peyvand/imports/server'
import { partyReferences } from '@peyvand/parties/server'
import { defineModule, fill } from '@peyvand/platform/server'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import { letterRegistered, lettersPermissions, letterVoided } from '../contract/index.ts'
import { bookExport } from './book/book-export.ts'
import { changesFileOf, seesFileOf } from './file-access.ts'
import { keepPaperJob } from './keep-paper-job.ts'
import { letterTables } from './migrations/20261122T1710-letters.ts'
import { numberLetter } from './number-letter.ts'
import { openReadyRegisters } from './ready-registers.ts'
import { letterRoutes } from './routes.ts'
import { actionsOfDraft, isFixed } from './sheets.ts'

export const lettersModule = defineModule({
  name: 'letters',
  texts: { fa, en },
  permissions: lettersPermissions,
  errors: {
    'letters.alreadyVoid': 409,
    'letters.bookTooLong': 422,
    'letters.cannotSign': 403,
    'letters.issueInstead': 409,
    'letters.lastRegister': 409,
    'letters.noRegister': 409,
    'letters.notDraft': 409,
    'letters.notDrawn': 422,
    'letters.notRegistered': 409,
    'letters.notWritten': 409,
  },
  events: [letterRegistered, letterVoided],
  routes: letterRoutes,
  migrations: [letterTables],
  jobs: [keepPaperJob],
  extends: [
    fill(firmCreated, (ctx) => openReadyRegisters(ctx)),
    fill(registerLetter, numberLetter),
    fill(letterIsFixed, (ctx, { activityId }) => isFixed(ctx, activityId)),
    fill(withheldActions, (ctx, { activityId }) => actionsOfDraft(ctx, activityId)),
    fill(canSeeRecord, seesFileOf),
    fill(canChangeRecord, changesFileOf),
    fill(exportSourcesHook, async () => bookExport),
    fill(partyReferences, async () => [
      { table: 'letter_people', column: 'party_id', key: ['activity_id', 'role', 'position'] },
    ]),
  ],
})
