import { targetSources } from '@peyvand/activities/server'
import { customFieldUses } from '@peyvand/customization/server'
import { canChangeRecord, canSeeRecord } from '@peyvand/files/server'
import { teamDeleted } from '@peyvand/identity/contract'
import {
  accessAsked,
  changeWithheld,
  handOverWork,
  hiddenFieldsChanged,
  ownPermissions,
  workOfUser,
} from '@peyvand/identity/server'
import { exportSourcesHook, importTargetsHook } from '@peyvand/imports/server'
import { partyMerged, partyUnmerged, partyUpdated } from '@peyvand/parties/contract'
import { partiesInUse, partyCounts, partyReferences } from '@peyvand/parties/server'
import {
  conditionFieldsHook,
  defineModule,
  fill,
  listRelationsHook,
  on,
  presentRecordsHook,
  searchHook,
} from '@peyvand/platform/server'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import {
  recordCreated,
  recordDeleted,
  recordRestored,
  recordsPermissions,
  recordUpdated,
} from '../contract/index.ts'
import { bulkRecordChange } from './bulk-records.ts'
import { recordConditionFields } from './condition-fields.ts'
import { explainRecordAccess } from './explain-record-access.ts'
import { handOverRecords, recordsOfUser } from './hand-over.ts'
import { recordTargets } from './import/record-target.ts'
import { relationsToRecords } from './list-relations.ts'
import { recordTables } from './migrations/20261122T2230-records.ts'
import { withheldWords } from './migrations/20261123T0910-withheld-words.ts'
import { withheldWordsOfOldRecords } from './migrations/20261124T1400-withheld-words-of-old-records.ts'
import { titlesWithField } from './own-field-uses.ts'
import {
  countsOfParty,
  followMerge,
  followPartyName,
  followUnmerge,
  isAnyInUse,
  moveTeamRecords,
  referencesToParties,
} from './party-file.ts'
import { canChangeRecordOf, canSeeRecordOf, presentRecords } from './record-access.ts'
import { recordExports } from './record-export.ts'
import { isWithheldOfRecords } from './record-history.ts'
import { allKinds, permissionsOf } from './record-kinds.ts'
import { searchRecords } from './record-search.ts'
import { recordTargetsOf } from './record-targets.ts'
import { followHiddenFields, retitleJob } from './retitle-job.ts'
import { recordsRoutes } from './routes.ts'
import { undoRecordDeletion } from './undo-delete.ts'

export const recordsModule = defineModule({
  name: 'records',
  texts: { fa, en },
  permissions: recordsPermissions,
  errors: {
    'records.kindNotFound': 404,
    'records.notFound': 404,
    'records.keyTaken': 409,
    'records.numberTaken': 409,
    'records.stateInUse': 409,
    'records.orderIncomplete': 409,
  },
  events: [recordCreated, recordUpdated, recordDeleted, recordRestored],
  routes: recordsRoutes,
  migrations: [recordTables, withheldWords, withheldWordsOfOldRecords],
  listeners: [
    on(partyUpdated, 'records.followPartyName', followPartyName),
    on(partyMerged, 'records.followMerge', followMerge),
    on(partyUnmerged, 'records.followUnmerge', followUnmerge),
    on(teamDeleted, 'records.moveToParentTeam', moveTeamRecords),
  ],
  jobs: [bulkRecordChange.job, retitleJob],
  undo: [bulkRecordChange.undo, undoRecordDeletion],
  live: [{ topic: 'records', canSee: canSeeRecordOf }],
  extensible: ['records:'],
  extends: [
    fill(ownPermissions, async (ctx) => (await allKinds(ctx)).map(permissionsOf)),
    fill(changeWithheld, isWithheldOfRecords),
    fill(hiddenFieldsChanged, followHiddenFields),
    fill(searchHook, searchRecords),
    fill(accessAsked, async (ctx, { record, recordId }) =>
      record === 'records' ? explainRecordAccess(ctx, recordId) : null,
    ),
    fill(workOfUser, (ctx, { userId }) => recordsOfUser(ctx, userId)),
    fill(handOverWork, handOverRecords),
    fill(canSeeRecord, async (ctx, { record, recordId }) =>
      record === 'records' ? canSeeRecordOf(ctx, recordId) : null,
    ),
    fill(canChangeRecord, async (ctx, { record, recordId }) =>
      record === 'records' ? canChangeRecordOf(ctx, recordId) : null,
    ),
    fill(targetSources, recordTargetsOf),
    fill(listRelationsHook, relationsToRecords),
    fill(presentRecordsHook, presentRecords),
    fill(customFieldUses, titlesWithField),
    fill(conditionFieldsHook, (ctx, { record }) => recordConditionFields(ctx, record)),
    fill(partyCounts, countsOfParty),
    fill(partiesInUse, isAnyInUse),
    fill(partyReferences, referencesToParties),
    fill(importTargetsHook, recordTargets),
    fill(exportSourcesHook, recordExports),
  ],
})
