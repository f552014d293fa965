import { activityFieldSource, visibleActivities } from '@peyvand/activities/server'
import { currencies } from '@peyvand/catalog/contract'
import { teamName, userName } from '@peyvand/identity/server'
import { partyName } from '@peyvand/parties/server'
import { localDate, searchTerms } from '@peyvand/persian'
import { dealTitle } from '@peyvand/pipeline/server'
import {
  anyOf,
  type Ctx,
  customColumns,
  escapeLike,
  type ListColumn,
  type ListRelation,
  type ListSource,
  may,
} from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { DocumentKind, DocumentOrigin, DocumentStatus, Settlement, Side } from '../contract/index.ts'

/** Documents as lists and exports read them: columns over `documents as d`. */
export const documentSource = async (ctx: Ctx): Promise<ListSource> => ({
  ...(await documentFieldSource(ctx)),
  relations: await activityRelation(ctx),
})

/** The same without what filters may ask of other records, for lists that themselves ask for documents. */
export async function documentFieldSource(ctx: Ctx): Promise<ListSource> {
  return {
    id: sql`d.id`,
    defaultSort: '-issuedOn',
    search: (_, text) => foundByText(text),
    columns: {
      number: { ...text('number', sql`d.number`) },
      title: text('title', sql`d.title collate "fa-x-icu"`),
      kind: options('kind', sql`d.kind`, DocumentKind.options),
      side: options('side', sql`d.side`, Side.options),
      status: options('status', statusNow(ctx), [...DocumentStatus.options, 'expired']),
      party: partyColumn('party', sql`d.party_id`),
      partyName: text('party', partyName(sql`d.party_id`)),
      contact: partyColumn('contact', sql`d.contact_id`),
      deal: { ...text('deal', dealTitle(ctx, sql`d.deal_id`)), sortable: false },
      product: productColumn(ctx),
      total: money('total', sql`d.total_rial`),
      net: money('net', sql`d.net_rial`),
      vat: money('vat', sql`d.vat_rial`),
      currency: {
        type: 'enum',
        label: label('currency'),
        sql: sql`d.currency`,
        options: Object.fromEntries(currencies.map((code) => [code, `catalog.currency.${code}`])),
      },
      issuedOn: { ...day('issuedOn', sql`d.issued_on`), nullable: false },
      validUntil: day('validUntil', sql`d.valid_until`),
      dueOn: day('dueOn', sql`d.due_on`),
      promisedOn: day('promisedOn', sql`d.promised_on`),
      preparation: {
        type: 'enum',
        label: label('preparation'),
        valueList: 'preparationStages',
        sql: sql`d.preparation_id::text`,
        nullable: true,
      },
      settlement: options('settlement', sql`d.settlement`, Settlement.options),
      fiscalYear: {
        type: 'number',
        label: label('fiscalYear'),
        sql: sql`d.fiscal_year`,
        sortable: true,
        nullable: true,
      },
      owner: { type: 'user', label: label('owner'), sql: sql`d.owner_id`, nullable: true },
      ownerName: text('owner', userName(sql`d.owner_id`)),
      team: { type: 'team', label: label('team'), sql: sql`d.team_id`, nullable: true },
      teamName: text('team', teamName(sql`d.team_id`)),
      ...(await customColumns(ctx, 'documents', sql`d.id`)),
      sentAt: { ...instant('sentAt', sql`d.sent_at`), nullable: true },
      seenAt: { ...instant('seenAt', sql`d.seen_at`), nullable: true },
      issuedAt: { ...instant('issuedAt', sql`d.issued_at`), nullable: true },
      origin: options('origin', sql`d.origin`, DocumentOrigin.options),
      createdBy: { type: 'user', label: label('createdBy'), sql: sql`d.created_by`, nullable: true },
      createdAt: instant('createdAt', sql`d.created_at`),
      updatedAt: instant('updatedAt', sql`d.updated_at`),
    },
  }
}

/** The status as people see it: an offer whose last day is over is `expired`. */
const statusNow = (ctx: Ctx): RawBuilder<unknown> =>
  sql`case when d.status = 'issued' and d.kind in ('quote', 'proforma')
    and d.valid_until < ${localDate(ctx.now(), ctx.timeZone)}::date then 'expired' else d.status end`

/** Documents whose text contains every word, by the trigram index; the caller's rights stand beside it. */
export function foundByText(words: string): RawBuilder<SqlBool> {
  const patterns = searchTerms(words).map((term) => `%${escapeLike(term)}%`)
  if (patterns.length === 0) return sql`true`
  return sql`d.id in (select search_documents(${sql.val(patterns)}::text[]))`
}

/** What the list of documents may ask of the activities about them. */
async function activityRelation(ctx: Ctx): Promise<Record<string, ListRelation>> {
  if (!may(ctx.actor, 'activities.read')) return {}
  const rows = (await visibleActivities(ctx))
    .innerJoin('activityTargets as rt', (join) =>
      join.onRef('rt.tenantId', '=', 'a.tenantId').onRef('rt.activityId', '=', 'a.id'),
    )
    .where('rt.targetType', '=', 'documents')
  const source = await activityFieldSource(ctx)
  return { activities: { label: 'activities.relation', source, rows, of: sql`rt.target_id` } }
}

/** Documents that have a product on one of their lines, by the words of its name or code. */
const productColumn = (ctx: Ctx): ListColumn => ({
  type: 'text',
  label: label('product'),
  contains: (words) => sql`d.id in (select l.document_id from document_lines l
    where l.tenant_id = ${ctx.tenantId} and (l.name ilike ${`%${escapeLike(words)}%`} or l.code = ${words}))`,
})

const label = (field: string) => `documents.field.${field}`

const text = (field: string, value: RawBuilder<unknown>): ListColumn => ({
  type: 'text',
  label: label(field),
  sql: value,
  sortable: true,
  nullable: true,
})

const money = (field: string, value: RawBuilder<unknown>): ListColumn => ({
  ...text(field, value),
  type: 'money',
})

const day = (field: string, value: RawBuilder<unknown>): ListColumn => ({
  ...text(field, value),
  type: 'date',
})

const instant = (field: string, value: RawBuilder<unknown>): ListColumn => ({
  type: 'instant',
  label: label(field),
  sql: value,
  sortable: true,
})

const options = (field: string, value: RawBuilder<unknown>, of: readonly string[]): ListColumn => ({
  type: 'enum',
  label: label(field),
  sql: value,
  options: Object.fromEntries(of.map((option) => [option, `documents.${field}.${option}`])),
})

const partyColumn = (field: string, column: RawBuilder<unknown>): ListColumn => ({
  type: 'party',
  label: label(field),
  hasAny: (ids) => sql<SqlBool>`${anyOf(column, ids)}`,
  hasNone: sql<SqlBool>`${column} is null`,
})
