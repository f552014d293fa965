import type { Color } from '@peyvand/customization/contract'
import type { CustomValues } from '@peyvand/platform/contract'
import type { Json } from '@peyvand/platform/server'
import type { Generated } from 'kysely'
import type { z } from 'zod'
import type { KindState, PartyUse, RecordOrigin } from '../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    recordKinds: RecordKindsTable
    records: RecordsTable
    recordBulkChanges: {
      tenantId: number
      operationId: string
      recordId: string
      before: Json<Record<string, unknown>>
    }
  }
}

interface RecordKindsTable {
  tenantId: number
  id: string
  key: string
  nameFa: string
  nameEn: string
  pluralFa: string
  pluralEn: string
  icon: string
  color: Color
  titlePattern: string | null
  party: PartyUse
  states: Json<KindState[]>
  position: number
  createdAt: string
  archivedAt: string | null
  version: Generated<number>
}

interface RecordsTable {
  tenantId: number
  id: string
  kindId: string
  number: string
  title: string
  state: string | null
  partyId: string | null
  ownerId: string | null
  teamId: string | null
  custom: Json<CustomValues>
  search: string
  /** Words of own fields that some role hides. */
  searchWithheld: Generated<string>
  source: z.infer<typeof RecordOrigin>
  sourceId: string | null
  createdAt: string
  createdBy: string | null
  updatedAt: string
  updatedBy: string | null
  deletedAt: string | null
  deletedBy: string | null
  version: Generated<number>
}
