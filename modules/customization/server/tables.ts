import type { Color, ViewDefinition } from '@peyvand/customization/contract'
import type { Json } from '@peyvand/platform/server'
import type { Generated } from 'kysely'

declare module '@peyvand/platform/tables' {
  interface Tables {
    listValues: ListValuesTable
    tags: TagsTable
    recordTags: { tenantId: number; record: string; recordId: string; tagId: string }
    savedViews: SavedViewsTable
    defaultViews: { tenantId: number; userId: string; record: string; viewId: string }
    numberSeries: NumberSeriesTable
  }
}

interface ListValuesTable {
  tenantId: number
  id: string
  list: string
  key: string
  labelFa: string
  labelEn: string
  /** Labels in the form in which two spellings are one. */
  matchFa: string
  matchEn: string
  color: Color | null
  position: number
  archivedAt: string | null
  mergedInto: string | null
  version: Generated<number>
}

interface TagsTable {
  tenantId: number
  id: string
  name: string
  match: string
  color: Color
  createdBy: string | null
  createdAt: Generated<string>
  version: Generated<number>
}

interface SavedViewsTable {
  tenantId: number
  id: string
  record: string
  name: string
  visibility: 'private' | 'team' | 'public'
  teamIds: Generated<string[]>
  ownerId: string | null
  definition: Json<ViewDefinition>
  position: number
  createdAt: Generated<string>
  version: Generated<number>
}

interface NumberSeriesTable {
  tenantId: number
  id: string
  key: string
  labelFa: string
  labelEn: string
  pattern: string
  perYear: boolean
  version: Generated<number>
}
