import type { ListQuery } from '@peyvand/platform/contract'
import {
  type Ctx,
  type ListPage,
  listFields,
  requirePermission,
  runList,
  selectedRows,
} from '@peyvand/platform/server'
import type { BookEntry } from '../../contract/index.ts'
import { listRegisters } from '../registers.ts'
import { bookEntry, bookRows } from './book-rows.ts'
import { bookSource } from './book-source.ts'

/** One page of the register book. Numbers are shown to all who may read it, letters only to who may see them. */
export async function listBook(
  ctx: Ctx,
  query: ListQuery,
  ids?: readonly string[],
): Promise<ListPage<BookEntry>> {
  requirePermission(ctx, 'letters.book')
  const source = await bookSource(ctx)
  const rows = await bookRows(ctx)
  const page = await runList(ctx, {
    source,
    rows: ids ? selectedRows(ctx, source, rows, { ids: [...ids] }) : rows,
    query,
  })
  const names = await registerNames(ctx)
  return { ...page, items: page.items.map((row) => bookEntry(row, names)) }
}

/** The list's fields for the filter builder and the column chooser, labels in the caller's language. */
export async function bookFields(ctx: Ctx) {
  const text = (key: string) => ctx.registry.translate(ctx.locale, key)
  const fields = Object.entries(listFields(await bookSource(ctx))).map(([key, field]) => {
    const { options, sortable = false, filterable = true } = field
    const named =
      options && key !== 'register'
        ? Object.fromEntries(Object.entries(options).map(([value, label]) => [value, text(label)]))
        : options
    return [
      key,
      { ...field, sortable, filterable, label: text(field.label), ...(named ? { options: named } : {}) },
    ] as const
  })
  return { fields: Object.fromEntries(fields) }
}

async function registerNames(ctx: Ctx): Promise<Map<string, string>> {
  const registers = await listRegisters(ctx)
  return new Map(registers.map(({ id, nameFa, nameEn }) => [id, ctx.locale === 'fa' ? nameFa : nameEn]))
}
