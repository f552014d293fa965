import type { FilterField } from '@peyvand/ui/data'
import { useMemo } from 'react'
import type { Filter, ListField } from '../../contract/index.ts'
import { useT } from '../i18n.ts'
import { useListServices } from './list-services.ts'

/** A record type's fields for the filter builder; labels and options are text keys or, for own fields, texts. */
export function useFilterFields(
  fields: Readonly<Record<string, ListField>>,
  filter: Filter | null,
): FilterField[] {
  const t = useT()
  // The app gives its services once, so the hook stays the same.
  // oxlint-disable-next-line react/hooks
  const optionsOf = useListServices().useFieldOptions(partyIdsIn(fields, filter))
  return useMemo(
    () =>
      Object.entries(fields)
        .filter(([, field]) => field.filterable !== false)
        .map(([key, field]) => ({
          key,
          label: t(field.label),
          type: field.type,
          ...(field.options
            ? { options: Object.entries(field.options).map(([value, label]) => ({ value, label: t(label) })) }
            : optionsOf({ type: field.type, valueList: field.valueList })),
        })),
    [fields, t, optionsOf],
  )
}

/** What a filter asks of fields that hold a party. */
function partyIdsIn(fields: Readonly<Record<string, ListField>>, filter: Filter | null): string[] {
  if (!filter) return []
  if ('and' in filter) return filter.and.flatMap((part) => partyIdsIn(fields, part))
  if ('or' in filter) return filter.or.flatMap((part) => partyIdsIn(fields, part))
  if (fields[filter.field]?.type !== 'party') return []
  return [filter.value].flat().filter((id) => typeof id === 'string')
}
