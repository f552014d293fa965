import { targetSources } from '@peyvand/activities/server'
import { listValueCounted, listValueMerged, valueListsHook } from '@peyvand/customization/server'
import { canChangeRecord, canSeeRecord } from '@peyvand/files/server'
import { teamDeleted } from '@peyvand/identity/contract'
import { accessAsked, firmCreated, handOverWork, workOfUser } from '@peyvand/identity/server'
import { exportSourcesHook } from '@peyvand/imports/server'
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
  on,
  presentRecordsHook,
  searchHook,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import * as contract from '../contract/index.ts'
import { billOrder } from './bill-order.ts'
import { canChangeDocument, canSeeDocument, documentsInFiles } from './document-access.ts'
import { documentExport } from './document-export.ts'
import { searchDocuments } from './document-search.ts'
import { documentTargets } from './document-targets.ts'
import { explainDocumentAccess } from './explain-document-access.ts'
import { documentsOfUser, handOverDocuments, moveToParentTeam } from './hand-over.ts'
import { relationsToDocuments } from './list-relations.ts'
import { countListValue, moveListValue } from './list-values.ts'
import { documentTables } from './migrations/20261124T0900-documents.ts'
import { documentPapers } from './migrations/20261124T0930-document-papers.ts'
import { documentBilling } from './migrations/20261124T1430-documents-billing.ts'
import { orderProgress } from './migrations/20261125T0900-order-progress.ts'
import { countyOnPapers } from './migrations/20261125T0920-county-on-papers.ts'
import { paperRoutes } from './paper/paper-routes.ts'
import { changesDesignPicture, seesDesignPicture } from './paper/picture-access.ts'
import {
  countsOfParty,
  followMerge,
  followPartyName,
  followUnmerge,
  isAnyInUse,
  referencesToParties,
  stepsOfParty,
} from './party-file.ts'
import { documentPage, documentPdfPage } from './public/offer-page.ts'
import { preparationStages, shippingMethods } from './ready-documents.ts'
import { documentRoutes } from './routes.ts'
import { seedDocuments } from './seed-documents.ts'
import { undoDraftDeletion } from './undo-delete.ts'

export const documentsModule = defineModule({
  name: 'documents',
  texts: { fa, en },
  permissions: contract.documentPermissions,
  errors: {
    'documents.notFound': 404,
    'documents.statusForbids': 409,
    'documents.issuedAlready': 409,
    'documents.noLines': 409,
    'documents.rateMissing': 409,
    'documents.overdrawn': 409,
    'documents.sourceUnfit': 409,
    'documents.notConvertible': 409,
    'documents.hasFollowers': 409,
    'documents.revisionOpen': 409,
    'documents.expired': 409,
    'documents.notDrawn': 422,
    'documents.notSendable': 409,
  },
  events: [
    contract.documentCreated,
    contract.documentUpdated,
    contract.documentSubmitted,
    contract.documentDeclined,
    contract.documentIssued,
    contract.documentAccepted,
    contract.documentRejected,
    contract.documentFinished,
    contract.documentCancelled,
    contract.documentDeleted,
    contract.documentRestored,
  ],
  routes: [...documentRoutes, ...paperRoutes],
  pages: [documentPage, documentPdfPage],
  migrations: [documentTables, documentPapers, documentBilling, orderProgress, countyOnPapers],
  listeners: [
    on(contract.documentIssued, 'documents.billOrder', billOrder),
    on(partyUpdated, 'documents.followPartyName', followPartyName),
    on(partyMerged, 'documents.followMerge', followMerge),
    on(partyUnmerged, 'documents.followUnmerge', followUnmerge),
    on(teamDeleted, 'documents.moveToParentTeam', moveToParentTeam),
  ],
  undo: [undoDraftDeletion],
  live: [{ topic: 'documents', canSee: canSeeDocument }],
  extensible: ['documents'],
  extends: [
    fill(firmCreated, seedDocuments),
    fill(valueListsHook, async () => [shippingMethods, preparationStages]),
    fill(listValueMerged, moveListValue),
    fill(listValueCounted, countListValue),
    fill(searchHook, searchDocuments),
    fill(accessAsked, async (ctx, { record, recordId }) =>
      record === 'documents' ? explainDocumentAccess(ctx, recordId) : null,
    ),
    fill(workOfUser, (ctx, { userId }) => documentsOfUser(ctx, userId)),
    fill(handOverWork, handOverDocuments),
    fill(canSeeRecord, async (ctx, { record, recordId }) =>
      record === 'documents' ? canSeeDocument(ctx, recordId) : null,
    ),
    fill(canChangeRecord, async (ctx, { record, recordId }) =>
      record === 'documents' ? canChangeDocument(ctx, recordId) : null,
    ),
    fill(canSeeRecord, seesDesignPicture),
    fill(canChangeRecord, changesDesignPicture),
    fill(targetSources, documentTargets),
    fill(listRelationsHook, relationsToDocuments),
    fill(presentRecordsHook, async (ctx, { record }) =>
      record === 'documents'
        ? sql`select id from documents where tenant_id = ${ctx.tenantId} and deleted_at is null`
        : null,
    ),
    fill(partyCounts, countsOfParty),
    fill(partyNextSteps, stepsOfParty),
    fill(timelineSubjects, async (ctx) => documentsInFiles(ctx)),
    fill(partiesInUse, isAnyInUse),
    fill(partyReferences, referencesToParties),
    fill(exportSourcesHook, async () => [documentExport]),
  ],
})
