import { changedSince } from '@peyvand/history/server'
import type { UndoStay } from '@peyvand/platform/contract'
import { type Ctx, customFieldsOf } from '@peyvand/platform/server'
import type { WrittenItem } from './import-target.ts'

interface Asked {
  /** As the audit log calls it. */
  record: string
  /** Whose own fields they are, where it is another. */
  ownFieldsOf?: string
  items: readonly WrittenItem[]
  since: string
  /** The records of these ids as they are now. */
  rows(ids: readonly string[]): Promise<readonly { id: string; name: string; deletedAt: string | null }[]>
  /** Those of new records that others stand upon. */
  used(ids: readonly string[]): Promise<{ has(id: string): boolean }>
  /** Where texts of the log's field names begin: `records.field`. */
  texts: readonly string[]
}

/**
 * What taking an import back at present would leave: records it made that were changed after it, deleted or used; of
 * those it changed, the fields that were changed again.
 */
export async function staysOfImport(
  ctx: Ctx,
  { record, ownFieldsOf = record, items, since, rows, used, texts }: Asked,
): Promise<UndoStay[]> {
  const touched = items.filter(({ isNew, trace }) => isNew || trace !== null)
  const ids = [...new Set(touched.map(({ id }) => id))]
  if (ids.length === 0) return []
  const made = new Set(touched.flatMap(({ id, isNew }) => (isNew ? [id] : [])))
  const changed = await changedSince(ctx, { record, ids, at: since })
  const inUse = await used([...made])
  const labels = await fieldLabels(ctx, ownFieldsOf, texts)
  return (await rows(ids)).flatMap(({ id, name, deletedAt }): UndoStay[] => {
    const traced = new Set(touched.flatMap((item) => (item.id === id ? Object.keys(item.trace ?? {}) : [])))
    const fields = (changed.get(id) ?? []).filter((field) => made.has(id) || traced.has(field))
    const reason = deletedAt ? 'deleted' : fields.length > 0 ? 'changed' : inUse.has(id) ? 'used' : null
    return reason ? [{ record, id, name, reason, fields: fields.map(labels) }] : []
  })
}

/** Names of fields that the audit log tells of, in the caller's language. */
async function fieldLabels(
  ctx: Ctx,
  record: string,
  texts: readonly string[],
): Promise<(field: string) => string> {
  const own = await customFieldsOf(ctx, record)
  return (field) => {
    const custom = own.find(({ key }) => field === `custom.${key}`)
    if (custom) return ctx.locale === 'fa' ? custom.labelFa : custom.labelEn
    const name = field.replace(/Id$/, '')
    const key = texts.map((prefix) => `${prefix}.${name}`).find((one) => ctx.registry.translate.has(one))
    return key ? ctx.registry.translate(ctx.locale, key) : field
  }
}
