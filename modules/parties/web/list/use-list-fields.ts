import type { ListField } from '@peyvand/platform/contract'
import { type ListRelations, useRoute } from '@peyvand/platform/web'
import { useMemo } from 'react'
import { listPartyFieldsRoute } from '../../contract/index.ts'

export interface PartyListFields {
  fields: Readonly<Record<string, ListField>>
  relations: ListRelations
  defaultSort: string
  defaultColumns: readonly string[]
}

/** Fields of the list as this user may see them, the firm's own included; undefined while they are on their way. */
export function useListFields(): { data: PartyListFields | undefined; error: unknown; retry: () => void } {
  const { data, error, refetch } = useRoute(listPartyFieldsRoute, {}, { staleTime: 5 * 60_000 })
  const prepared = useMemo(
    () =>
      data && {
        ...data,
        fields: withoutUndefined(data.fields),
        relations: Object.fromEntries(
          Object.entries(data.relations).map(([key, { label, fields }]) => [
            key,
            { label, fields: withoutUndefined(fields) },
          ]),
        ),
      },
    [data],
  )
  return { data: prepared, error, retry: () => void refetch() }
}

/** The contract's optional parts may be present as undefined, which lists do not expect. */
const withoutUndefined = (fields: Record<string, object>): Record<string, ListField> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [
      key,
      Object.fromEntries(Object.entries(field).filter(([, value]) => value !== undefined)),
    ]),
  ) as unknown as Record<string, ListField>
