import type { FilterField, SavedView, ViewSharing } from '@peyvand/ui/data'
import { createContext, useContext } from 'react'
import type { Aggregate, FieldType, Filter } from '../../contract/index.ts'

/** How a saved view shows a list. */
export interface ViewDefinition {
  columns: string[]
  widths: Record<string, number>
  filter: Filter | null
  sort: string | null
  /** A field, for times with its unit: `createdAt.month`. */
  groupBy: string | null
  /** Field → what the footer tells of it. */
  aggregates: Record<string, Aggregate>
}

export interface StoredView extends SavedView {
  definition: ViewDefinition
}

export interface ListViews {
  views: readonly StoredView[]
  isLoading: boolean
  /** Teams with whose members this user may share a view. */
  teams: readonly { id: string; label: string }[]
  /** Whether this user may give views to everyone. */
  mayPublish: boolean
  create(name: string, definition: ViewDefinition): Promise<string>
  save(
    id: string,
    change: { name?: string; sharing?: ViewSharing; definition?: ViewDefinition },
  ): Promise<void>
  /** The view with which the list opens for this user; null for none. */
  setDefault(id: string | null): Promise<void>
  remove(id: string): Promise<void>
}

/** What the list page needs of modules that the platform does not know; given by the app. */
export interface ListServices {
  /** A hook: the saved views of a list. */
  useViews(list: string): ListViews
  /**
   * A hook: options of a field's type (users, teams, tags, parties, a list of values); also the names of `partyIds`,
   * which the present filter asks for.
   */
  useFieldOptions(
    partyIds: readonly string[],
  ): (field: {
    type: FieldType
    valueList?: string | undefined
  }) => Pick<FilterField, 'options' | 'loadOptions' | 'nameOf'> | undefined
}

export const ListServicesContext = createContext<ListServices | null>(null)

export function useListServices(): ListServices {
  const services = useContext(ListServicesContext)
  if (!services) throw new Error('the app gives no list services')
  return services
}
