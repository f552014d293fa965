import { valueLabel } from '@peyvand/customization/server'
import { byIds, type HistorySource, restoredInput, valueBefore } from '@peyvand/history/server'
import { teamsByIds, usersByIds } from '@peyvand/identity/server'
import { partyRefs } from '@peyvand/parties/server'
import { dealTitle } from '@peyvand/pipeline/server'
import { type Ctx, customFieldRule } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import { type Document, DocumentChange } from '../contract/index.ts'
import { openableDocument, reaches } from './document-access.ts'
import { audited } from './document-events.ts'
import { updateDocument } from './update-document.ts'

/** What follows from lines or from what was done is not given back by itself. */
const consequences = new Set(['status', 'number', 'net', 'vat', 'total', 'cancelledReason'])

/** What the history of documents is read from. */
export const documentHistory: HistorySource = {
  record: 'documents',
  names: {
    partyId: byIds(partyRefs),
    contactId: byIds(partyRefs),
    dealId: byIds(namesBy(dealTitle)),
    ownerId: byIds(usersByIds),
    teamId: byIds(teamsByIds),
    shippingMethodId: byIds(namesBy(valueLabel)),
    preparationId: byIds(namesBy(valueLabel)),
  },
  partyNames: byIds(partyRefs),
  require: async (ctx, id) => {
    const row = await openableDocument(ctx, id)
    return { mayChange: row.deletedAt === null && reaches(ctx, 'update', row) }
  },
  present: async (ctx, id) => {
    const row = await openableDocument(ctx, id)
    return { fields: audited(row), deleted: row.deletedAt !== null }
  },
  isWithheld: () => false,
  isRestorable: (ctx, field) =>
    field.startsWith('custom.')
      ? customFieldRule(ctx, { record: 'documents', key: field.slice('custom.'.length) }) === null
      : !consequences.has(field),
}

/**
 * Gives one field the value back that it had before a change, by the ordinary save.
 * @throws AppError history.noSuchChange (404), history.notRestorable, history.valueGone (409); as updateDocument
 */
export async function restoreDocumentField(
  ctx: Ctx,
  { id, changeId, field, version }: { id: string; changeId: string; field: string; version: number },
): Promise<Document> {
  const value = await valueBefore(ctx, documentHistory, { id, changeId, field })
  const own = /^custom\.(.+)$/.exec(field)?.[1]
  const input = own ? { custom: { [own]: value } } : { [field]: value }
  return updateDocument(ctx, id, restoredInput(DocumentChange, { version, ...input }))
}

function namesBy(label: (ctx: Ctx, id: RawBuilder<unknown>) => RawBuilder<string | null>) {
  return async (ctx: Ctx, ids: string[]): Promise<ReadonlyMap<string, { name: string }>> => {
    const { rows } = await sql<{ id: string; name: string | null }>`
      select n.id, ${label(ctx, sql`n.id`)} as name from unnest(${sql.val(ids)}::uuid[]) as n (id)`.execute(
      ctx.db,
    )
    return new Map(rows.map(({ id, name }) => [id, { name: name ?? '' }]))
  }
}
