import {
  allows,
  type Ctx,
  forbidden,
  may,
  notFound,
  scopeOf,
  scopeParts,
  type Tables,
  withinScope,
} from '@peyvand/platform/server'
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Side } from '../contract/index.ts'
import './tables.ts'

export type StoredDocument = Selectable<Tables['documents']>
export type DocumentRight = 'read' | 'create' | 'update' | 'issue' | 'approve' | 'cancel' | 'delete'

type Reached = Pick<StoredDocument, 'ownerId' | 'teamId' | 'side'>

const ownership = { owner: sql`d.owner_id`, team: sql`d.team_id` }

/** Rows of `documents as d` that the caller may see; in the bin those that they may take out of it. */
export const visibleDocuments = (ctx: Ctx, { deleted = false }: { deleted?: boolean } = {}) =>
  documentRows(ctx)
    .where('d.deletedAt', deleted ? 'is not' : 'is', null)
    .where(reachedBy(ctx, deleted ? 'delete' : 'read'))

/** The same as disjoint parts, for lists: each is read from an index by owner or by team. */
export const visibleDocumentParts = (ctx: Ctx) =>
  scopeParts(ctx.actor, 'documents.read', ownership).map((part) =>
    documentRows(ctx).where('d.deletedAt', 'is', null).where(part).where(ofPermittedSide(ctx)),
  )

/** Whether the caller sees the document of an id, as SQL. */
export const isVisibleDocument = (ctx: Ctx, id: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql`exists (select from documents d where d.tenant_id = ${ctx.tenantId} and d.id = ${id} and d.deleted_at is null
    and ${reachedBy(ctx, 'read')})`

/** Of the documents that write into a party's file the caller sees those that they see elsewhere. */
export const documentsInFiles = (ctx: Ctx) => ({
  subjectType: 'documents',
  isSeen:
    scopeOf(ctx.actor, 'documents.read') === 'all' && maySide(ctx, 'purchase')
      ? null
      : (id: RawBuilder<unknown>): RawBuilder<SqlBool> => isVisibleDocument(ctx, id),
})

/**
 * The row, locked.
 * @throws AppError documents.notFound (404), also for what the caller may not see; forbidden (403)
 */
export async function lockDocument(ctx: Ctx, id: string, right: DocumentRight): Promise<StoredDocument> {
  const row = await visibleDocuments(ctx).selectAll('d').where('d.id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound('documents.notFound')
  if (!reaches(ctx, right, row)) throw forbidden()
  return row
}

/** A document that the caller sees, or may take out of the bin. @throws AppError documents.notFound (404) */
export async function openableDocument(ctx: Ctx, id: string): Promise<StoredDocument> {
  const row = await documentRows(ctx).selectAll('d').where('d.id', '=', id).executeTakeFirst()
  if (!row || !reaches(ctx, row.deletedAt === null ? 'read' : 'delete', row))
    throw notFound('documents.notFound')
  return row
}

export async function canSeeDocument(ctx: Ctx, id: string): Promise<boolean> {
  return (await visibleDocuments(ctx).select('d.id').where('d.id', '=', id).executeTakeFirst()) !== undefined
}

export async function canChangeDocument(ctx: Ctx, id: string): Promise<boolean> {
  const row = await visibleDocuments(ctx).selectAll('d').where('d.id', '=', id).executeTakeFirst()
  return row !== undefined && reaches(ctx, 'update', row)
}

/** Documents of purchases ask for a right of their own beside the scopes. */
export const maySide = (ctx: Ctx, side: Side): boolean =>
  side === 'sales' || may(ctx.actor, 'documents.purchases')

export const reaches = (ctx: Ctx, right: DocumentRight, row: Reached): boolean =>
  allows(ctx.actor, `documents.${right}`, row) && maySide(ctx, row.side)

const reachedBy = (ctx: Ctx, right: DocumentRight): RawBuilder<SqlBool> =>
  sql`(${withinScope(ctx.actor, `documents.${right}`, ownership)} and ${ofPermittedSide(ctx)})`

const ofPermittedSide = (ctx: Ctx): RawBuilder<SqlBool> =>
  maySide(ctx, 'purchase') ? sql`true` : sql`d.side = 'sales'`

const documentRows = (ctx: Ctx) => ctx.db.selectFrom('documents as d').where('d.tenantId', '=', ctx.tenantId)
