import { customFieldUses, listValueCounted, listValueMerged } from '@peyvand/customization/server'
import { canChangeRecord, canSeeRecord, filesOf } from '@peyvand/files/server'
import {
  accessAsked,
  changeWithheld,
  firmCreated,
  handOverWork,
  recordParts,
  workOfUser,
} from '@peyvand/identity/server'
import {
  allows,
  conditionFieldsHook,
  defineModule,
  fill,
  type NamedTable,
  namedTablesHook,
  presentRecordsHook,
  searchHook,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import * as contract from '../contract/index.ts'
import { bulkPartyChange } from './bulk.ts'
import { partyConditionFields } from './condition-fields.ts'
import { photoRecord } from './create-party.ts'
import { findPairsJob, findPairsNightlyJob } from './find-duplicate-pairs.ts'
import { groupParts } from './group-limits.ts'
import { handOverParties, partiesOfUser } from './hand-over.ts'
import { layoutsWithField } from './layout-uses.ts'
import { countListValue, moveListValue } from './list-value-merged.ts'
import { partiesMigrations } from './migrations/index.ts'
import { canOpenParty, explainPartyAccess, visibleParties } from './party-access.ts'
import { isWithheldChange, partyFieldRules } from './party-field-rules.ts'
import { partyCounts } from './party-hooks.ts'
import { searchParties } from './party-search.ts'
import { seedParties } from './ready-groups.ts'
import { partiesRoutes } from './routes.ts'
import { partiesUndo } from './undo-handlers.ts'
import { forgetMergesJob } from './undo-merge.ts'

const holdsFiles = (record: string) => record === 'parties' || record === photoRecord

export const partiesModule = defineModule({
  name: 'parties',
  texts: { fa, en },
  permissions: contract.partiesPermissions,
  errors: {
    'parties.notPrinted': 422,
    'parties.shareNeedsRight': 403,
    'parties.duplicate': 409,
    'parties.identifierTaken': 409,
    'parties.numberTaken': 409,
    'parties.groupNotFound': 404,
    'parties.groupNameTaken': 409,
    'parties.stateUnknown': 400,
    'parties.stateInUse': 409,
    'parties.orderIncomplete': 409,
    'parties.notMember': 409,
    'parties.linkTwice': 409,
    'parties.notInBin': 409,
    'parties.inUse': 409,
    'parties.kindsDiffer': 409,
    'parties.mergedAway': 409,
    'parties.mergedOn': 409,
    'parties.mergeGone': 409,
    'parties.revealedTooMany': 429,
  },
  events: [
    contract.partyCreated,
    contract.partyUpdated,
    contract.partyDeleted,
    contract.partyRestored,
    contract.partyPurged,
    contract.partyGroupChanged,
    contract.partyShared,
    contract.partyMerged,
    contract.partyUnmerged,
  ],
  routes: partiesRoutes,
  migrations: partiesMigrations,
  jobs: [bulkPartyChange.job, forgetMergesJob, findPairsJob, findPairsNightlyJob],
  undo: partiesUndo,
  extensible: ['parties'],
  live: [{ topic: 'parties', canSee: canOpenParty }],
  extends: [
    fill(searchHook, searchParties),
    fill(
      namedTablesHook,
      async (): Promise<NamedTable[]> => [{ type: 'party', table: 'parties', name: 'display_name' }],
    ),
    fill(conditionFieldsHook, async (ctx, { record }) =>
      record === 'parties' ? partyConditionFields(ctx) : [],
    ),
    fill(accessAsked, async (ctx, { record, recordId }) =>
      record === 'parties' ? explainPartyAccess(ctx, recordId) : null,
    ),
    fill(recordParts, groupParts),
    fill(workOfUser, (ctx, { userId }) => partiesOfUser(ctx, userId)),
    fill(handOverWork, handOverParties),
    fill(changeWithheld, async (ctx, { record, field }) =>
      record === 'parties' ? isWithheldChange(partyFieldRules(ctx), field) : false,
    ),
    fill(firmCreated, (ctx) => seedParties(ctx)),
    fill(listValueMerged, moveListValue),
    fill(customFieldUses, layoutsWithField),
    fill(listValueCounted, countListValue),
    fill(presentRecordsHook, async (ctx, { record }) =>
      record === 'parties'
        ? sql`select id from parties where tenant_id = ${ctx.tenantId} and deleted_at is null`
        : null,
    ),
    fill(canSeeRecord, async (ctx, { record, recordId }) =>
      holdsFiles(record) ? canOpenParty(ctx, recordId) : null,
    ),
    fill(canChangeRecord, async (ctx, { record, recordId }) => {
      if (!holdsFiles(record)) return null
      const row = await visibleParties(ctx)
        .select(['p.ownerId', 'p.teamId'])
        .where('p.id', '=', recordId)
        .executeTakeFirst()
      return row !== undefined && allows(ctx.actor, 'parties.update', row)
    }),
    fill(partyCounts, async (ctx, { partyId }) => ({
      files: (await filesOf(ctx, 'parties', partyId)).length,
    })),
  ],
})
