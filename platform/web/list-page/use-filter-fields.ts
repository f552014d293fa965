import type { FilterField } from '@peyvand/ui/data'
import { useMemo } from 'react'
import type { ListField } from '../../contract/index.ts'
import { useT } from '../i18n.ts'
import { useListServices } from './list-services.ts'

/** A record type's fields for the filter builder; labels and options are text keys or, for own fields, texts. */
export function useFilterFields(fields: Readonly<Record<string, ListField>>): FilterField[] {
  const t = useT()
  // The app gives its services once, so the hook stays the same.
  // oxlint-disable-next-line react/hooks
  const optionsOf = useListServices().useFieldOptions()
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
