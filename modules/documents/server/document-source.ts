import { activityRelation } from '@peyvand/activities/server'
import { currencies } from '@peyvand/catalog/contract'
import { teamName, userName } from '@peyvand/identity/server'
import { partyName } from '@peyvand/parties/server'
import { localDate, searchTerms } from '@peyvand/persian'
import { dealTitle } from '@peyvand/pipeline/server'
import {
  type Ctx,
  customColumns,
  escapeLike,
  type ListColumn,
  type ListSource,
  listColumns,
} from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import {
  DocumentKind,
  DocumentOrigin,
  DocumentStatus,
  Progress,
  Settlement,
  Side,
} from '../contract/index.ts'

const { label, text, number, money, day, instant, user, team, word, listed, party } =
  listColumns('documents.field')

/** Documents as lists and exports read them: columns over `documents as d`. */
export const documentSource = async (ctx: Ctx): Promise<ListSource> => ({
  ...(await documentFieldSource(ctx)),
  relations: await activityRelation(ctx, 'documents'),
})

/** The same without what filters may ask of other records, for lists that themselves ask for documents. */
export async function documentFieldSource(ctx: Ctx): Promise<ListSource> {
  return {
    id: sql`d.id`,
    defaultSort: '-issuedOn',
    search: (_, words) => foundByText(words),
    columns: {
      number: text('number', sql`d.number`),
      title: text('title', sql`d.title collate "fa-x-icu"`),
      kind: options('kind', sql`d.kind`, DocumentKind.options),
      side: options('side', sql`d.side`, Side.options),
      status: options('status', statusNow(ctx), [...DocumentStatus.options, 'expired']),
      party: party('party', sql`d.party_id`),
      partyName: text('party', partyName(sql`d.party_id`)),
      contact: party('contact', sql`d.contact_id`),
      deal: text('deal', dealTitle(ctx, sql`d.deal_id`), { sortable: false }),
      product: productColumn(ctx),
      total: money('total', sql`d.total_rial`),
      net: money('net', sql`d.net_rial`),
      vat: money('vat', sql`d.vat_rial`),
      currency: word('currency', sql`d.currency`, 'catalog.currency', currencies),
      issuedOn: day('issuedOn', sql`d.issued_on`, { nullable: false }),
      validUntil: day('validUntil', sql`d.valid_until`),
      dueOn: day('dueOn', sql`d.due_on`),
      promisedOn: day('promisedOn', sql`d.promised_on`),
      preparation: listed('preparation', sql`d.preparation_id`, 'preparationStages'),
      delivery: {
        ...word('delivery', sql`d.delivery`, 'documents.progress', Progress.options),
        nullable: true,
      },
      invoicing: {
        ...word('invoicing', sql`d.invoicing`, 'documents.progress', Progress.options),
        nullable: true,
      },
      settlement: options('settlement', sql`d.settlement`, Settlement.options),
      fiscalYear: number('fiscalYear', sql`d.fiscal_year`),
      owner: user('owner', sql`d.owner_id`),
      ownerName: text('owner', userName(sql`d.owner_id`)),
      team: team('team', sql`d.team_id`),
      teamName: text('team', teamName(sql`d.team_id`)),
      ...(await customColumns(ctx, 'documents', sql`d.id`)),
      sentAt: instant('sentAt', sql`d.sent_at`, { nullable: true }),
      seenAt: instant('seenAt', sql`d.seen_at`, { nullable: true }),
      issuedAt: instant('issuedAt', sql`d.issued_at`, { nullable: true }),
      origin: options('origin', sql`d.origin`, DocumentOrigin.options),
      createdBy: user('createdBy', sql`d.created_by`),
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

/** Documents that have a product on one of their lines, by the words of its name or code. */
const productColumn = (ctx: Ctx): ListColumn => ({
  type: 'text',
  label: label('product'),
  contains: (words) => sql`d.id in (select l.document_id from document_lines l
    where l.tenant_id = ${ctx.tenantId} and (l.name ilike ${`%${escapeLike(words)}%`} or l.code = ${words}))`,
})

/** One of a few words, under the name of the field. */
const options = (field: string, value: RawBuilder<unknown>, of: readonly string[]): ListColumn =>
  word(field, value, `documents.${field}`, of)
