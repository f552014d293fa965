import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import {
  type DocumentKind,
  documentKinds,
  isConvertible,
  type LineProgress,
  type Progress,
} from '../contract/index.ts'
import type { StoredDocument } from './document-access.ts'

const kindsWhere = (test: (facts: (typeof documentKinds)[DocumentKind]) => boolean): string[] =>
  Object.entries(documentKinds).flatMap(([kind, facts]) => (test(facts) ? kind : []))

const delivering = kindsWhere(({ delivers }) => delivers)
const invoicing = kindsWhere(({ sign }) => sign === 1)
const followed = kindsWhere(({ followed: is }) => is)

interface LineOfOrder extends LineProgress {
  lineId: string
  documentId: string
  quantity: string
}

/**
 * What issued documents have of the lines of orders, with whatever stands between: goods of an order may go by a waybill
 * of its invoice. On one way a line counts once, as a receipt follows its waybill, and never for more than it has. What
 * comes back later was delivered all the same.
 */
async function followLines(ctx: Ctx, orderIds: readonly string[]): Promise<LineOfOrder[]> {
  const { rows } = await sql<LineOfOrder>`
    with recursive carried as (
      select l.id as line_id, l.id, l.quantity, false as delivers, false as invoices, false as delivered, false as invoiced
      from document_lines l join documents d on d.tenant_id = l.tenant_id and d.id = l.document_id
      where l.tenant_id = ${ctx.tenantId} and ${anyOf(sql`d.id`, orderIds)} and d.status in ('issued', 'accepted', 'done')
      union all
      select c.line_id, l.id, l.quantity,
        d.kind = any(${sql.val(delivering)}::text[]) and not c.delivered,
        d.kind = any(${sql.val(invoicing)}::text[]) and not c.invoiced,
        d.kind = any(${sql.val(delivering)}::text[]) or c.delivered,
        d.kind = any(${sql.val(invoicing)}::text[]) or c.invoiced
      from carried c
      join document_lines l on l.tenant_id = ${ctx.tenantId} and l.from_line_id = c.id and l.from_line_id is not null
      join documents d on d.tenant_id = l.tenant_id and d.id = l.document_id
      where d.status in ('issued', 'accepted', 'done')
    )
    select l.id as line_id, l.document_id, trim_scale(l.quantity)::text as quantity,
      case when coalesce(p.kind, 'goods') <> 'service' then
        trim_scale(least(l.quantity, coalesce(sum(c.quantity) filter (where c.delivers), 0)))::text end as delivered,
      trim_scale(least(l.quantity, coalesce(sum(c.quantity) filter (where c.invoices), 0)))::text as invoiced
    from carried c join document_lines l on l.tenant_id = ${ctx.tenantId} and l.id = c.line_id
    left join products p on p.tenant_id = l.tenant_id and p.id = l.product_id
    group by l.id, l.document_id, l.quantity, p.kind`.execute(ctx.db)
  return rows
}

/** How far each line of an order has come, by its id; nothing for drafts and for kinds that are not followed. */
export async function progressOfLines(
  ctx: Ctx,
  { id, kind, status }: Pick<StoredDocument, 'id' | 'kind' | 'status'>,
): Promise<ReadonlyMap<string, LineProgress>> {
  if (!documentKinds[kind].followed || !isConvertible(status)) return new Map()
  const lines = await followLines(ctx, [id])
  return new Map(lines.map(({ lineId, delivered, invoiced }) => [lineId, { delivered, invoiced }]))
}

type Noted = Pick<StoredDocument, 'id' | 'kind'>

/**
 * Notes on an order, and on the orders that the lines of any other document come from, how far they have come; on one
 * that is cancelled, nothing. Called when a document begins or ceases to count.
 */
export async function noteProgress(ctx: Ctx, document: Noted): Promise<void> {
  const orderIds = await lockOrdersOf(ctx, document)
  if (orderIds.length === 0) return
  const lines = await followLines(ctx, orderIds)
  for (const id of orderIds) {
    const of = lines.filter(({ documentId: order }) => order === id)
    await ctx.db
      .updateTable('documents')
      .set({
        delivery: progressOf(of.flatMap((line) => doneOf(line.delivered, line))),
        invoicing: progressOf(of.flatMap((line) => doneOf(line.invoiced, line))),
      })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', id)
      .execute()
    if (id !== document.id) ctx.live({ topic: 'documents', id })
  }
}

/** Orders that lines come from, however far back, or the document itself; locked, so that two do not count at once. */
async function lockOrdersOf(ctx: Ctx, { id: documentId, kind }: Noted): Promise<string[]> {
  const before = await sql<{ id: string }>`
    with recursive before as (
      select l.document_id, l.from_line_id from document_lines l
      where l.tenant_id = ${ctx.tenantId} and l.document_id = ${documentId}::uuid
      union
      select l.document_id, l.from_line_id from before b
      join document_lines l on l.tenant_id = ${ctx.tenantId} and l.id = b.from_line_id
    )
    select distinct document_id as id from before`.execute(ctx.db)
  // By their ids, whatever the planner knows of the tables.
  const ids = before.rows.map(({ id }) => id)
  if (!documentKinds[kind].followed && ids.every((id) => id === documentId)) return []
  const { rows } = await sql<{ id: string }>`
    select id from documents where tenant_id = ${ctx.tenantId} and ${anyOf(sql`id`, ids)}
      and kind = any(${sql.val(followed)}::text[])
    order by id for update`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

const doneOf = (done: string | null, { quantity }: LineOfOrder): Progress[] =>
  done === null ? [] : done === '0' ? ['none'] : done === quantity ? ['fully'] : ['partly']

/** Of the whole by its parts; null of nothing. */
function progressOf(parts: readonly Progress[]): Progress | null {
  const [first] = parts
  if (first === undefined) return null
  return parts.every((part) => part === first) ? first : 'partly'
}
