import { type Ctx, type ListRelation, may } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { visibleDocuments } from './document-access.ts'
import { documentFieldSource } from './document-source.ts'

/** What lists of parties, deals and activities may ask of documents. */
export async function relationsToDocuments(
  ctx: Ctx,
  { record }: { record: string },
): Promise<Record<string, ListRelation>> {
  const asked = relations[record]
  if (!asked || !may(ctx.actor, 'documents.read')) return {}
  return {
    documents: { label: 'documents.relation', source: await documentFieldSource(ctx), ...asked(ctx) },
  }
}

const relations: Record<string, (ctx: Ctx) => Pick<ListRelation, 'rows' | 'of'>> = {
  parties: (ctx) => ({ rows: visibleDocuments(ctx), of: sql`d.party_id` }),
  deals: (ctx) => ({ rows: visibleDocuments(ctx).where('d.dealId', 'is not', null), of: sql`d.deal_id` }),
  activities: (ctx) => ({
    rows: visibleDocuments(ctx)
      .innerJoin('activityTargets as dt', (join) =>
        join.onRef('dt.tenantId', '=', 'd.tenantId').onRef('dt.targetId', '=', 'd.id'),
      )
      .where('dt.targetType', '=', 'documents'),
    of: sql`dt.activity_id`,
  }),
}
