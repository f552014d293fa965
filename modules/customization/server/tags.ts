import {
  type Color,
  colors,
  type Tag,
  type TagChange,
  type TagInput,
  type TagRef,
} from '@peyvand/customization/contract'
import {
  AppError,
  anyOf,
  type Ctx,
  changesBetween,
  newId,
  notFound,
  requireVersion,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { labelMatch } from './label-match.ts'

/** The firm's tags by name; `q` is a part of the name. */
export async function listTags(ctx: Ctx, q?: string): Promise<Tag[]> {
  return ctx.db
    .selectFrom('tags as t')
    .select(['t.id', 't.name', 't.color', 't.version'])
    .select(
      sql<number>`(select count(*)::int from record_tags r where r.tenant_id = t.tenant_id and r.tag_id = t.id)`.as(
        'uses',
      ),
    )
    .where('t.tenantId', '=', ctx.tenantId)
    .$if(Boolean(q), (qb) => qb.where(sql<boolean>`strpos(t.match, ${labelMatch(q as string)}) > 0`))
    .orderBy(sql`t.name collate "fa-x-icu"`)
    .execute()
}

/** The firm's tags by how people write them (`labelMatch` of the name) → id. */
export async function tagsByName(ctx: Ctx): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('tags')
    .select(['id', 'match'])
    .where('tenantId', '=', ctx.tenantId)
    .execute()
  return new Map(rows.map((row) => [row.match, row.id]))
}

/** Names of tags by id. */
export async function tagNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, { name: string }>> {
  const rows = await ctx.db
    .selectFrom('tags')
    .select(['id', 'name'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The tag of this name, made when there is none; two spellings of one name are the same tag. */
export async function ensureTag(ctx: Ctx, { name, color }: TagInput): Promise<TagRef> {
  const match = labelMatch(name)
  const known = await findTag(ctx, match)
  if (known) return known
  const id = newId()
  const created = await ctx.db
    .insertInto('tags')
    .values({
      tenantId: ctx.tenantId,
      id,
      name,
      match,
      color: color ?? colorOf(match),
      createdBy: ctx.actor.userId,
    })
    .onConflict((oc) => oc.doNothing())
    .returning(['id', 'name', 'color'])
    .executeTakeFirst()
  if (created) ctx.audit({ action: 'create', record: 'tags', recordId: id, label: name })
  // Somebody made it at the same moment: theirs is seen after their commit, which the insert waited for.
  return created ?? (await findTag(ctx, match)) ?? raceLost()
}

/** The tags of these names, those that are missing made: how people write them (`labelMatch` of the name) → id. */
export async function ensureTags(ctx: Ctx, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  const known = await tagsByName(ctx)
  for (const name of names)
    if (!known.has(labelMatch(name))) known.set(labelMatch(name), (await ensureTag(ctx, { name })).id)
  return known
}

/** @throws AppError customization.labelTaken (409) */
export async function updateTag(ctx: Ctx, id: string, change: TagChange): Promise<TagRef> {
  const before = await loadTag(ctx, id)
  requireVersion(before, change.version, before)
  const after = { name: change.name ?? before.name, color: change.color ?? before.color }
  const match = labelMatch(after.name)
  if (match !== before.match && (await findTag(ctx, match))) {
    throw new AppError('customization.labelTaken', {
      status: 409,
      fields: [{ path: 'name', code: 'customization.labelTaken' }],
    })
  }
  await ctx.db
    .updateTable('tags')
    .set({ ...after, match, version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({
    action: 'update',
    record: 'tags',
    recordId: id,
    label: before.name,
    changes: changesBetween(before, after),
  })
  return { id, ...after }
}

/** Records of the tag get the other one; the tag is gone. @throws AppError customization.cannotMerge (409) */
export async function mergeTag(ctx: Ctx, id: string, into: string): Promise<TagRef> {
  if (id === into) throw new AppError('customization.cannotMerge', { status: 409 })
  const [from, target] = [await loadTag(ctx, id), await loadTag(ctx, into)]
  await sql`
    insert into record_tags (tenant_id, record, record_id, tag_id)
    select tenant_id, record, record_id, ${into}::uuid from record_tags
    where tenant_id = ${ctx.tenantId} and tag_id = ${id}::uuid
    on conflict do nothing`.execute(ctx.db)
  await removeTag(ctx, id)
  ctx.audit({
    action: 'merge',
    record: 'tags',
    recordId: id,
    label: from.name,
    changes: { mergedInto: { to: target.name } },
  })
  return { id: into, name: target.name, color: target.color }
}

/** Takes the tag off every record. */
export async function deleteTag(ctx: Ctx, id: string): Promise<void> {
  const tag = await loadTag(ctx, id)
  await removeTag(ctx, id)
  ctx.audit({ action: 'delete', record: 'tags', recordId: id, label: tag.name })
}

async function removeTag(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.deleteFrom('tags').where('tenantId', '=', ctx.tenantId).where('id', '=', id).execute()
}

async function findTag(ctx: Ctx, match: string): Promise<TagRef | undefined> {
  return ctx.db
    .selectFrom('tags')
    .select(['id', 'name', 'color'])
    .where('tenantId', '=', ctx.tenantId)
    .where('match', '=', match)
    .executeTakeFirst()
}

async function loadTag(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('tags')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** A tag typed without a colour gets the same one every time. */
function colorOf(match: string): Color {
  let sum = 0
  for (const letter of match) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997
  return colors[1 + (sum % (colors.length - 1))] ?? 'gray'
}

function raceLost(): never {
  throw new AppError('conflict', { status: 409 })
}
