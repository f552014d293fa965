import type { FilterField, SavedView } from '@peyvand/ui/data'
import { createContext, useContext } from 'react'
import type { FieldType, Filter } from '../../contract/index.ts'

/** How a saved view shows a list. */
export interface ViewDefinition {
  columns: string[]
  widths: Record<string, number>
  filter: Filter | null
  sort: string | null
}

export interface StoredView extends SavedView {
  definition: ViewDefinition
}

export interface ListViews {
  views: readonly StoredView[]
  isLoading: boolean
  create(name: string, definition: ViewDefinition): Promise<string>
  save(id: string, change: { name?: string; isPublic?: boolean; definition?: ViewDefinition }): Promise<void>
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
