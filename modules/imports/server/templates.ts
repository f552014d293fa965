import { labelMatch } from '@peyvand/customization/server'
import type { ColumnMapping, FileColumn, ImportSettings, ImportTemplate } from '@peyvand/imports/contract'
import { MappingByHeader } from '@peyvand/imports/contract'
import { type Ctx, json, newId, notFound } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { loadImport } from './import-view.ts'

export async function listTemplates(ctx: Ctx, record: string): Promise<ImportTemplate[]> {
  return ctx.db
    .selectFrom('importTemplates')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('record', '=', record)
    .orderBy(sql`name collate "fa-x-icu"`)
    .execute()
}

/** Keeps an import's mapping by header; a template of this name is replaced. */
export async function saveTemplate(
  ctx: Ctx,
  { importId, name }: { importId: string; name: string },
): Promise<ImportTemplate> {
  const { record, columns, mapping, settings } = await loadImport(ctx, importId)
  const headerOf = new Map(columns.map(({ column, header }) => [column, header]))
  const byHeader = MappingByHeader.parse({
    columns: mapping.flatMap(({ column, ...rest }) =>
      headerOf.get(column) ? [{ ...rest, header: headerOf.get(column) }] : [],
    ),
    settings,
  })
  const template = await ctx.db
    .insertInto('importTemplates')
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      record,
      name,
      match: labelMatch(name),
      mapping: json(byHeader),
    })
    .onConflict((oc) =>
      oc
        .columns(['tenantId', 'record', 'match'])
        .doUpdateSet({ name, mapping: json(byHeader), version: sql`import_templates.version + 1` }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  ctx.audit({ action: 'save', record: 'importTemplates', recordId: template.id, label: name })
  return template
}

export async function deleteTemplate(ctx: Ctx, id: string): Promise<void> {
  const deleted = await ctx.db
    .deleteFrom('importTemplates')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst()
  if (!deleted) throw notFound()
  ctx.audit({ action: 'delete', record: 'importTemplates', recordId: id, label: deleted.name })
}

/** A template's mapping laid on a file's columns. @throws AppError notFound (404) */
export async function templateFor(ctx: Ctx, { id, columns }: { id: string; columns: readonly FileColumn[] }) {
  const row = await ctx.db
    .selectFrom('importTemplates')
    .select('mapping')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return laidOn(row.mapping, columns)
}

/** Columns whose header the mapping does not name are left out. */
export function laidOn(
  given: MappingByHeader,
  columns: readonly FileColumn[],
): { mapping: ColumnMapping[]; settings: Partial<ImportSettings> } {
  const byHeader = new Map(given.columns.map(({ header, ...rest }) => [labelMatch(header), rest]))
  return {
    mapping: columns.map(({ column, header }) => ({
      ...(byHeader.get(labelMatch(header)) ?? { field: null, calendar: 'jalali', unit: 'rial' }),
      column,
    })),
    settings: Object.fromEntries(Object.entries(given.settings).filter(([, value]) => value !== undefined)),
  }
}
