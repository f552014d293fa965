import type { ListField } from '@peyvand/platform/contract'
import { useRoute } from '@peyvand/platform/web'
import { useMemo } from 'react'
import {
  listBinnedRecordsRoute,
  listRecordsRoute,
  type RecordKind,
  recordFieldsRoute,
  summarizeRecordsRoute,
} from '../../contract/index.ts'

/** The routes of a kind's lists: those of the contract with the kind in their address. */
export const listRouteOf = ({ key }: RecordKind) => ({ ...listRecordsRoute, path: `/records/${key}` })
export const summaryRouteOf = ({ key }: RecordKind) => ({
  ...summarizeRecordsRoute,
  path: `/records/${key}/summary`,
})
export const binRouteOf = ({ key }: RecordKind) => ({
  ...listBinnedRecordsRoute,
  path: `/records/${key}/bin`,
})

/** The fields of a kind's list, its own included; undefined while they are on their way. */
export function useKindFields({ key }: RecordKind) {
  const { data, error, refetch } = useRoute(
    recordFieldsRoute,
    { params: { kind: key } },
    { staleTime: 5 * 60_000 },
  )
  const fields = useMemo(() => data?.fields as Record<string, ListField> | undefined, [data])
  return { fields, error, retry: () => void refetch() }
}

/** What is shown where the user chose nothing: the main facts and the first of the kind's own fields. */
export const defaultColumnsOf = (fields: Readonly<Record<string, ListField>>): string[] => [
  ...['title', 'number', 'partyName', 'state'].filter((key) => key in fields),
  ...Object.keys(fields)
    .filter((key) => key.startsWith('custom.'))
    .slice(0, 4),
  'ownerName',
  'updatedAt',
]
