import type { Use } from '@peyvand/customization/contract'
import type { Ctx } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'

const groups: Readonly<Record<string, string>> = { parties: 'party', activities: 'activity' }

/** Templates and call scripts in use whose texts carry an own field; of the ones of others, private, not the name. */
export async function templatesWithField(
  ctx: Ctx,
  { record, key }: { record: string; key: string },
): Promise<Use[]> {
  const group = groups[record]
  if (!group) return []
  // Keys are letters and digits, so that they stand in a pattern as they are.
  const carried = `\\{\\{\\s*${group}\\.custom\\.${key}\\s*(\\||\\}\\})`
  const templates = await ctx.db
    .selectFrom('templates')
    .select(['name', 'visibility', 'ownerId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('archivedAt', 'is', null)
    .where(sql<SqlBool>`concat_ws(' ', subject, body) ~ ${carried}`)
    .orderBy('name')
    .execute()
  const scripts = await ctx.db
    .selectFrom('scripts as s')
    .innerJoin('scriptEditions as e', (join) =>
      join
        .onRef('e.tenantId', '=', 's.tenantId')
        .onRef('e.scriptId', '=', 's.id')
        .onRef('e.edition', '=', 's.edition'),
    )
    .select('s.name')
    .where('s.tenantId', '=', ctx.tenantId)
    .where('s.archivedAt', 'is', null)
    .where(sql<SqlBool>`e.definition::text ~ ${carried}`)
    .orderBy('s.name')
    .execute()
  const isNamed = ({ visibility, ownerId }: (typeof templates)[number]) =>
    visibility !== 'private' || ownerId === ctx.actor.userId
  return [
    ...templates.map((one): Use => ({ kind: 'template', label: isNamed(one) ? one.name : null })),
    ...scripts.map(({ name }): Use => ({ kind: 'template', label: name })),
  ]
}
