import type { CustomValues } from '@peyvand/platform/contract'
import type { Json } from '@peyvand/platform/server'
import type { Generated } from 'kysely'
import type {
  ConfiguratorChange,
  ConfiguredOptions,
  Currency,
  OptionRule,
  ProductKind,
  ProductOrigin,
  SalesChannel,
  Tracking,
  VatTreatment,
} from '../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    vatClasses: VatClassesTable
    vatRates: { tenantId: number; classId: string; validFrom: string; percent: string }
    productGroups: ProductGroupsTable
    products: ProductsTable
    productUnits: ProductUnitsTable
    bundleParts: BundlePartsTable
    priceLists: PriceListsTable
    prices: PricesTable
    discountRules: DiscountRulesTable
    configurators: ConfiguratorsTable
    productConfigurations: ProductConfigurationsTable
    productBulkChanges: {
      tenantId: number
      operationId: string
      productId: string
      before: Json<Record<string, unknown>>
    }
    priceAdjustments: PriceAdjustmentsTable
  }
}

interface VatClassesTable {
  tenantId: number
  id: string
  key: string | null
  name: string
  treatment: VatTreatment
  archivedAt: string | null
  createdAt: string
  version: Generated<number>
}

interface ProductGroupsTable {
  tenantId: number
  id: string
  parentId: string | null
  name: string
  position: number
  createdAt: string
  version: Generated<number>
}

interface ProductsTable {
  tenantId: number
  id: string
  kind: ProductKind
  code: string
  name: string
  nameLatin: string | null
  groupId: string | null
  unitId: string
  vatClassId: string
  taxCode: string | null
  tracking: Tracking
  warrantyMonths: number | null
  warrantyTerms: string | null
  description: string | null
  active: boolean
  custom: Json<CustomValues>
  search: string
  source: ProductOrigin
  sourceId: string | null
  createdAt: string
  createdBy: string | null
  updatedAt: string
  updatedBy: string | null
  deletedAt: string | null
  deletedBy: string | null
  version: Generated<number>
}

interface ProductUnitsTable {
  tenantId: number
  productId: string
  unitId: string
  factor: string
  barcode: string | null
  position: number
}

interface BundlePartsTable {
  tenantId: number
  bundleId: string
  productId: string
  quantity: string
  position: number
}

interface ConditionColumns {
  levelIds: string[]
  groups: string[]
  channels: SalesChannel[]
  validFrom: string | null
  validTo: string | null
  active: boolean
}

interface PriceListsTable extends ConditionColumns {
  tenantId: number
  id: string
  name: string
  currency: Currency
  position: number
  createdAt: string
  updatedAt: string
  version: Generated<number>
}

interface PricesTable {
  tenantId: number
  listId: string
  productId: string
  unitId: string
  minQuantity: string
  price: string
  floor: string | null
}

interface DiscountRulesTable extends ConditionColumns {
  tenantId: number
  id: string
  name: string
  kind: 'percent' | 'amount'
  percent: string | null
  amount: string | null
  currency: Currency
  minQuantity: string
  productIds: string[]
  productGroupIds: string[]
  code: string | null
  stackable: boolean
  position: number
  createdAt: string
  updatedAt: string
  version: Generated<number>
}

interface ConfiguratorsTable {
  tenantId: number
  productId: string
  groups: Json<ConfiguratorChange['groups']>
  rules: Json<OptionRule[]>
  partIds: string[]
  updatedAt: string
  updatedBy: string | null
  version: number
}

interface ProductConfigurationsTable {
  tenantId: number
  id: string
  productId: string
  name: string
  options: Json<ConfiguredOptions['options']>
  createdAt: string
  createdBy: string | null
}

interface PriceAdjustmentsTable {
  tenantId: number
  operationId: string
  listId: string
  productId: string
  unitId: string
  minQuantity: string
  price: string
  floor: string | null
  newPrice: string
  newFloor: string | null
}
