import { involvedTargets } from '@peyvand/activities/server'
import { staysOfImport, type WrittenItem } from '@peyvand/imports/server'
import type { UndoStay } from '@peyvand/platform/contract'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { recordTypeOf } from '../../contract/index.ts'
import type { KindRow } from '../record-kinds.ts'

/** What taking an import of a kind's records back at present would leave; those that activities are about are used. */
export const recordStays = (
  ctx: Ctx,
  kind: KindRow,
  { items, since }: { items: readonly WrittenItem[]; since: string },
): Promise<UndoStay[]> =>
  staysOfImport(ctx, {
    record: 'records',
    ownFieldsOf: recordTypeOf(kind.key),
    items,
    since,
    rows: (ids) => titledRows(ctx, ids),
    used: (ids) => involvedTargets(ctx, { type: 'records', ids: [...ids] }),
    texts: ['records.field'],
  })

const titledRows = (ctx: Ctx, ids: readonly string[]) =>
  ctx.db
    .selectFrom('records')
    .select(['id', 'title as name', 'deletedAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .orderBy('id')
    .execute()
