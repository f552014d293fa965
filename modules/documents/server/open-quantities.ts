import { fromMillionths, toMillionths } from '@peyvand/catalog/server'
import { AppError, anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type DocumentKind, documentKinds, isConvertible, type Taken } from '../contract/index.ts'
import type { StoredDocument } from './document-access.ts'
import type { Header } from './insert-document.ts'
import { plainQuantity } from './plain-quantity.ts'
import type { FiguredLine } from './price-lines.ts'
import { sourceLines } from './source-lines.ts'

interface Except {
  /** Documents that are left out of the count: the one that is written, and the one that it takes the place of. */
  except?: readonly string[]
}

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
  { except = [] }: Except = {},
): Promise<void> {
  const carried = lines.filter(({ fromLineId }) => fromLineId !== null)
  if (carried.length === 0) return
  const ids = carried.map(({ fromLineId }) => fromLineId as string)
  await lockSources(ctx, ids)
  const sources = await sourceLines(ctx, carried)
  const taken = await takenOf(ctx, ids, { except })
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
  lineIds: readonly string[],
  { except = [] }: Except = {},
): Promise<ReadonlyMap<string, Taken[]>> {
  if (lineIds.length === 0) return new Map()
  const { rows } = await sql<{ lineId: string; kind: DocumentKind; quantity: string }>`
    select l.from_line_id as line_id, d.kind, trim_scale(sum(l.quantity))::text as quantity
    from document_lines l join documents d on d.tenant_id = l.tenant_id and d.id = l.document_id
    where l.tenant_id = ${ctx.tenantId} and l.from_line_id is not null
      and l.from_line_id = any(${sql.val(lineIds)}::uuid[]) and d.deleted_at is null
      and d.status not in ('cancelled', 'superseded')
      and not (d.revised_from is not null and d.status in ('draft', 'waiting'))
      and d.id <> all(${sql.val(except)}::uuid[])
    group by l.from_line_id, d.kind`.execute(ctx.db)
  const taken = new Map<string, Taken[]>()
  for (const { lineId, ...of } of rows) taken.set(lineId, [...(taken.get(lineId) ?? []), of])
  return taken
}

/** Locks the documents of lines in one order, so that two who want the same wait for each other. */
async function lockSources(ctx: Ctx, lineIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ documentId: string }>`select distinct document_id from document_lines
    where tenant_id = ${ctx.tenantId} and ${anyOf(sql`id`, lineIds)}`.execute(ctx.db)
  const ids = rows.map(({ documentId }) => documentId)
  await sql`select from documents where tenant_id = ${ctx.tenantId} and ${anyOf(sql`id`, ids)} order by id for update`.execute(
    ctx.db,
  )
}

/** Whether something that counts was made of a document. */
export async function hasFollowers(ctx: Ctx, documentId: string): Promise<boolean> {
  return (await takenOf(ctx, await lineIdsOf(ctx, documentId))).size > 0
}

async function lineIdsOf(ctx: Ctx, documentId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('documentLines')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('documentId', '=', documentId)
    .execute()
  return rows.map(({ id }) => id)
}

/** A document that is written again, with the one whose place it takes. */
export const inPlaceOf = ({ id, revisedFrom }: Pick<StoredDocument, 'id' | 'revisedFrom'>): string[] =>
  revisedFrom === null ? [id] : [id, revisedFrom]
