import {
  type SavedView,
  type SavedViewChange,
  type SavedViewInput,
  SavedView as SavedViewSchema,
} from '@peyvand/customization/contract'
import {
  type Ctx,
  changesBetween,
  forbidden,
  json,
  may,
  newId,
  notFound,
  requireVersion,
  type Tables,
} from '@peyvand/platform/server'
import { type Selectable, type SqlBool, sql } from 'kysely'
import { knownViews } from './known-views.ts'

type ViewRow = Selectable<Tables['savedViews']>

/** Public views, those of the caller's teams and the caller's own. */
function visibleViews(ctx: Ctx) {
  const { userId, teamIds } = ctx.actor
  return ctx.db
    .selectFrom('savedViews')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where(
      sql<SqlBool>`(visibility = 'public' or owner_id = ${userId}::uuid
        or (visibility = 'team' and team_ids && ${sql.val([...teamIds])}::uuid[]))`,
    )
}

/** Own views are the owner's; shared ones also belong to who may keep public views. */
function mayChange(ctx: Ctx, row: Pick<ViewRow, 'ownerId' | 'visibility'>): boolean {
  const isOwn = row.ownerId !== null && row.ownerId === ctx.actor.userId
  return isOwn || (row.visibility !== 'private' && may(ctx.actor, 'customization.publicViews'))
}

/** Views of a list that the caller has, without what their role hides. */
export async function listSavedViews(ctx: Ctx, record: string): Promise<SavedView[]> {
  const rows = await visibleViews(ctx)
    .where('record', '=', record)
    .orderBy('position')
    .orderBy(sql`name collate "fa-x-icu"`)
    .execute()
  const chosen = await defaultView(ctx, record)
  return knownViews(
    ctx,
    rows.map((row) => view(ctx, row, chosen)),
  )
}

async function defaultView(ctx: Ctx, record: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('defaultViews')
    .select('viewId')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', ctx.actor.userId)
    .where('record', '=', record)
    .executeTakeFirst()
  return row?.viewId ?? null
}

/** Lets a list open with a view for the caller. @throws AppError notFound (404) for a view of another list too */
export async function setDefaultView(
  ctx: Ctx,
  { record, viewId }: { record: string; viewId: string | null },
): Promise<undefined> {
  const { userId } = ctx.actor
  if (userId === null) throw forbidden()
  await ctx.db
    .deleteFrom('defaultViews')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', userId)
    .where('record', '=', record)
    .execute()
  if (viewId === null) return
  const row = await visibleViews(ctx).where('id', '=', viewId).where('record', '=', record).executeTakeFirst()
  if (!row) throw notFound()
  await ctx.db.insertInto('defaultViews').values({ tenantId: ctx.tenantId, userId, record, viewId }).execute()
}

/** @throws AppError forbidden (403) for a public view, or one of other teams, without the right */
export async function createSavedView(ctx: Ctx, input: SavedViewInput): Promise<SavedView> {
  const teamIds = input.visibility === 'team' ? (input.teamIds ?? []) : []
  requireRightFor(ctx, input.visibility, teamIds)
  const id = newId()
  const row = await ctx.db
    .insertInto('savedViews')
    .values({
      tenantId: ctx.tenantId,
      id,
      record: input.record,
      name: input.name,
      visibility: input.visibility,
      teamIds,
      ownerId: ctx.actor.userId,
      definition: json(input.definition),
      position: sql`(select coalesce(max(position), 0) + 1 from saved_views where tenant_id = ${ctx.tenantId} and record = ${input.record})`,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  ctx.audit({ action: 'create', record: 'savedViews', recordId: id, label: input.name })
  return view(ctx, row, null)
}

export async function updateSavedView(ctx: Ctx, id: string, change: SavedViewChange): Promise<SavedView> {
  const before = await loadView(ctx, id)
  if (!mayChange(ctx, before)) throw forbidden()
  const chosen = await defaultView(ctx, before.record)
  requireVersion(before, change.version, view(ctx, before, chosen))
  const { definition, version: _, visibility = before.visibility, ...plain } = change
  const teamIds = visibility === 'team' ? (change.teamIds ?? before.teamIds) : []
  if (visibility !== before.visibility || change.teamIds) {
    requireRightFor(ctx, visibility, teamIds)
    // Who takes a public view from everyone needs the right as who gives it.
    if (visibility !== before.visibility) requireRightFor(ctx, before.visibility, before.teamIds)
  }
  const after = await ctx.db
    .updateTable('savedViews')
    .set({
      ...plain,
      visibility,
      teamIds,
      ...(definition ? { definition: json(definition) } : {}),
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  ctx.audit({
    action: 'update',
    record: 'savedViews',
    recordId: id,
    label: before.name,
    changes: changesBetween(before, after),
  })
  return view(ctx, after, chosen)
}

export async function deleteSavedView(ctx: Ctx, id: string): Promise<void> {
  const row = await loadView(ctx, id)
  if (!mayChange(ctx, row)) throw forbidden()
  await ctx.db.deleteFrom('savedViews').where('tenantId', '=', ctx.tenantId).where('id', '=', id).execute()
  ctx.audit({ action: 'delete', record: 'savedViews', recordId: id, label: row.name })
}

/** A view as ready-made by a module for a new firm: public and nobody's. */
export async function seedSavedView(
  ctx: Ctx,
  input: Omit<SavedViewInput, 'visibility' | 'teamIds'>,
): Promise<void> {
  await ctx.db
    .insertInto('savedViews')
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      record: input.record,
      name: input.name,
      visibility: 'public',
      ownerId: null,
      definition: json(input.definition),
      position: sql`(select coalesce(max(position), 0) + 1 from saved_views where tenant_id = ${ctx.tenantId} and record = ${input.record})`,
    })
    .execute()
}

/** Members share with their own teams; with everyone, or with other teams, who may keep public views. */
function requireRightFor(ctx: Ctx, visibility: ViewRow['visibility'], teamIds: readonly string[]): void {
  if (visibility === 'private' || may(ctx.actor, 'customization.publicViews')) return
  const { teamIds: own, subtreeTeamIds } = ctx.actor
  const isOwn = teamIds.every((id) => own.includes(id) || subtreeTeamIds.includes(id))
  if (visibility === 'public' || !isOwn) throw forbidden()
}

async function loadView(ctx: Ctx, id: string): Promise<ViewRow> {
  const row = await visibleViews(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}

function view(ctx: Ctx, row: ViewRow, chosen: string | null): SavedView {
  const changeable = mayChange(ctx, row)
  return SavedViewSchema.parse({
    ...row,
    isDefault: row.id === chosen,
    can: { update: changeable, delete: changeable },
  })
}
