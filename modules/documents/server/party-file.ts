import type { NextStep } from '@peyvand/parties/contract'
import type { PartyReference } from '@peyvand/parties/server'
import { localDate } from '@peyvand/persian'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { visibleDocuments } from './document-access.ts'
import { documentSearch } from './document-input.ts'
import { selectNamed } from './document-rows.ts'
import { documentName } from './document-targets.ts'
import { nameOfParty } from './insert-document.ts'
import './tables.ts'

interface OfParty {
  partyId: string
}

/** Counts for the tabs of the party's file. */
export async function countsOfParty(ctx: Ctx, { partyId }: OfParty): Promise<Record<string, number>> {
  const row = await visibleDocuments(ctx)
    .select(sql<number>`count(*)::int`.as('count'))
    .where((eb) => eb.or([eb('d.partyId', '=', partyId), eb('d.contactId', '=', partyId)]))
    .executeTakeFirst()
  return { documents: row?.count ?? 0 }
}

const mostSteps = 10

/** Offers that wait for an answer and orders that are promised, among the party's next steps. */
export async function stepsOfParty(ctx: Ctx, { partyId }: OfParty): Promise<NextStep[]> {
  const due = sql<string>`coalesce(d.promised_on, d.valid_until)`
  const rows = await selectNamed(ctx, visibleDocuments(ctx))
    .select(due.as('dueOn'))
    .where('d.partyId', '=', partyId)
    .where('d.status', '=', 'issued')
    .where('d.kind', 'in', ['quote', 'proforma', 'order'])
    .where(due, 'is not', null)
    .orderBy(due)
    .limit(mostSteps)
    .execute()
  const today = localDate(ctx.now(), ctx.timeZone)
  return rows.map((row) => ({
    subjectType: 'documents',
    subjectId: row.id,
    kind: row.kind,
    title: documentName(ctx, row),
    dueAt: row.dueOn as string,
    overdue: (row.dueOn as string) < today,
    owner: row.ownerId && row.ownerName !== null ? { id: row.ownerId, name: row.ownerName } : null,
  }))
}

/** A party with documents is not deleted for ever. */
export async function isAnyInUse(ctx: Ctx, { partyIds }: { partyIds: readonly string[] }): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('documents')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where((eb) => eb.or(['party_id', 'contact_id'].map((column) => anyOf(sql.ref(column), partyIds))))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Where documents name parties, for merges. */
export const referencesToParties = async (): Promise<PartyReference[]> =>
  ['party_id', 'contact_id'].map((column) => ({ table: 'documents', column, key: ['id'] }))

export async function followPartyName(
  ctx: Ctx,
  { partyId, fields }: OfParty & { fields: readonly string[] },
): Promise<void> {
  if (fields.some((field) => /name/i.test(field))) await refreshSearchOfParty(ctx, partyId)
}

export const followMerge = (ctx: Ctx, { survivorId }: { survivorId: string }): Promise<void> =>
  refreshSearchOfParty(ctx, survivorId)

export async function followUnmerge(
  ctx: Ctx,
  { survivorId, mergedId }: { survivorId: string; mergedId: string },
): Promise<void> {
  await refreshSearchOfParty(ctx, survivorId)
  await refreshSearchOfParty(ctx, mergedId)
}

/** The search of documents holds the party's name. */
async function refreshSearchOfParty(ctx: Ctx, partyId: string): Promise<void> {
  const { name: party } = await nameOfParty(ctx, partyId)
  const { rows } = await sql<{
    id: string
    number: string | null
    title: string | null
    lines: { name: string; code: string }[]
  }>`
    select d.id, d.number, d.title, coalesce((select jsonb_agg(jsonb_build_object('name', l.name, 'code', l.code) order by l.position)
      from document_lines l where l.tenant_id = d.tenant_id and l.document_id = d.id), '[]') as lines
    from documents d where d.tenant_id = ${ctx.tenantId} and d.party_id = ${partyId}::uuid`.execute(ctx.db)
  const found = rows.map(({ id, ...document }) => ({ id, search: documentSearch({ ...document, party }) }))
  await sql`update documents d set search = n.search
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as n (id uuid, search text)
    where d.tenant_id = ${ctx.tenantId} and d.id = n.id`.execute(ctx.db)
}
