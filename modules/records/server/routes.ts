import { listChanges, recordAsOf } from '@peyvand/history/server'
import { forgetActors } from '@peyvand/identity/server'
import { requireParty } from '@peyvand/parties/server'
import { handle, type RouteHandler } from '@peyvand/platform/server'
import {
  bulkRecordsRoute,
  createRecordKindRoute,
  createRecordRoute,
  deleteRecordRoute,
  getRecordRoute,
  listBinnedRecordsRoute,
  listRecordKindsRoute,
  listRecordsRoute,
  orderRecordKindsRoute,
  partyRecordsRoute,
  recordAsOfRoute,
  recordChangesRoute,
  recordFieldsRoute,
  recordKindUsageRoute,
  restoreRecordFieldRoute,
  restoreRecordRoute,
  summarizeRecordsRoute,
  updateRecordKindRoute,
  updateRecordRoute,
} from '../contract/index.ts'
import { bulkChangeRecords } from './bulk-records.ts'
import { createRecord } from './create-record.ts'
import { deleteRecord, restoreRecord } from './delete-record.ts'
import { recordHistory, restoreRecordField } from './record-history.ts'
import {
  createRecordKind,
  listRecordKinds,
  orderRecordKinds,
  recordKindUsage,
  updateRecordKind,
} from './record-kinds.ts'
import { getRecord, listRecords, recordFields, recordsOfParty, summarizeRecords } from './record-queries.ts'
import { updateRecord } from './update-record.ts'

export const recordsRoutes: readonly RouteHandler[] = [
  handle(listRecordKindsRoute, async (ctx) => ({ items: await listRecordKinds(ctx) })),
  // Roles that gain rights on the new kind have them at once.
  handle(createRecordKindRoute, (ctx, { body }) => createRecordKind(ctx, body), {
    afterCommit: forgetActors,
  }),
  handle(orderRecordKindsRoute, async (ctx, { body }) => ({ items: await orderRecordKinds(ctx, body.ids) })),
  handle(updateRecordKindRoute, (ctx, { params, body }) => updateRecordKind(ctx, params.id, body)),
  handle(recordKindUsageRoute, (ctx, { params }) => recordKindUsage(ctx, params.id)),
  handle(listRecordsRoute, (ctx, { params, query }) => listRecords(ctx, params.kind, query)),
  handle(listBinnedRecordsRoute, (ctx, { params, query }) =>
    listRecords(ctx, params.kind, { ...query, deleted: true }),
  ),
  handle(summarizeRecordsRoute, (ctx, { params, query }) => summarizeRecords(ctx, params.kind, query)),
  handle(recordFieldsRoute, (ctx, { params }) => recordFields(ctx, params.kind)),
  handle(createRecordRoute, (ctx, { params, body }) => createRecord(ctx, params.kind, body)),
  handle(bulkRecordsRoute, (ctx, { params, body }) => bulkChangeRecords(ctx, { ...params, ...body })),
  handle(getRecordRoute, (ctx, { params, query }) =>
    getRecord(ctx, { ...params, deleted: query.deleted === 'true' }),
  ),
  handle(updateRecordRoute, (ctx, { params, body }) => updateRecord(ctx, params, body)),
  handle(deleteRecordRoute, (ctx, { params }) => deleteRecord(ctx, params)),
  handle(restoreRecordRoute, (ctx, { params }) => restoreRecord(ctx, params)),
  handle(recordChangesRoute, async (ctx, { params: { kind, id }, query }) =>
    listChanges(ctx, await recordHistory(ctx, kind), { id, ...query }),
  ),
  handle(recordAsOfRoute, async (ctx, { params: { kind, id }, query }) =>
    recordAsOf(ctx, await recordHistory(ctx, kind), { id, ...query }),
  ),
  handle(restoreRecordFieldRoute, (ctx, { params, body }) => restoreRecordField(ctx, { ...params, ...body })),
  handle(partyRecordsRoute, async (ctx, { params }) => {
    await requireParty(ctx, params.id)
    return recordsOfParty(ctx, params.id)
  }),
]
