import type { SavedView } from '@peyvand/customization/contract'
import type { Filter } from '@peyvand/platform/contract'
import { type Ctx, customFieldRule } from '@peyvand/platform/server'
import { unknownParts } from './known-fields.ts'

/**
 * The views that name nothing that the caller's role hides: a view whose filter asks for a hidden field, or for a part
 * of the records (a group of parties) that is none of their business, is not theirs. Columns of hidden fields go.
 */
export async function knownViews(ctx: Ctx, views: readonly SavedView[]): Promise<SavedView[]> {
  const partsOf = await unknownParts(ctx)
  const isHidden = (record: string, field: string) =>
    field.startsWith('custom.') &&
    customFieldRule(ctx, { record, key: field.slice('custom.'.length) }) === 'hidden'
  const isUnknown = (record: string, { field, value }: { field: string; value?: unknown }) =>
    !field.startsWith('custom.') &&
    // `leads.qualified` is a state of a group.
    [value].flat().some((one) => typeof one === 'string' && partsOf.get(record)?.has(one.replace(/\..*/, '')))
  const isKnown = (record: string, filter: Filter | null | undefined): boolean => {
    if (!filter) return true
    if ('and' in filter) return filter.and.every((part) => isKnown(record, part))
    if ('or' in filter) return filter.or.every((part) => isKnown(record, part))
    // A relation bears the name of its record type.
    if ('relation' in filter) return isKnown(filter.relation, filter.where)
    return !isHidden(record, filter.field) && !isUnknown(record, filter)
  }
  return views.flatMap((view) => {
    const record = view.record.replace(/\..*/, '')
    const { definition } = view
    if (!isKnown(record, definition.filter)) return []
    const isShown = (field: string) => !isHidden(record, field)
    const shownText = (text: string | null) =>
      text
        ?.split(',')
        .filter((part) => isShown(fieldOf(part)))
        .join() || null
    return {
      ...view,
      definition: {
        ...definition,
        columns: definition.columns.filter(isShown),
        widths: shownKeys(definition.widths, isShown),
        aggregates: shownKeys(definition.aggregates, isShown),
        sort: shownText(definition.sort),
        groupBy: shownText(definition.groupBy),
      },
    }
  })
}

/** `-custom.size` and `custom.day.month` are of the fields `custom.size` and `custom.day`. */
const fieldOf = (part: string): string => /^-?((?:custom\.)?\w+)/.exec(part)?.[1] ?? part

const shownKeys = <V>(given: Record<string, V>, isShown: (key: string) => boolean): Record<string, V> =>
  Object.fromEntries(Object.entries(given).filter(([key]) => isShown(key)))
