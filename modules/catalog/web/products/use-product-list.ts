import type { ListField } from '@peyvand/platform/contract'
import { useRoute } from '@peyvand/platform/web'
import { useMemo } from 'react'
import { productFieldsRoute } from '../../contract/index.ts'

/** The fields of the list of products, own ones included; undefined while they are on their way. */
export function useProductFields() {
  const { data, error, refetch } = useRoute(productFieldsRoute, {}, { staleTime: 60_000 })
  const fields = useMemo(() => data?.fields as Record<string, ListField> | undefined, [data])
  return { fields, error, retry: () => void refetch() }
}

/** What is shown where the user chose nothing. */
export const defaultColumns = ['name', 'code', 'groupName', 'unit', 'price', 'kind', 'active']
