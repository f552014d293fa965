import { defineRoute, IdParams, ListQuery, listAnswer } from '@peyvand/platform/contract'
import {
  MergeContext,
  MergedText,
  PreviewInput,
  Template,
  TemplateChange,
  TemplateInput,
  TemplateRow,
} from './templates.ts'

const permission = 'templates.use'

export const listTemplatesRoute = defineRoute({
  method: 'GET',
  path: '/templates',
  summary: 'Templates that I may use, archived ones too; filter by `kind` and `archived`',
  permission,
  query: ListQuery,
  answer: listAnswer(TemplateRow),
})

export const createTemplateRoute = defineRoute({
  method: 'POST',
  path: '/templates',
  summary: 'Make a template; sharing it needs the right to manage templates',
  permission,
  body: TemplateInput,
  answer: Template,
  status: 201,
})

export const getTemplateRoute = defineRoute({
  method: 'GET',
  path: '/templates/:id',
  summary: 'One template with its text',
  permission,
  params: IdParams,
  answer: Template,
  errors: ['templates.notFound'],
})

export const updateTemplateRoute = defineRoute({
  method: 'PATCH',
  path: '/templates/:id',
  summary: 'Change, share, archive or bring back a template',
  permission,
  params: IdParams,
  body: TemplateChange,
  answer: Template,
  errors: ['templates.notFound'],
})

export const useTemplateRoute = defineRoute({
  method: 'POST',
  path: '/templates/:id/use',
  summary: 'Fill a template for a party or activity, and count the use',
  permission,
  params: IdParams,
  body: MergeContext,
  answer: MergedText,
  errors: ['templates.notFound', 'activities.notFound'],
})

export const previewTemplateRoute = defineRoute({
  method: 'POST',
  path: '/templates/preview',
  summary: 'Fill a text that is being written, with the values of a party',
  permission,
  body: PreviewInput,
  answer: MergedText,
  errors: ['activities.notFound'],
})
