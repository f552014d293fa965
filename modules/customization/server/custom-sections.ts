import {
  type CustomField,
  type CustomSection,
  type CustomSectionInput,
  CustomSection as CustomSectionSchema,
} from '@peyvand/platform/contract'
import {
  AppError,
  allCustomFields,
  badField,
  type Ctx,
  changesBetween,
  forgetCustomFields,
  isExtensible,
  newId,
  notFound,
  requireVersion,
} from '@peyvand/platform/server'
import { sql } from 'kysely'

export interface FieldsAndSections {
  items: CustomField[]
  sections: CustomSection[]
}

/** The sections of a record type's forms in order, or of all. */
export async function customSections(ctx: Ctx, record: string | undefined): Promise<CustomSection[]> {
  const rows = await ctx.db
    .selectFrom('customSections')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .$if(record !== undefined, (qb) => qb.where('record', '=', record as string))
    .orderBy('record')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => CustomSectionSchema.parse(row))
}

/** @throws AppError badInput (400) for a record type that carries no own fields */
export async function createCustomSection(ctx: Ctx, input: CustomSectionInput): Promise<CustomSection> {
  if (!isExtensible(ctx, input.record)) throw badField('record', 'option')
  const id = newId()
  const row = await ctx.db
    .insertInto('customSections')
    .values({
      ...input,
      tenantId: ctx.tenantId,
      id,
      position: sql`(select coalesce(max(position), 0) + 1 from custom_sections where tenant_id = ${ctx.tenantId} and record = ${input.record})`,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  ctx.audit({ action: 'create', record: 'customSections', recordId: id, label: input.titleFa })
  return CustomSectionSchema.parse(row)
}

/** @throws AppError notFound (404), versionConflict (409) */
export async function updateCustomSection(
  ctx: Ctx,
  id: string,
  { version, ...titles }: Pick<CustomSection, 'titleFa' | 'titleEn' | 'version'>,
): Promise<CustomSection> {
  const before = await lockSection(ctx, id)
  requireVersion(before, version, before)
  const after = { ...before, ...titles, version: version + 1 }
  await ctx.db
    .updateTable('customSections')
    .set({ ...titles, version: after.version })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({
    action: 'update',
    record: 'customSections',
    recordId: id,
    label: after.titleFa,
    changes: changesBetween<Record<string, unknown>>(before, { ...titles }),
  })
  return after
}

/** Its fields go before all sections. @throws AppError notFound (404) */
export async function deleteCustomSection(ctx: Ctx, id: string): Promise<void> {
  const { record, titleFa } = await lockSection(ctx, id)
  await ctx.db
    .updateTable('customFields')
    .set({ sectionId: null })
    .where('tenantId', '=', ctx.tenantId)
    .where('sectionId', '=', id)
    .execute()
  await ctx.db
    .deleteFrom('customSections')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  forgetCustomFields(ctx, record)
  ctx.audit({ action: 'delete', record: 'customSections', recordId: id, label: titleFa })
}

async function lockSection(ctx: Ctx, id: string): Promise<CustomSection> {
  const row = await ctx.db
    .selectFrom('customSections')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return CustomSectionSchema.parse(row)
}

interface Order {
  record: string
  sections: readonly { id: string | null; fieldIds: readonly string[] }[]
}

/**
 * Puts the sections of a record type in order, and every field that is not archived in its place in one of them.
 * @throws AppError customization.orderIncomplete (409)
 */
export async function orderCustomFields(ctx: Ctx, { record, sections }: Order): Promise<FieldsAndSections> {
  const [fields, known] = [await allCustomFields(ctx, record), await customSections(ctx, record)]
  const placed = sections.flatMap(({ id: sectionId, fieldIds }) => fieldIds.map((id) => ({ id, sectionId })))
  const sectionIds = sections.flatMap(({ id }) => id ?? [])
  const present = fields.filter(({ archivedAt }) => archivedAt === null)
  if (
    !sameIds(placed, present) ||
    !sameIds(
      sectionIds.map((id) => ({ id })),
      known,
    )
  )
    throw new AppError('customization.orderIncomplete', { status: 409 })
  await sql`
    update custom_sections s set position = o.position
    from unnest(${sql.val(sectionIds)}::uuid[]) with ordinality o (id, position)
    where s.tenant_id = ${ctx.tenantId} and s.id = o.id`.execute(ctx.db)
  await sql`
    update custom_fields f set position = o.position, section_id = o.section_id
    from unnest(${sql.val(placed.map(({ id }) => id))}::uuid[], ${sql.val(placed.map(({ sectionId }) => sectionId))}::uuid[])
      with ordinality o (id, section_id, position)
    where f.tenant_id = ${ctx.tenantId} and f.id = o.id`.execute(ctx.db)
  forgetCustomFields(ctx, record)
  ctx.audit({ action: 'update', record: 'customFields', label: record, changes: { order: { to: sections } } })
  return { items: await allCustomFields(ctx, record), sections: await customSections(ctx, record) }
}

const sameIds = (given: readonly { id: string }[], known: readonly { id: string }[]): boolean => {
  const ids = new Set(given.map(({ id }) => id))
  return ids.size === given.length && ids.size === known.length && known.every(({ id }) => ids.has(id))
}
