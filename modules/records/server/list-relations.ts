import type { Ctx, ListRelation } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { recordTypeOf } from '../contract/index.ts'
import { visibleRecords } from './record-access.ts'
import { kindPlural, readableKinds } from './record-kinds.ts'
import { recordFieldSource } from './record-source.ts'

/** What the list of activities may ask of the records that they are about, and that of parties of those in their files. */
export async function relationsToRecords(
  ctx: Ctx,
  { record }: { record: string },
): Promise<Record<string, ListRelation>> {
  if (record !== 'activities' && record !== 'parties') return {}
  const relations: Record<string, ListRelation> = {}
  for (const kind of await readableKinds(ctx)) {
    if (record === 'parties' && kind.party === 'none') continue
    const visible = visibleRecords(ctx, kind)
    const placed =
      record === 'parties'
        ? { rows: visible.where('r.partyId', 'is not', null), of: sql`r.party_id` }
        : {
            rows: visible
              .innerJoin('activityTargets as rt', (join) =>
                join.onRef('rt.tenantId', '=', 'r.tenantId').onRef('rt.targetId', '=', 'r.id'),
              )
              .where('rt.targetType', '=', 'records'),
            of: sql`rt.activity_id`,
          }
    const source = await recordFieldSource(ctx, kind)
    relations[recordTypeOf(kind.key)] = { label: kindPlural(ctx, kind), source, ...placed }
  }
  return relations
}
