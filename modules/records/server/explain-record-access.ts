import { type RecordAccess, scopeReason } from '@peyvand/identity/server'
import { type Ctx, may } from '@peyvand/platform/server'
import { type RecordAction, recordPermission } from '../contract/index.ts'
import { canSeeRecordOf, reaches } from './record-access.ts'
import { kindsInUse } from './record-kinds.ts'
import './tables.ts'

const actions: readonly RecordAction[] = ['read', 'create', 'update', 'delete']

/** Why the caller sees a record or not; null where there is none. */
export async function explainRecordAccess(ctx: Ctx, id: string): Promise<RecordAccess | null> {
  const row = await ctx.db
    .selectFrom('records')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  const kind = row && (await kindsInUse(ctx)).find((one) => one.id === row.kindId)
  if (!row || !kind) return null
  const inBin = row.deletedAt !== null
  return {
    type: `records:${kind.key}`,
    name: row.title,
    sees: await canSeeRecordOf(ctx, id),
    reasons: [
      await scopeReason(ctx, recordPermission(kind.key, 'read'), row),
      ...(inBin ? [{ opens: false, key: 'records.access.inBin' }] : []),
    ],
    allowed: actions
      .filter((action) =>
        action === 'create'
          ? may(ctx.actor, recordPermission(kind.key, action))
          : reaches(ctx, kind, action, row),
      )
      .map((action) => recordPermission(kind.key, action)),
  }
}
