import type { Priority } from '@peyvand/activities/contract'
import type { CustomValues } from '@peyvand/platform/contract'

/** Who a deal belongs to. */
export interface Owner {
  ownerId: string | null
  teamId: string | null
}

/** A deal as a row of a file describes it: plain JSON, kept with the staged row until it is written. */
export interface DealItem {
  number: string | null
  title: string | null
  partyId: string | null
  contactId: string | null
  /** That the row names; a known deal moves there. */
  stageId: string | null
  /** Where a new deal begins. */
  firstStageId: string
  /** In Rial. */
  amount: string | null
  expectedCloseOn: string | null
  nextFollowUpAt: string | null
  priority: Priority | null
  /** Of a value that is there; else the label of one that is to be added to the list. */
  sourceId: string | null
  sourceLabel: string | null
  lostReasonId: string | null
  lostReasonLabel: string | null
  description: string | null
  /** That the row names. */
  owner: Owner | null
  /** Of a new deal: the row's own, else the import's, else the importing user. */
  ownerOfNew: Owner
  createdAt: string | null
  closedAt: string | null
  custom: CustomValues
}

export const emptyItem = (): Omit<DealItem, 'firstStageId' | 'ownerOfNew'> => ({
  number: null,
  title: null,
  partyId: null,
  contactId: null,
  stageId: null,
  amount: null,
  expectedCloseOn: null,
  nextFollowUpAt: null,
  priority: null,
  sourceId: null,
  sourceLabel: null,
  lostReasonId: null,
  lostReasonLabel: null,
  description: null,
  owner: null,
  createdAt: null,
  closedAt: null,
  custom: {},
})

/** What the deal is recognised by: its id or number; its customer and title only where it has neither. */
export function itemKeys(
  { number, partyId, title }: Pick<DealItem, 'number' | 'partyId' | 'title'>,
  id: string | null,
): string[] {
  const sure = [...(id ? [`id:${id}`] : []), ...(number ? [`number:${number}`] : [])]
  return sure.length > 0 || !partyId || !title ? sure : [nameKey({ partyId, title })]
}

export const nameKey = ({ partyId, title }: { partyId: string; title: string }): string =>
  `name:${partyId} ${title}`
