import {
  createCustomFieldRoute,
  createCustomSectionRoute,
  createListValueRoute,
  createSavedViewRoute,
  createTagRoute,
  customFieldUsageRoute,
  deleteCustomSectionRoute,
  deleteSavedViewRoute,
  deleteTagRoute,
  listConditionFieldsRoute,
  listCustomFieldsRoute,
  listNumberSeriesRoute,
  listSavedViewsRoute,
  listTagsRoute,
  listValueListsRoute,
  listValueUsageRoute,
  mergeListValueRoute,
  mergeTagRoute,
  orderCustomFieldsRoute,
  orderListValuesRoute,
  setDefaultViewRoute,
  updateCustomFieldRoute,
  updateCustomSectionRoute,
  updateListValueRoute,
  updateNumberSeriesRoute,
  updateSavedViewRoute,
  updateTagRoute,
} from '@peyvand/customization/contract'
import { conditionFields, createCustomField, handle } from '@peyvand/platform/server'
import { changeCustomField, customFieldUsage, listCustomFields } from './custom-fields.ts'
import {
  createCustomSection,
  deleteCustomSection,
  orderCustomFields,
  updateCustomSection,
} from './custom-sections.ts'
import { listNumberSeries, updateNumberSeries } from './number-series.ts'
import {
  createSavedView,
  deleteSavedView,
  listSavedViews,
  setDefaultView,
  updateSavedView,
} from './saved-views.ts'
import { deleteTag, ensureTag, listTags, mergeTag, updateTag } from './tags.ts'
import {
  createListValue,
  mergeListValue,
  orderListValues,
  updateListValue,
  valueLists,
} from './value-lists.ts'
import { listValueUsage } from './value-usage.ts'

export const customizationRoutes = [
  handle(listValueListsRoute, async (ctx) => ({ items: await valueLists(ctx) })),
  handle(createListValueRoute, (ctx, { params, body }) => createListValue(ctx, params.list, body)),
  handle(orderListValuesRoute, async (ctx, { params, body }) => ({
    items: await orderListValues(ctx, params.list, body.ids),
  })),
  handle(updateListValueRoute, (ctx, { params, body }) => updateListValue(ctx, params.id, body)),
  handle(listValueUsageRoute, (ctx, { params }) => listValueUsage(ctx, params.id)),
  handle(mergeListValueRoute, (ctx, { params, body }) => mergeListValue(ctx, params.id, body.into)),

  handle(listTagsRoute, async (ctx, { query }) => ({ items: await listTags(ctx, query.q) })),
  handle(createTagRoute, (ctx, { body }) => ensureTag(ctx, body)),
  handle(updateTagRoute, (ctx, { params, body }) => updateTag(ctx, params.id, body)),
  handle(mergeTagRoute, (ctx, { params, body }) => mergeTag(ctx, params.id, body.into)),
  handle(deleteTagRoute, (ctx, { params }) => deleteTag(ctx, params.id).then(() => undefined)),

  handle(listSavedViewsRoute, async (ctx, { query }) => ({ items: await listSavedViews(ctx, query.record) })),
  handle(createSavedViewRoute, (ctx, { body }) => createSavedView(ctx, body)),
  handle(updateSavedViewRoute, (ctx, { params, body }) => updateSavedView(ctx, params.id, body)),
  handle(setDefaultViewRoute, (ctx, { body }) => setDefaultView(ctx, body)),
  handle(deleteSavedViewRoute, (ctx, { params }) => deleteSavedView(ctx, params.id).then(() => undefined)),

  handle(listCustomFieldsRoute, (ctx, { query }) => listCustomFields(ctx, query.record)),
  handle(listConditionFieldsRoute, async (ctx, { query }) => ({
    items: await conditionFields(ctx, query.record),
  })),
  handle(createCustomFieldRoute, (ctx, { body }) => createCustomField(ctx, body)),
  handle(orderCustomFieldsRoute, (ctx, { body }) => orderCustomFields(ctx, body)),
  handle(customFieldUsageRoute, (ctx, { params }) => customFieldUsage(ctx, params.id)),
  handle(updateCustomFieldRoute, (ctx, { params, body }) => changeCustomField(ctx, params.id, body)),
  handle(createCustomSectionRoute, (ctx, { body }) => createCustomSection(ctx, body)),
  handle(updateCustomSectionRoute, (ctx, { params, body }) => updateCustomSection(ctx, params.id, body)),
  handle(deleteCustomSectionRoute, (ctx, { params }) =>
    deleteCustomSection(ctx, params.id).then(() => undefined),
  ),

  handle(listNumberSeriesRoute, async (ctx) => ({ items: await listNumberSeries(ctx) })),
  handle(updateNumberSeriesRoute, (ctx, { params, body }) => updateNumberSeries(ctx, params.id, body)),
]
