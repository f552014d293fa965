import type { ListField } from '@peyvand/platform/contract'
import { type ListRelations, useRoute } from '@peyvand/platform/web'
import { dealFieldsRoute } from '../../contract/index.ts'

/** The fields of the list of deals, the firm's own included; undefined while they are on their way. */
export function useDealFields() {
  const { data, error, refetch } = useRoute(dealFieldsRoute, {}, { staleTime: 5 * 60_000 })
  return {
    fields: data?.fields as Record<string, ListField> | undefined,
    relations: data?.relations as ListRelations | undefined,
    error,
    retry: () => void refetch(),
  }
}

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
