import type { Priority } from '@peyvand/activities/contract'
import type { ConfiguredOptions } from '@peyvand/catalog/contract'
import type { CustomValues } from '@peyvand/platform/contract'
import type { Json } from '@peyvand/platform/server'
import type { Generated } from 'kysely'
import type { ChecklistItem, DealOrigin, Outcome, RequiredField } from '../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    pipelines: PipelinesTable
    pipelineStages: PipelineStagesTable
    deals: DealsTable
    dealStays: DealStaysTable
    dealCompetitors: DealCompetitorsTable
    dealLines: DealLinesTable
    dealBulkChanges: { tenantId: number; operationId: string; dealId: string; before: Json<object> }
  }
}

interface PipelinesTable {
  tenantId: number
  id: string
  name: string
  teamId: string | null
  position: number
  archivedAt: string | null
  createdAt: string
  version: Generated<number>
}

interface PipelineStagesTable {
  tenantId: number
  id: string
  pipelineId: string
  name: string
  outcome: Outcome
  probability: number
  staleDays: number | null
  requiredFields: RequiredField[]
  checklist: Json<ChecklistItem[]>
  position: number
  removedAt: string | null
}

interface DealsTable {
  tenantId: number
  id: string
  number: string
  title: string
  pipelineId: string
  stageId: string
  outcome: Outcome
  stageSince: string
  partyId: string
  contactId: string | null
  amount: string | null
  amountOfLines: Generated<boolean>
  ownerId: string | null
  teamId: string | null
  expectedCloseOn: string | null
  nextFollowUpAt: string | null
  priority: Priority
  sourceId: string | null
  lostReasonId: string | null
  lostToId: string | null
  description: string | null
  checked: string[]
  custom: Json<CustomValues>
  search: string
  origin: DealOrigin
  originId: string | null
  closedAt: string | null
  createdAt: string
  createdBy: string | null
  updatedAt: string
  updatedBy: string | null
  deletedAt: string | null
  deletedBy: string | null
  version: Generated<number>
}

interface DealStaysTable {
  tenantId: number
  dealId: string
  position: number
  stageId: string
  enteredAt: string
  leftAt: string | null
  movedBy: string | null
}

interface DealCompetitorsTable {
  tenantId: number
  dealId: string
  partyId: string
  price: string | null
  note: string | null
  position: number
}

interface DealLinesTable {
  tenantId: number
  dealId: string
  position: number
  productId: string
  unitId: string
  configuration: Json<ConfiguredOptions | null>
  quantity: string
  priceByHand: string | null
  discountPercent: string | null
  listPrice: string | null
  unitPrice: string
  net: string
  needsApproval: boolean
}
