import { useListFields } from '@peyvand/platform/web'
import { dealFieldsRoute } from '../../contract/index.ts'

/** The fields of the list of deals, the firm's own included; undefined while they are on their way. */
export const useDealFields = () => useListFields(dealFieldsRoute)

export const defaultColumns = [
  'title',
  'partyName',
  'stage',
  'amount',
  'nextFollowUpAt',
  'expectedCloseOn',
  'priority',
  'ownerName',
]
