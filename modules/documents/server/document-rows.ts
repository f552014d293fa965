import { valueLabel } from '@peyvand/customization/server'
import { teamName, userName } from '@peyvand/identity/server'
import { partyName } from '@peyvand/parties/server'
import { localDate } from '@peyvand/persian'
import { dealTitle } from '@peyvand/pipeline/server'
import type { Ref } from '@peyvand/platform/contract'
import { type Ctx, readCustomValues, seenCustomValues } from '@peyvand/platform/server'
import { type SelectQueryBuilder, sql } from 'kysely'
import { type DocumentRow, documentKinds } from '../contract/index.ts'
import { reaches, type StoredDocument } from './document-access.ts'

// biome-ignore lint/suspicious/noExplicitAny: adds columns to any query over `documents as d`
type Query<O> = SelectQueryBuilder<any, any, O> // oxlint-disable-line typescript/no-explicit-any

export type NamedDocument = StoredDocument & {
  partyName: string
  contactName: string | null
  dealTitle: string | null
  ownerName: string | null
  teamName: string | null
  preparationName: string | null
}

/** The columns that views are made of, over a query of visible `documents as d`. */
export const selectNamed = <O>(ctx: Ctx, query: Query<O>): Query<NamedDocument> =>
  query
    .selectAll('d')
    .select([
      partyName(sql`d.party_id`).as('partyName'),
      partyName(sql`d.contact_id`).as('contactName'),
      dealTitle(ctx, sql`d.deal_id`).as('dealTitle'),
      userName(sql`d.owner_id`).as('ownerName'),
      teamName(sql`d.team_id`).as('teamName'),
      valueLabel(ctx, sql`d.preparation_id`).as('preparationName'),
    ]) as unknown as Query<NamedDocument>

/** A row as lists show it. */
export const documentRow = (ctx: Ctx, row: NamedDocument): DocumentRow => ({
  id: row.id,
  kind: row.kind,
  side: row.side,
  status: row.status,
  expired: isExpired(ctx, row),
  number: row.number,
  revision: row.revision,
  title: row.title,
  party: { id: row.partyId, name: row.partyName },
  contact: ref(row.contactId, row.contactName),
  deal: ref(row.dealId, row.dealTitle),
  owner: ref(row.ownerId, row.ownerName),
  team: ref(row.teamId, row.teamName),
  issuedOn: row.issuedOn,
  validUntil: row.validUntil,
  dueOn: row.dueOn,
  promisedOn: row.promisedOn,
  preparation: ref(row.preparationId, row.preparationName),
  delivery: row.delivery,
  invoicing: row.invoicing,
  currency: row.currency,
  settlement: row.settlement,
  net: row.net,
  vat: row.vat,
  total: row.total,
  totalRial: row.totalRial,
  sentAt: row.sentAt,
  seenAt: row.seenAt,
  answer: row.answer,
  custom: seenCustomValues(ctx, 'documents', readCustomValues(row.custom)),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  issuedAt: row.issuedAt,
  deletedAt: row.deletedAt,
  version: row.version,
  can: { update: row.deletedAt === null && reaches(ctx, 'update', row) },
})

export const ref = (id: string | null, name: string | null): Ref | null =>
  id && name !== null ? { id, name } : null

/** Whether an offer's last day is over and nobody answered it. */
export const isExpired = (
  ctx: Ctx,
  { kind, status, validUntil }: Pick<StoredDocument, 'kind' | 'status' | 'validUntil'>,
): boolean =>
  documentKinds[kind].validity &&
  status === 'issued' &&
  validUntil !== null &&
  validUntil < localDate(ctx.now(), ctx.timeZone)
