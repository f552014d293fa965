import { listChanges, recordAsOf } from '@peyvand/history/server'
import { handle, type RouteHandler } from '@peyvand/platform/server'
import * as contract from '../contract/index.ts'
import { adjustPrices, previewAdjustment } from './adjust-prices.ts'
import { askPrices } from './ask-prices.ts'
import { bulkChangeProducts } from './bulk-products.ts'
import { judgeCodes } from './campaign-codes.ts'
import { askConfiguration } from './configurator/ask-configuration.ts'
import { deleteConfiguration, listConfigurations, saveConfiguration } from './configurator/configurations.ts'
import { getConfigurator, updateConfigurator } from './configurator/configurators.ts'
import { deleteProduct, restoreProduct } from './delete-product.ts'
import {
  createDiscountRule,
  deleteDiscountRule,
  listDiscountRules,
  orderDiscountRules,
  updateDiscountRule,
} from './discount-rules.ts'
import {
  createPriceList,
  deletePriceList,
  listPriceLists,
  orderPriceLists,
  updatePriceList,
} from './price-lists.ts'
import { listPrices, setPrices } from './prices.ts'
import {
  createProductGroup,
  deleteProductGroup,
  listProductGroups,
  updateProductGroup,
} from './product-groups.ts'
import { productHistory, restoreProductField } from './product-history.ts'
import {
  getProduct,
  listProducts,
  productFields,
  productPrices,
  summarizeProducts,
} from './product-queries.ts'
import { createProduct, updateProduct } from './products.ts'
import { createVatClass, listVatClasses, updateVatClass } from './vat-classes.ts'

export const catalogRoutes: readonly RouteHandler[] = [
  handle(contract.listProductsRoute, (ctx, { query }) => listProducts(ctx, query)),
  handle(contract.listBinnedProductsRoute, (ctx, { query }) =>
    listProducts(ctx, { ...query, deleted: true }),
  ),
  handle(contract.summarizeProductsRoute, (ctx, { query }) => summarizeProducts(ctx, query)),
  handle(contract.productFieldsRoute, productFields),
  handle(contract.createProductRoute, (ctx, { body }) => createProduct(ctx, body)),
  handle(contract.bulkProductsRoute, (ctx, { body }) => bulkChangeProducts(ctx, body)),
  handle(contract.getProductRoute, (ctx, { params }) => getProduct(ctx, params.id)),
  handle(contract.updateProductRoute, (ctx, { params, body }) => updateProduct(ctx, params.id, body)),
  handle(contract.deleteProductRoute, (ctx, { params }) => deleteProduct(ctx, params.id)),
  handle(contract.restoreProductRoute, (ctx, { params }) => restoreProduct(ctx, params.id)),
  handle(contract.productChangesRoute, (ctx, { params, query }) =>
    listChanges(ctx, productHistory, { id: params.id, ...query }),
  ),
  handle(contract.productAsOfRoute, (ctx, { params, query }) =>
    recordAsOf(ctx, productHistory, { id: params.id, ...query }),
  ),
  handle(contract.restoreProductFieldRoute, (ctx, { params, body }) =>
    restoreProductField(ctx, { ...params, ...body }),
  ),
  handle(contract.productPricesRoute, async (ctx, { params }) => ({
    items: await productPrices(ctx, params.id),
  })),
  handle(contract.getConfiguratorRoute, (ctx, { params }) => getConfigurator(ctx, params.id)),
  handle(contract.updateConfiguratorRoute, (ctx, { params, body }) =>
    updateConfigurator(ctx, params.id, body),
  ),
  handle(contract.askConfigurationRoute, (ctx, { params, body }) => askConfiguration(ctx, params.id, body)),
  handle(contract.listConfigurationsRoute, async (ctx, { params }) => ({
    items: await listConfigurations(ctx, params.id),
  })),
  handle(contract.saveConfigurationRoute, (ctx, { params, body }) => saveConfiguration(ctx, params.id, body)),
  handle(contract.deleteConfigurationRoute, (ctx, { params }) => deleteConfiguration(ctx, params)),
  handle(contract.listProductGroupsRoute, async (ctx) => ({ items: await listProductGroups(ctx) })),
  handle(contract.createProductGroupRoute, (ctx, { body }) => createProductGroup(ctx, body)),
  handle(contract.updateProductGroupRoute, (ctx, { params, body }) =>
    updateProductGroup(ctx, params.id, body),
  ),
  handle(contract.deleteProductGroupRoute, (ctx, { params }) => deleteProductGroup(ctx, params.id)),
  handle(contract.listVatClassesRoute, async (ctx) => ({ items: await listVatClasses(ctx) })),
  handle(contract.createVatClassRoute, (ctx, { body }) => createVatClass(ctx, body)),
  handle(contract.updateVatClassRoute, (ctx, { params, body }) => updateVatClass(ctx, params.id, body)),
  handle(contract.listPriceListsRoute, async (ctx) => ({ items: await listPriceLists(ctx) })),
  handle(contract.createPriceListRoute, (ctx, { body }) => createPriceList(ctx, body)),
  handle(contract.orderPriceListsRoute, async (ctx, { body }) => ({
    items: await orderPriceLists(ctx, body.ids),
  })),
  handle(contract.updatePriceListRoute, (ctx, { params, body }) => updatePriceList(ctx, params.id, body)),
  handle(contract.deletePriceListRoute, (ctx, { params }) => deletePriceList(ctx, params.id)),
  handle(contract.listPricesRoute, (ctx, { params, query }) => listPrices(ctx, params.id, query)),
  handle(contract.setPricesRoute, (ctx, { params, body }) => setPrices(ctx, params.id, body.prices)),
  handle(contract.previewAdjustmentRoute, (ctx, { params, body }) => previewAdjustment(ctx, params.id, body)),
  handle(contract.adjustPricesRoute, (ctx, { params, body }) => adjustPrices(ctx, params.id, body)),
  handle(contract.listDiscountRulesRoute, async (ctx) => ({ items: await listDiscountRules(ctx) })),
  handle(contract.createDiscountRuleRoute, (ctx, { body }) => createDiscountRule(ctx, body)),
  handle(contract.orderDiscountRulesRoute, async (ctx, { body }) => ({
    items: await orderDiscountRules(ctx, body.ids),
  })),
  handle(contract.updateDiscountRuleRoute, (ctx, { params, body }) =>
    updateDiscountRule(ctx, params.id, body),
  ),
  handle(contract.deleteDiscountRuleRoute, (ctx, { params }) => deleteDiscountRule(ctx, params.id)),
  handle(contract.judgeCodesRoute, async (ctx, { body }) => ({ items: await judgeCodes(ctx, body) })),
  handle(contract.askPricesRoute, async (ctx, { body }) => ({ lines: await askPrices(ctx, body) })),
]
