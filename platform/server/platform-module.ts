import { sql } from 'kysely'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import type { ListQuery } from '../contract/index.ts'
import {
  cancelOperationRoute,
  getOperationRoute,
  listOperationsRoute,
  operationFinished,
  searchRoute,
  undoOperationRoute,
} from '../contract/index.ts'
import { sealAuditJob } from './audit-seal.ts'
import { forgetKeptJob } from './bulk/forget-kept.ts'
import { cleanUpJob } from './cleanup.ts'
import type { Ctx } from './ctx.ts'
import { defineModule } from './define-module.ts'
import { handle } from './handle.ts'
import type { ListSource } from './list/list-source.ts'
import { runList } from './list/run-list.ts'
import { cancelOperation, operationView, ownOperation, undoOperation } from './operations.ts'
import { searchEverything } from './search.ts'

const operationSource: ListSource = {
  id: sql`o.id`,
  defaultSort: '-createdAt',
  columns: {
    kind: { type: 'enum', label: 'operations.kind', sql: sql`o.kind` },
    state: { type: 'enum', label: 'operations.state', sql: sql`o.state` },
    createdAt: { type: 'instant', label: 'operations.createdAt', sql: sql`o.created_at`, sortable: true },
  },
}

async function listOperations(ctx: Ctx, query: ListQuery) {
  const rows = ctx.db
    .selectFrom('operations as o')
    .selectAll('o')
    .where('o.tenantId', '=', ctx.tenantId)
    .$if(!ctx.actor.everything, (qb) => qb.where('o.createdBy', '=', ctx.actor.userId))
  const page = await runList(ctx, { source: operationSource, rows, query })
  return { ...page, items: page.items.map((row) => operationView(ctx, row)) }
}

/** What the platform itself brings: operations, global search, the care of its tables. */
export const platformModule = defineModule({
  name: 'platform',
  texts: { fa, en },
  errors: {
    'operations.finished': 409,
    'operations.cannotUndo': 409,
    'outgoing.insideHost': 400,
    'outgoing.unknownHost': 400,
  },
  events: [operationFinished],
  appendOnly: ['audit_log', 'audit_seals'],
  jobs: [sealAuditJob, cleanUpJob, forgetKeptJob],
  routes: [
    handle(listOperationsRoute, (ctx, { query }) => listOperations(ctx, query)),
    handle(getOperationRoute, async (ctx, { params }) =>
      operationView(ctx, await ownOperation(ctx, params.id)),
    ),
    handle(cancelOperationRoute, (ctx, { params }) => cancelOperation(ctx, params.id)),
    handle(undoOperationRoute, (ctx, { params }) => undoOperation(ctx, params.id)),
    handle(searchRoute, async (ctx, { query }) => ({ items: await searchEverything(ctx, query) })),
  ],
})
