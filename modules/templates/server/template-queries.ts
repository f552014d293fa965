import { valueLabel } from '@peyvand/customization/server'
import { teamsByIds, userName } from '@peyvand/identity/server'
import { searchTerms } from '@peyvand/persian'
import type { ListQuery } from '@peyvand/platform/contract'
import { type Ctx, type ListSource, notFound, runList } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import type { Template, TemplateRow } from '../contract/index.ts'
import { mayChangeTemplate, type TemplateRecord, visibleTemplates } from './template-access.ts'

const excerptLength = 160

/** One page of the templates that the caller may use. */
export async function listTemplates(ctx: Ctx, query: ListQuery) {
  const page = await runList(ctx, { source: templateSource(ctx), rows: await namedRows(ctx), query })
  const templates = await templateViews(ctx, page.items)
  return {
    ...page,
    items: templates.map(({ body, ...row }): TemplateRow => ({ ...row, excerpt: excerptOf(body) })),
  }
}

/** One template with its text. @throws AppError templates.notFound (404) */
export async function getTemplate(ctx: Ctx, id: string): Promise<Template> {
  const row = await (await namedRows(ctx)).where('t.id', '=', id).executeTakeFirst()
  const [template] = row ? await templateViews(ctx, [row]) : []
  if (!template) throw notFound('templates.notFound')
  return template
}

const namedRows = async (ctx: Ctx) =>
  (await visibleTemplates(ctx))
    .selectAll('t')
    .select([
      valueLabel(ctx, sql`t.category_id`).as('categoryName'),
      userName(sql`t.owner_id`).as('ownerName'),
    ])

type NamedTemplate = TemplateRecord & { categoryName: string | null; ownerName: string | null }

async function templateViews(ctx: Ctx, rows: readonly NamedTemplate[]): Promise<Template[]> {
  const teams = await teamsByIds(ctx, [...new Set(rows.flatMap(({ teamIds }) => teamIds))])
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    language: row.language,
    category:
      row.categoryId && row.categoryName !== null ? { id: row.categoryId, name: row.categoryName } : null,
    subject: row.subject,
    body: row.body,
    visibility: row.visibility,
    teams: row.teamIds.flatMap((id) => teams.get(id) ?? []),
    owner: row.ownerId ? { id: row.ownerId, name: row.ownerName ?? '' } : null,
    uses: row.uses,
    lastUsedAt: row.lastUsedAt,
    archivedAt: row.archivedAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    version: row.version,
    can: { update: mayChangeTemplate(ctx, row) },
  }))
}

function excerptOf(body: string): string {
  const line = body.replace(/\s+/g, ' ')
  if (line.length <= excerptLength) return line
  const start = line.slice(0, excerptLength)
  // A field that was cut through says nothing.
  return `${start.replace(/\{\{[^}]*\}?$/, '').trimEnd()}…`
}

const kinds = ['letter', 'fax', 'call', 'task', 'meeting', 'email', 'sms', 'telegram']

const templateSource = (ctx: Ctx): ListSource => ({
  id: sql`t.id`,
  defaultSort: 'name',
  columns: {
    name: { type: 'text', label: 'templates.field.name', sql: sql`t.name`, sortable: true },
    kind: {
      type: 'enum',
      label: 'templates.field.kind',
      sql: sql`t.kind`,
      options: Object.fromEntries(kinds.map((kind) => [kind, `activities.kind.${kind}`])),
    },
    category: {
      type: 'enum',
      label: 'templates.field.category',
      valueList: 'templateCategories',
      sql: sql`t.category_id::text`,
      nullable: true,
    },
    visibility: {
      type: 'enum',
      label: 'templates.field.visibility',
      sql: sql`t.visibility`,
      options: {
        private: 'templates.visibility.private',
        teams: 'templates.visibility.teams',
        firm: 'templates.visibility.firm',
      },
    },
    mine: {
      type: 'boolean',
      label: 'templates.field.mine',
      sql: sql`(t.owner_id = ${ctx.actor.userId}::uuid)`,
    },
    owner: { type: 'user', label: 'templates.field.owner', sql: sql`t.owner_id`, nullable: true },
    archived: { type: 'boolean', label: 'templates.field.archived', sql: sql`(t.archived_at is not null)` },
    uses: { type: 'number', label: 'templates.field.uses', sql: sql`t.uses`, sortable: true },
    lastUsedAt: {
      type: 'instant',
      label: 'templates.field.lastUsedAt',
      sql: sql`t.last_used_at`,
      nullable: true,
      sortable: true,
    },
    updatedAt: {
      type: 'instant',
      label: 'templates.field.updatedAt',
      sql: sql`t.updated_at`,
      sortable: true,
    },
  },
  search: (_ctx, text) =>
    sql.join(
      searchTerms(text).map((term) => sql<SqlBool>`strpos(t.search, ${term}) > 0`),
      sql` and `,
    ),
})
