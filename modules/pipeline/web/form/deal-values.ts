import type { Priority } from '@peyvand/activities/contract'
import type { AttachedFile } from '@peyvand/files/web'
import type { CustomField } from '@peyvand/platform/contract'
import type { Deal } from '../../contract/index.ts'

/** What the form of a deal holds. */
export interface DealValues {
  title: string
  partyId: string | null
  contactId: string | null
  /** Of new deals. */
  stageId: string | null
  amount: string | null
  expectedCloseOn: string | null
  nextFollowUpAt: string | null
  priority: Priority
  sourceId: string | null
  competitors: { partyId: string | null; price: string | null; note: string }[]
  ownerId: string | null
  description: string
  files: AttachedFile[]
  custom: Record<string, unknown>
}

export const valuesOfDeal = (deal: Deal): DealValues => ({
  title: deal.title,
  partyId: deal.party.id,
  contactId: deal.contact?.id ?? null,
  stageId: deal.stage.id,
  amount: deal.amount,
  expectedCloseOn: deal.expectedCloseOn,
  nextFollowUpAt: deal.nextFollowUpAt,
  priority: deal.priority,
  sourceId: deal.source?.id ?? null,
  competitors: deal.competitors.map(({ id, price, note }) => ({ partyId: id, price, note: note ?? '' })),
  ownerId: deal.owner?.id ?? null,
  description: deal.description ?? '',
  files: deal.files.map(({ id, name, size }) => ({ id, name, size })),
  custom: { ...deal.custom },
})

interface Known {
  partyId: string | null
  stageId: string | null
  ownerId: string
}

export const valuesOfNew = (known: Known): DealValues => ({
  title: '',
  contactId: null,
  amount: null,
  expectedCloseOn: null,
  nextFollowUpAt: null,
  priority: 'normal',
  sourceId: null,
  competitors: [],
  description: '',
  files: [],
  custom: {},
  ...known,
})

/** The values as the API takes them; own fields that are out of sight stay as they are. */
export function bodyOf(values: DealValues, shown: readonly CustomField[]) {
  const { stageId: _, partyId, ownerId, files, custom, description, competitors, ...plain } = values
  return {
    ...plain,
    // The server says of a missing party that it is required.
    partyId: partyId ?? '',
    description: description.trim() || null,
    competitors: competitors.map((one) => ({
      partyId: one.partyId ?? '',
      price: one.price,
      note: one.note.trim() || null,
    })),
    ...(ownerId && { ownerId }),
    fileIds: files.map(({ id }) => id),
    custom: Object.fromEntries(shown.map(({ key }) => [key, custom[key] ?? null])),
  }
}
