import { involvedTargets } from '@peyvand/activities/server'
import { changedSince } from '@peyvand/history/server'
import type { WrittenItem } from '@peyvand/imports/server'
import type { UndoStay } from '@peyvand/platform/contract'
import { anyOf, type Ctx, customFieldsOf } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { recordTypeOf } from '../../contract/index.ts'
import type { KindRow } from '../record-kinds.ts'
import type { Trace } from './record-writer.ts'

/**
 * What taking an import back at present would leave: records it made that were changed after it, deleted, or that
 * activities are about; of those it changed, the fields that were changed again.
 */
export async function recordStays(
  ctx: Ctx,
  kind: KindRow,
  { items, since }: { items: readonly WrittenItem[]; since: string },
): Promise<UndoStay[]> {
  const touched = items.filter(({ isNew, trace }) => isNew || trace !== null)
  if (touched.length === 0) return []
  const ids = [...new Set(touched.map(({ id }) => id))]
  const made = new Set(touched.flatMap(({ id, isNew }) => (isNew ? [id] : [])))
  const changed = await changedSince(ctx, { record: 'records', ids, at: since })
  const used = await involvedTargets(ctx, { type: 'records', ids: [...made] })
  const rows = await ctx.db
    .selectFrom('records')
    .select(['id', 'title', 'deletedAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .orderBy('id')
    .execute()
  const labels = await fieldLabels(ctx, kind)
  return rows.flatMap(({ id, title, deletedAt }): UndoStay[] => {
    const traced = new Set(
      touched.flatMap((item) => (item.id === id && item.trace ? Object.keys(item.trace as Trace) : [])),
    )
    const fields = (changed.get(id) ?? []).filter((field) => made.has(id) || traced.has(field))
    const reason = deletedAt ? 'deleted' : fields.length > 0 ? 'changed' : used.has(id) ? 'used' : null
    return reason ? [{ record: 'records', id, name: title, reason, fields: fields.map(labels) }] : []
  })
}

/** Names of fields that the audit log tells of, in the caller's language. */
async function fieldLabels(ctx: Ctx, kind: KindRow): Promise<(field: string) => string> {
  const own = await customFieldsOf(ctx, recordTypeOf(kind.key))
  return (field) => {
    const custom = own.find(({ key }) => field === `custom.${key}`)
    if (custom) return ctx.locale === 'fa' ? custom.labelFa : custom.labelEn
    const key = `records.field.${field.replace(/Id$/, '')}`
    return ctx.registry.translate.has(key) ? ctx.registry.translate(ctx.locale, key) : field
  }
}
