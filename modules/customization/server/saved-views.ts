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
import { type Selectable, sql } from 'kysely'

type ViewRow = Selectable<Tables['savedViews']>

/** Public views and the caller's own. */
function visibleViews(ctx: Ctx) {
  return ctx.db
    .selectFrom('savedViews')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where((eb) => eb.or([eb('visibility', '=', 'public'), eb('ownerId', '=', ctx.actor.userId)]))
}

/** Own views are the owner's; public ones also belong to who may keep them. */
function mayChange(ctx: Ctx, row: Pick<ViewRow, 'ownerId' | 'visibility'>): boolean {
  const isOwn = row.ownerId !== null && row.ownerId === ctx.actor.userId
  return isOwn || (row.visibility === 'public' && may(ctx.actor, 'customization.publicViews'))
}

export async function listSavedViews(ctx: Ctx, record: string): Promise<SavedView[]> {
  const rows = await visibleViews(ctx)
    .where('record', '=', record)
    .orderBy('position')
    .orderBy(sql`name collate "fa-x-icu"`)
    .execute()
  return rows.map((row) => view(ctx, row))
}

/** @throws AppError forbidden (403) for a public view without the right */
export async function createSavedView(ctx: Ctx, input: SavedViewInput): Promise<SavedView> {
  requireRightFor(ctx, input.visibility)
  const id = newId()
  const row = await ctx.db
    .insertInto('savedViews')
    .values({
      tenantId: ctx.tenantId,
      id,
      record: input.record,
      name: input.name,
      visibility: input.visibility,
      ownerId: ctx.actor.userId,
      definition: json(input.definition),
      position: sql`(select coalesce(max(position), 0) + 1 from saved_views where tenant_id = ${ctx.tenantId} and record = ${input.record})`,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  ctx.audit({ action: 'create', record: 'savedViews', recordId: id, label: input.name })
  return view(ctx, row)
}

export async function updateSavedView(ctx: Ctx, id: string, change: SavedViewChange): Promise<SavedView> {
  const before = await loadView(ctx, id)
  if (!mayChange(ctx, before)) throw forbidden()
  requireVersion(before, change.version, view(ctx, before))
  if (change.visibility && change.visibility !== before.visibility) requireRightFor(ctx, 'public')
  const { definition, version: _, ...plain } = change
  const after = await ctx.db
    .updateTable('savedViews')
    .set({ ...plain, ...(definition ? { definition: json(definition) } : {}), version: before.version + 1 })
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
  return view(ctx, after)
}

export async function deleteSavedView(ctx: Ctx, id: string): Promise<void> {
  const row = await loadView(ctx, id)
  if (!mayChange(ctx, row)) throw forbidden()
  await ctx.db.deleteFrom('savedViews').where('tenantId', '=', ctx.tenantId).where('id', '=', id).execute()
  ctx.audit({ action: 'delete', record: 'savedViews', recordId: id, label: row.name })
}

/** A view as ready-made by a module for a new firm: public and nobody's. */
export async function seedSavedView(ctx: Ctx, input: Omit<SavedViewInput, 'visibility'>): Promise<void> {
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

function requireRightFor(ctx: Ctx, visibility: ViewRow['visibility']): void {
  if (visibility === 'public' && !may(ctx.actor, 'customization.publicViews')) throw forbidden()
}

async function loadView(ctx: Ctx, id: string): Promise<ViewRow> {
  const row = await visibleViews(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}

function view(ctx: Ctx, row: ViewRow): SavedView {
  const changeable = mayChange(ctx, row)
  return SavedViewSchema.parse({ ...row, can: { update: changeable, delete: changeable } })
}
