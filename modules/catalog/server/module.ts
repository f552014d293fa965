import { listValueCounted, listValueMerged, valueListsHook } from '@peyvand/customization/server'
import { canChangeRecord, canSeeRecord } from '@peyvand/files/server'
import { firmCreated } from '@peyvand/identity/server'
import {
  type ExportSource,
  exportSourcesHook,
  type ImportTarget,
  importTargetsHook,
} from '@peyvand/imports/server'
import { defineModule, fill, may, presentRecordsHook, searchHook } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import * as contract from '../contract/index.ts'
import { undoAdjustment } from './adjust-prices.ts'
import { bulkProductChange } from './bulk-products.ts'
import { productTarget } from './import/product-target.ts'
import { countListValue, moveListValue } from './list-values.ts'
import { catalogTables } from './migrations/20261123T1000-catalog.ts'
import { configuratorTables } from './migrations/20261124T0810-configurator.ts'
import { bulkProducts } from './migrations/20261124T1210-bulk-products.ts'
import { canSeeProduct } from './product-access.ts'
import { productExport } from './product-export.ts'
import { searchProducts } from './product-search.ts'
import { units } from './ready-units.ts'
import { catalogRoutes } from './routes.ts'
import { seedCatalog } from './seed-catalog.ts'
import { undoProductDeletion } from './undo-delete.ts'

export const catalogModule = defineModule({
  name: 'catalog',
  texts: { fa, en },
  permissions: contract.catalogPermissions,
  errors: {
    'catalog.productNotFound': 404,
    'catalog.groupNotFound': 404,
    'catalog.priceListNotFound': 404,
    'catalog.ruleNotFound': 404,
    'catalog.configurationNotFound': 404,
    'catalog.codeTaken': 409,
    'catalog.barcodeTaken': 409,
    'catalog.campaignCodeTaken': 409,
    'catalog.groupNameTaken': 409,
    'catalog.vatClassNameTaken': 409,
    'catalog.groupInItself': 409,
    'catalog.groupInUse': 409,
    'catalog.unitHasPrices': 409,
    'catalog.unitsOfOneProduct': 409,
    'catalog.partOfBundle': 409,
    'catalog.optionOfProduct': 409,
    'catalog.configurationInvalid': 409,
    'catalog.listHasPrices': 409,
    'catalog.orderIncomplete': 409,
    'catalog.noPrice': 409,
    'catalog.noVatRate': 409,
    'catalog.noUnits': 409,
  },
  events: [
    contract.productCreated,
    contract.productUpdated,
    contract.productDeleted,
    contract.productRestored,
    contract.pricesChanged,
  ],
  routes: catalogRoutes,
  jobs: [bulkProductChange.job],
  undo: [undoProductDeletion, bulkProductChange.undo, undoAdjustment],
  migrations: [catalogTables, configuratorTables, bulkProducts],
  live: [
    { topic: 'products', canSee: canSeeProduct },
    { topic: 'price-lists', canSee: async ({ actor }) => may(actor, 'catalog.read') },
  ],
  extensible: ['products'],
  extends: [
    fill(firmCreated, seedCatalog),
    fill(valueListsHook, async () => [units]),
    fill(listValueMerged, moveListValue),
    fill(listValueCounted, countListValue),
    fill(searchHook, searchProducts),
    fill(importTargetsHook, async () => productTarget as ImportTarget),
    fill(exportSourcesHook, async () => productExport as ExportSource),
    fill(presentRecordsHook, async (ctx, { record }) =>
      record === 'products'
        ? sql`select id from products where tenant_id = ${ctx.tenantId} and deleted_at is null`
        : null,
    ),
    fill(canSeeRecord, async (ctx, { record, recordId }) =>
      record === 'products' ? canSeeProduct(ctx, recordId) : null,
    ),
    fill(canChangeRecord, async (ctx, { record, recordId }) =>
      record === 'products' ? may(ctx.actor, 'catalog.manage') && canSeeProduct(ctx, recordId) : null,
    ),
  ],
})
