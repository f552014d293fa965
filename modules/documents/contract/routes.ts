import { historyRoutes } from '@peyvand/history/contract'
import { defineRoute, IdParams, listRoutes } from '@peyvand/platform/contract'
import { z } from 'zod'
import { PurchasedProduct } from './approval.ts'
import {
  CreateDocument,
  Document,
  DocumentChange,
  DocumentPreview,
  DocumentRow,
  PreviewDocument,
} from './documents.ts'

const read = 'documents.read'
const errors = ['documents.notFound'] as const
const written = ['documents.overdrawn', 'documents.sourceUnfit', 'catalog.noVatRate'] as const
const OfRecord = z.object({ items: z.array(DocumentRow), more: z.boolean() })

export const {
  list: listDocumentsRoute,
  bin: listBinnedDocumentsRoute,
  summary: summarizeDocumentsRoute,
  fields: documentFieldsRoute,
} = listRoutes({ path: '/documents', name: 'documents', read, restore: 'documents.delete', row: DocumentRow })

export const previewDocumentRoute = defineRoute({
  method: 'POST',
  path: '/documents/preview',
  summary: 'Prices, tax and totals of a document that is being written; nothing is saved',
  permission: 'documents.create',
  body: PreviewDocument,
  answer: DocumentPreview,
})

export const createDocumentRoute = defineRoute({
  method: 'POST',
  path: '/documents',
  summary: 'Begin a document as a draft',
  permission: 'documents.create',
  body: CreateDocument,
  answer: Document,
  status: 201,
  errors: [...written],
})

export const getDocumentRoute = defineRoute({
  method: 'GET',
  path: '/documents/:id',
  summary: 'One document with its lines; for who may bring it back also from the recycle bin',
  permission: read,
  params: IdParams,
  answer: Document,
  errors: [...errors],
})

export const updateDocumentRoute = defineRoute({
  method: 'PATCH',
  path: '/documents/:id',
  summary: 'Change what is named; lines are sent whole. Of an issued one only what is not printed changes',
  permission: 'documents.update',
  params: IdParams,
  body: DocumentChange,
  answer: Document,
  errors: [...errors, ...written, 'documents.issuedAlready'],
})

export const deleteDocumentRoute = defineRoute({
  method: 'DELETE',
  path: '/documents/:id',
  summary: 'Move a draft to the recycle bin; a document with a number is cancelled',
  permission: 'documents.delete',
  params: IdParams,
  answer: 'none',
  errors: [...errors, 'documents.issuedAlready'],
})

export const restoreDocumentRoute = defineRoute({
  method: 'POST',
  path: '/documents/:id/restore',
  summary: 'Bring a draft back from the recycle bin',
  permission: 'documents.delete',
  params: IdParams,
  answer: Document,
  errors: [...errors, 'documents.overdrawn'],
})

export const {
  changes: documentChangesRoute,
  asOf: documentAsOfRoute,
  restore: restoreDocumentFieldRoute,
} = historyRoutes({
  path: '/documents',
  name: 'a document',
  read,
  update: 'documents.update',
  record: Document,
  errors,
})

export const partyDocumentsRoute = defineRoute({
  method: 'GET',
  path: '/parties/:id/documents',
  summary: 'Documents in a party’s file that I may see, the latest first',
  permission: read,
  params: IdParams,
  answer: OfRecord,
})

export const dealDocumentsRoute = defineRoute({
  method: 'GET',
  path: '/deals/:id/documents',
  summary: 'Documents of a deal that I may see, the latest first',
  permission: read,
  params: IdParams,
  answer: OfRecord,
  errors: ['pipeline.dealNotFound'],
})

export const partyPurchasesRoute = defineRoute({
  method: 'GET',
  path: '/parties/:id/purchases',
  summary: 'What a party bought, by product: quantities and sums of invoices less returns',
  permission: read,
  params: IdParams,
  answer: z.object({ items: z.array(PurchasedProduct), more: z.boolean() }),
})
