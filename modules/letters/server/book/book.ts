import type { ListQuery } from '@peyvand/platform/contract'
import {
  type Ctx,
  describeList,
  type ListPage,
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
  const { fields } = describeList(ctx, await bookSource(ctx))
  return { fields }
}

async function registerNames(ctx: Ctx): Promise<Map<string, string>> {
  const registers = await listRegisters(ctx)
  return new Map(registers.map(({ id, nameFa, nameEn }) => [id, ctx.locale === 'fa' ? nameFa : nameEn]))
}
