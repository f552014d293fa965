import type { AnyRoute, ListField } from '../../contract/index.ts'
import { useRoute } from '../query.ts'
import type { ListRelations } from './use-filter-fields.ts'

interface ListFields {
  fields: Readonly<Record<string, ListField>>
  relations: ListRelations
}

/** What a list's `…/fields` route tells of it, the firm's own fields included; undefined while it is on its way. */
export function useListFields(route: AnyRoute): Partial<ListFields> & { error: unknown; retry: () => void } {
  const { data, error, refetch } = useRoute(route, {}, { staleTime: 5 * 60_000 })
  return { ...(data as ListFields | undefined), error, retry: () => void refetch() }
}
