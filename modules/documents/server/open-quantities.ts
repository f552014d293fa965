import { fromMillionths, toMillionths } from '@peyvand/catalog/server'
import { AppError, anyOf, type Ctx } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import { type DocumentKind, documentKinds, isConvertible, type Taken } from '../contract/index.ts'
import type { Header } from './insert-document.ts'
import { plainQuantity } from './plain-quantity.ts'
import type { FiguredLine } from './price-lines.ts'
import { sourceLines } from './source-lines.ts'

type Asked = Pick<FiguredLine, 'fromLineId' | 'productId' | 'quantity' | 'name'>

/**
 * Lets lines carry on others only as far as those go: of documents that the caller sees, that may become one of this
 * kind, and of which enough is left. Locks the documents they come from, so that two cannot take the same.
 * @throws AppError documents.sourceUnfit, documents.overdrawn (409)
 */
export async function requireOpen(
  ctx: Ctx,
  target: Pick<Header, 'kind' | 'partyId' | 'currency'>,
  lines: readonly Asked[],
  { except = null }: { except?: string | null } = {},
): Promise<void> {
  const carried = lines.filter(({ fromLineId }) => fromLineId !== null)
  if (carried.length === 0) return
  const ids = carried.map(({ fromLineId }) => fromLineId as string)
  await lockSources(ctx, ids)
  const sources = await sourceLines(ctx, carried)
  const taken = await takenOf(ctx, sql`l.from_line_id = any(${sql.val(ids)}::uuid[])`, { except })
  const wanted = new Map<string, bigint>()
  for (const { fromLineId, productId, quantity, name } of carried) {
    const id = fromLineId as string
    const source = sources.get(id)
    const isFit =
      source &&
      isConvertible(source.status) &&
      documentKinds[source.kind].convertsTo.includes(target.kind) &&
      source.productId === productId &&
      source.currency === target.currency &&
      (source.partyId === target.partyId || isOfOtherSide(source.kind, target.kind))
    if (!isFit) throw new AppError('documents.sourceUnfit', { status: 409 })
    const before = (taken.get(id) ?? []).find(({ kind }) => kind === target.kind)?.quantity ?? '0'
    const open = toMillionths(plainQuantity(source.quantity)) - toMillionths(before)
    const sum = (wanted.get(id) ?? 0n) + toMillionths(plainQuantity(quantity))
    if (sum > open)
      throw new AppError('documents.overdrawn', {
        status: 409,
        params: { name, open: fromMillionths(open > 0n ? open : 0n) },
      })
    wanted.set(id, sum)
  }
}

/** What a customer asks for may be asked of a supplier. */
const isOfOtherSide = (from: DocumentKind, to: DocumentKind): boolean =>
  documentKinds[from].side !== documentKinds[to].side

/**
 * What documents that count have of lines, by source line and their kind. A revision counts from its issue on; until
 * then the one before it does.
 */
export async function takenOf(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  { except = null }: { except?: string | null } = {},
): Promise<ReadonlyMap<string, Taken[]>> {
  const { rows } = await sql<{ lineId: string; kind: DocumentKind; quantity: string }>`
    select l.from_line_id as line_id, d.kind, trim_scale(sum(l.quantity))::text as quantity
    from document_lines l join documents d on d.tenant_id = l.tenant_id and d.id = l.document_id
    where l.tenant_id = ${ctx.tenantId} and ${which} and d.deleted_at is null
      and d.status not in ('cancelled', 'superseded')
      and not (d.revised_from is not null and d.status in ('draft', 'waiting'))
      and d.id is distinct from ${except}::uuid
    group by l.from_line_id, d.kind`.execute(ctx.db)
  const taken = new Map<string, Taken[]>()
  for (const { lineId, ...of } of rows) taken.set(lineId, [...(taken.get(lineId) ?? []), of])
  return taken
}

const lockSources = (ctx: Ctx, lineIds: readonly string[]) =>
  sql`select from documents d where d.tenant_id = ${ctx.tenantId}
    and d.id in (select document_id from document_lines where tenant_id = ${ctx.tenantId} and ${anyOf(sql`id`, lineIds)})
    order by d.id for update`.execute(ctx.db)

/** Whether something that counts was made of a document. */
export async function hasFollowers(ctx: Ctx, documentId: string): Promise<boolean> {
  const taken = await takenOf(
    ctx,
    sql`l.from_line_id in (select id from document_lines
      where tenant_id = ${ctx.tenantId} and document_id = ${documentId}::uuid)`,
  )
  return taken.size > 0
}
