import { teamsByIds, userName } from '@peyvand/identity/server'
import { searchTerms } from '@peyvand/persian'
import type { ListQuery } from '@peyvand/platform/contract'
import { type Ctx, type ListSource, may, notFound, runList } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { type Script, ScriptDefinition, type ScriptRow } from '../contract/index.ts'
import { type ScriptRecord, visibleScripts } from './script-access.ts'

/** One page of the call scripts that the caller may run or manage. */
export async function listScripts(ctx: Ctx, query: ListQuery) {
  const page = await runList(ctx, { source: scriptSource, rows: await namedRows(ctx), query })
  return { ...page, items: await scriptRows(ctx, page.items) }
}

/** One script with its present edition. @throws AppError templates.scriptNotFound (404) */
export async function getScript(ctx: Ctx, id: string): Promise<Script> {
  const row = await (await namedRows(ctx)).where('s.id', '=', id).executeTakeFirst()
  const [view] = row ? await scriptRows(ctx, [row]) : []
  if (!row || !view) throw notFound('templates.scriptNotFound')
  return {
    ...view,
    definition: await definitionOf(ctx, row),
    can: { update: may(ctx.actor, 'templates.manage') },
  }
}

/** The steps of a script in one of its editions. */
export async function definitionOf(
  ctx: Ctx,
  { id, edition }: Pick<ScriptRecord, 'id' | 'edition'>,
): Promise<ScriptDefinition> {
  const row = await ctx.db
    .selectFrom('scriptEditions')
    .select('definition')
    .where('tenantId', '=', ctx.tenantId)
    .where('scriptId', '=', id)
    .where('edition', '=', edition)
    .executeTakeFirstOrThrow()
  return ScriptDefinition.parse(row.definition)
}

const namedRows = async (ctx: Ctx) =>
  (await visibleScripts(ctx))
    .innerJoin('scriptEditions as e', (join) =>
      join
        .onRef('e.tenantId', '=', 's.tenantId')
        .onRef('e.scriptId', '=', 's.id')
        .onRef('e.edition', '=', 's.edition'),
    )
    .selectAll('s')
    .select([
      userName(sql`s.updated_by`).as('updatedByName'),
      sql<number>`jsonb_array_length(e.definition -> 'steps')`.as('steps'),
      sql<number>`(select count(*)::int from script_runs r
        where r.tenant_id = s.tenant_id and r.script_id = s.id)`.as('runs'),
    ])

type NamedScript = ScriptRecord & { updatedByName: string | null; steps: number; runs: number }

async function scriptRows(ctx: Ctx, rows: readonly NamedScript[]): Promise<ScriptRow[]> {
  const teams = await teamsByIds(ctx, [...new Set(rows.flatMap(({ teamIds }) => teamIds))])
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    description: row.description,
    active: row.active,
    archivedAt: row.archivedAt,
    teams: row.teamIds.flatMap((id) => teams.get(id) ?? []),
    edition: row.edition,
    steps: row.steps,
    runs: row.runs,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy ? { id: row.updatedBy, name: row.updatedByName ?? '' } : null,
    version: row.version,
  }))
}

const scriptSource: ListSource = {
  id: sql`s.id`,
  defaultSort: 'name',
  columns: {
    name: { type: 'text', label: 'templates.field.name', sql: sql`s.name`, sortable: true },
    active: { type: 'boolean', label: 'templates.script.active', sql: sql`s.active` },
    archived: { type: 'boolean', label: 'templates.field.archived', sql: sql`(s.archived_at is not null)` },
    updatedAt: {
      type: 'instant',
      label: 'templates.field.updatedAt',
      sql: sql`s.updated_at`,
      sortable: true,
    },
  },
  search: (_ctx, text) =>
    sql.join(
      searchTerms(text).map((term) => sql<SqlBool>`strpos(s.search, ${term}) > 0`),
      sql` and `,
    ),
}
