import { changedSince } from '@peyvand/history/server'
import type { WrittenItem } from '@peyvand/imports/server'
import type { UndoStay } from '@peyvand/platform/contract'
import { type Ctx, customFieldsOf } from '@peyvand/platform/server'
import { storedProducts } from '../change-products.ts'
import { usesOfProducts } from '../parts-of-others.ts'
import type { Trace } from './product-writer.ts'

/**
 * What taking an import back at present would leave: products it made that were changed after it, deleted, or that
 * others are made of; of those it changed, the fields that were changed again.
 */
export async function productStays(
  ctx: Ctx,
  items: readonly WrittenItem[],
  since: string,
): Promise<UndoStay[]> {
  const touched = items.filter(({ isNew, trace }) => isNew || trace !== null)
  const ids = [...new Set(touched.map(({ id }) => id))]
  if (ids.length === 0) return []
  const made = new Set(touched.flatMap(({ id, isNew }) => (isNew ? [id] : [])))
  const changed = await changedSince(ctx, { record: 'products', ids, at: since })
  const used = await usesOfProducts(ctx, [...made])
  const labels = await fieldLabels(ctx)
  return (await storedProducts(ctx, ids)).flatMap(({ id, name, deletedAt }): UndoStay[] => {
    const traced = new Set(
      touched.flatMap((item) => (item.id === id && item.trace ? Object.keys(item.trace as Trace) : [])),
    )
    const fields = (changed.get(id) ?? []).filter((field) => made.has(id) || traced.has(field))
    const reason = deletedAt ? 'deleted' : fields.length > 0 ? 'changed' : used.has(id) ? 'used' : null
    return reason ? [{ record: 'products', id, name, reason, fields: fields.map(labels) }] : []
  })
}

/** Names of fields that the audit log tells of, in the caller's language. */
async function fieldLabels(ctx: Ctx): Promise<(field: string) => string> {
  const own = await customFieldsOf(ctx, 'products')
  return (field) => {
    const custom = own.find(({ key }) => field === `custom.${key}`)
    if (custom) return ctx.locale === 'fa' ? custom.labelFa : custom.labelEn
    const name = field.replace(/Id$/, '')
    const key = [`catalog.field.${name}`, `catalog.ui.${name}`].find((one) => ctx.registry.translate.has(one))
    return key ? ctx.registry.translate(ctx.locale, key) : field
  }
}
