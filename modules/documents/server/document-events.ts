import { type Ctx, changesBetween, readCustomValues } from '@peyvand/platform/server'
import { type documentCreated, documentUpdated } from '../contract/index.ts'
import type { StoredDocument } from './document-access.ts'

type Told = Pick<StoredDocument, 'id' | 'kind' | 'number' | 'title' | 'partyId' | 'dealId' | 'ownerId'>

/** What the audit log says of a document: its number once it has one. */
export const auditOf = ({ id, number, title, kind }: Pick<Told, 'id' | 'number' | 'title' | 'kind'>) => ({
  record: 'documents',
  recordId: id,
  label: number ?? title ?? kind,
})

/** What events say of it. */
export const aboutDocument = ({ id, kind, number, partyId, dealId, ownerId }: Told) => ({
  documentId: id,
  kind,
  number,
  partyId,
  dealId,
  ownerId,
})

/** Tells the rest of the program and open screens of a document. */
export function tellOfDocument(ctx: Ctx, event: typeof documentCreated, document: Told): void {
  ctx.emit(event, aboutDocument(document))
  ctx.live({ topic: 'documents', id: document.id })
}

/** Audit, event and open screens after a change; answers the names of what changed. */
export function noteChange(ctx: Ctx, before: StoredDocument, after: StoredDocument): string[] {
  const changes = changesBetween<Record<string, unknown>>(audited(before), audited(after))
  const fields = Object.keys(changes)
  if (fields.length === 0) return fields
  ctx.audit({ action: 'update', ...auditOf(after), changes })
  ctx.emit(documentUpdated, { ...aboutDocument(after), fields })
  ctx.live({ topic: 'documents', id: after.id })
  return fields
}

type Audited = Omit<
  StoredDocument,
  'custom' | 'charges' | 'partyBlock' | 'firmBlock' | 'approval' | 'answer'
> & {
  custom: unknown
}

/** Columns that the audit log shows old and new values of. */
export const audited = (document: Audited) => ({
  status: document.status,
  number: document.number,
  title: document.title,
  partyId: document.partyId,
  contactId: document.contactId,
  dealId: document.dealId,
  ownerId: document.ownerId,
  teamId: document.teamId,
  issuedOn: document.issuedOn,
  validUntil: document.validUntil,
  dueOn: document.dueOn,
  promisedOn: document.promisedOn,
  preparationId: document.preparationId,
  currency: document.currency,
  exchangeRate: document.exchangeRate,
  settlement: document.settlement,
  channel: document.channel,
  discountCodes: document.discountCodes,
  shippingMethodId: document.shippingMethodId,
  shipTo: document.shipTo,
  vehicle: document.vehicle,
  driver: document.driver,
  terms: document.terms,
  note: document.note,
  internalNote: document.internalNote,
  roundTo: document.roundTo,
  net: document.net,
  vat: document.vat,
  total: document.total,
  cancelledReason: document.cancelledReason,
  ...Object.fromEntries(
    Object.entries(readCustomValues(document.custom as StoredDocument['custom'])).map(([key, value]) => [
      `custom.${key}`,
      value,
    ]),
  ),
})
