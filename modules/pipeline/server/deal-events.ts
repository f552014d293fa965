import { type Ctx, changesBetween, readCustomValues } from '@peyvand/platform/server'
import { type dealCreated, dealUpdated } from '../contract/index.ts'
import type { StoredDeal } from './deal-access.ts'

type Told = Pick<StoredDeal, 'id' | 'title' | 'partyId' | 'ownerId' | 'stageId'>

/** What the audit log says of a deal. */
export const auditOf = ({ id, title }: Pick<StoredDeal, 'id' | 'title'>) => ({
  record: 'deals',
  recordId: id,
  label: title,
})

/** What events say of it. */
export const aboutDeal = ({ id, partyId, ownerId, stageId }: Told) => ({
  dealId: id,
  partyId,
  ownerId,
  stageId,
})

/** Tells the rest of the program and open screens of a deal. */
export function tellOfDeal(ctx: Ctx, event: typeof dealCreated, deal: Told): void {
  ctx.emit(event, aboutDeal(deal))
  ctx.live({ topic: 'deals', id: deal.id })
}

/** What the log tells of a deal's competitors, by id, and lines, in words. */
export interface DealParts {
  competitors?: string[]
  lines?: string[]
}

/** Audit, event and open screens after a change; answers the names of what changed. */
export function noteChange(
  ctx: Ctx,
  before: StoredDeal,
  after: StoredDeal,
  parts: { from?: DealParts; to?: DealParts } = {},
): string[] {
  const changes = changesBetween<Record<string, unknown>>(
    { ...audited(before), ...parts.from },
    { ...audited(after), ...parts.to },
  )
  const fields = Object.keys(changes)
  if (fields.length === 0) return fields
  ctx.audit({ action: 'update', ...auditOf(after), changes })
  ctx.emit(dealUpdated, { ...aboutDeal(after), fields })
  ctx.live({ topic: 'deals', id: after.id })
  return fields
}

/** Columns that the audit log shows old and new values of. */
export const audited = (deal: Omit<StoredDeal, 'custom'> & { custom: unknown }) => ({
  title: deal.title,
  stageId: deal.stageId,
  partyId: deal.partyId,
  contactId: deal.contactId,
  amount: deal.amount,
  ownerId: deal.ownerId,
  teamId: deal.teamId,
  expectedCloseOn: deal.expectedCloseOn,
  nextFollowUpAt: deal.nextFollowUpAt,
  priority: deal.priority,
  sourceId: deal.sourceId,
  lostReasonId: deal.lostReasonId,
  lostToId: deal.lostToId,
  description: deal.description,
  ...Object.fromEntries(
    Object.entries(readCustomValues(deal.custom as StoredDeal['custom'])).map(([key, value]) => [
      `custom.${key}`,
      value,
    ]),
  ),
})
