import type { ListField } from '@peyvand/platform/contract'
import { type ListRelations, useRoute } from '@peyvand/platform/web'
import { leadFieldsRoute } from '../../contract/index.ts'

/** The fields of the list of leads; undefined while they are on their way. */
export function useLeadFields() {
  const { data, error, refetch } = useRoute(leadFieldsRoute, {}, { staleTime: 5 * 60_000 })
  return {
    fields: data?.fields as Record<string, ListField> | undefined,
    relations: data?.relations as ListRelations | undefined,
    error,
    retry: () => void refetch(),
  }
}

/** The firm's word for a state of leads. */
export function useStateName(): (state: string | null) => string | null {
  const { fields } = useLeadFields()
  return (state) => (state === null ? null : (fields?.['state']?.options?.[state] ?? state))
}
