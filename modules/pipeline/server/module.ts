import { targetSources } from '@peyvand/activities/server'
import { listValueCounted, listValueMerged, valueListsHook } from '@peyvand/customization/server'
import { canChangeRecord, canSeeRecord } from '@peyvand/files/server'
import { teamDeleted } from '@peyvand/identity/contract'
import { accessAsked, firmCreated, handOverWork, workOfUser } from '@peyvand/identity/server'
import { exportSourcesHook, type ImportTarget, importTargetsHook } from '@peyvand/imports/server'
import { partyMerged, partyUnmerged, partyUpdated } from '@peyvand/parties/contract'
import {
  partiesInUse,
  partyCounts,
  partyNextSteps,
  partyReferences,
  timelineSubjects,
} from '@peyvand/parties/server'
import {
  defineModule,
  fill,
  listRelationsHook,
  may,
  on,
  presentRecordsHook,
  searchHook,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import * as contract from '../contract/index.ts'
import { bulkDealChange } from './bulk-deals.ts'
import { canChangeDeal, canSeeDeal, dealsInFiles } from './deal-access.ts'
import { dealExport } from './deal-export.ts'
import { searchDeals } from './deal-search.ts'
import { dealTargets } from './deal-targets.ts'
import { explainDealAccess } from './explain-deal-access.ts'
import { dealsOfUser, handOverDeals } from './hand-over.ts'
import { dealTarget } from './import/deal-target.ts'
import { relationsToDeals } from './list-relations.ts'
import { countListValue, moveListValue } from './list-values.ts'
import { pipelineTables } from './migrations/20261123T1100-pipeline.ts'
import { dealLinesTables } from './migrations/20261124T1000-deal-lines.ts'
import { dealForecast } from './migrations/20261124T1010-deal-forecast.ts'
import { dealBulk } from './migrations/20261124T1020-deal-bulk.ts'
import {
  countsOfParty,
  followMerge,
  followPartyName,
  followUnmerge,
  isAnyInUse,
  referencesToParties,
  stepsOfParty,
} from './party-file.ts'
import { moveTeamPipelines } from './pipelines.ts'
import { lostReasons } from './ready-pipeline.ts'
import { pipelineRoutes } from './routes.ts'
import { seedPipeline } from './seed-pipeline.ts'
import { undoDealDeletion } from './undo-delete.ts'

export const pipelineModule = defineModule({
  name: 'pipeline',
  texts: { fa, en },
  permissions: contract.pipelinePermissions,
  errors: {
    'pipeline.notFound': 404,
    'pipeline.stageNotFound': 404,
    'pipeline.dealNotFound': 404,
    'pipeline.nameTaken': 409,
    'pipeline.stageInUse': 409,
    'pipeline.lastOne': 409,
    'pipeline.orderIncomplete': 409,
    'pipeline.stageAsks': 409,
  },
  events: [
    contract.dealCreated,
    contract.dealUpdated,
    contract.dealMoved,
    contract.dealWon,
    contract.dealLost,
    contract.dealReopened,
    contract.dealDeleted,
    contract.dealRestored,
  ],
  routes: pipelineRoutes,
  migrations: [pipelineTables, dealLinesTables, dealForecast, dealBulk],
  listeners: [
    on(partyUpdated, 'pipeline.followPartyName', followPartyName),
    on(partyMerged, 'pipeline.followMerge', followMerge),
    on(partyUnmerged, 'pipeline.followUnmerge', followUnmerge),
    on(teamDeleted, 'pipeline.moveToParentTeam', moveTeamPipelines),
  ],
  jobs: [bulkDealChange.job],
  undo: [undoDealDeletion, bulkDealChange.undo],
  live: [
    { topic: 'deals', canSee: canSeeDeal },
    { topic: 'pipelines', canSee: async ({ actor }) => may(actor, 'deals.read') },
  ],
  extensible: ['deals'],
  extends: [
    fill(firmCreated, seedPipeline),
    fill(valueListsHook, async () => [lostReasons]),
    fill(listValueMerged, moveListValue),
    fill(listValueCounted, countListValue),
    fill(searchHook, searchDeals),
    fill(accessAsked, async (ctx, { record, recordId }) =>
      record === 'deals' ? explainDealAccess(ctx, recordId) : null,
    ),
    fill(workOfUser, (ctx, { userId }) => dealsOfUser(ctx, userId)),
    fill(handOverWork, handOverDeals),
    fill(canSeeRecord, async (ctx, { record, recordId }) =>
      record === 'deals' ? canSeeDeal(ctx, recordId) : null,
    ),
    fill(canChangeRecord, async (ctx, { record, recordId }) =>
      record === 'deals' ? canChangeDeal(ctx, recordId) : null,
    ),
    fill(targetSources, dealTargets),
    fill(listRelationsHook, relationsToDeals),
    fill(presentRecordsHook, async (ctx, { record }) =>
      record === 'deals'
        ? sql`select id from deals where tenant_id = ${ctx.tenantId} and deleted_at is null`
        : null,
    ),
    fill(partyCounts, countsOfParty),
    fill(partyNextSteps, stepsOfParty),
    fill(timelineSubjects, async (ctx) => dealsInFiles(ctx)),
    fill(partiesInUse, isAnyInUse),
    fill(partyReferences, referencesToParties),
    fill(exportSourcesHook, async () => [dealExport]),
    fill(importTargetsHook, async () => dealTarget as ImportTarget),
  ],
})
