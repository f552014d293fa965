import type { FilterField, FilterRelation } from '@peyvand/ui/data'
import { useMemo } from 'react'
import type { Filter, ListField } from '../../contract/index.ts'
import { useT } from '../i18n.ts'
import { useListServices } from './list-services.ts'

type Fields = Readonly<Record<string, ListField>>

/** Related records that a list's filter may ask for, as its route describes them. */
export type ListRelations = Readonly<Record<string, { label: string; fields: Fields }>>

const noRelations: ListRelations = {}

/**
 * A record type's fields and relations for the filter builder, labels and options being text keys or, for own fields,
 * texts; `alsoNamed` are parties that the list shows elsewhere, such as in the heads of groups.
 */
export function useFilterFields(
  fields: Fields,
  relations: ListRelations = noRelations,
  { filter, alsoNamed = [] }: { filter: Filter | null; alsoNamed?: readonly string[] },
): { fields: FilterField[]; relations: FilterRelation[] } {
  const t = useT()
  // The app gives its services once, so the hook stays the same.
  // oxlint-disable-next-line react/hooks
  const optionsOf = useListServices().useFieldOptions([
    ...partyIdsIn(fields, relations, filter),
    ...alsoNamed,
  ])
  return useMemo(() => {
    const prepared = (given: Fields): FilterField[] =>
      Object.entries(given)
        .filter(([, field]) => field.filterable !== false)
        .map(([key, field]) => ({
          key,
          label: t(field.label),
          type: field.type,
          ...(field.options
            ? { options: Object.entries(field.options).map(([value, label]) => ({ value, label: t(label) })) }
            : optionsOf({ type: field.type, valueList: field.valueList })),
        }))
    return {
      fields: prepared(fields),
      relations: Object.entries(relations).map(([key, relation]) => ({
        key,
        label: t(relation.label),
        fields: prepared(relation.fields),
      })),
    }
  }, [fields, relations, t, optionsOf])
}

/** What a filter asks of fields that hold a party. */
function partyIdsIn(fields: Fields, relations: ListRelations, filter: Filter | null): string[] {
  if (!filter) return []
  if ('and' in filter) return filter.and.flatMap((part) => partyIdsIn(fields, relations, part))
  if ('or' in filter) return filter.or.flatMap((part) => partyIdsIn(fields, relations, part))
  if ('relation' in filter)
    return partyIdsIn(relations[filter.relation]?.fields ?? {}, noRelations, filter.where ?? null)
  if (fields[filter.field]?.type !== 'party') return []
  return [filter.value].flat().filter((id) => typeof id === 'string')
}
