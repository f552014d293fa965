import { defineRoute, OperationStarted, Selection, SortText } from '@peyvand/platform/contract'
import { z } from 'zod'

/** `pdf` is to be read, not imported; `vcard` is version 4.0, `vcard3` is 3.0 for older programs. */
export const ExportFormat = z.enum(['csv', 'xlsx', 'pdf', 'vcard', 'vcard3'])
export type ExportFormat = z.infer<typeof ExportFormat>

export const ExportRequest = z.object({
  /** The list: `parties`. */
  record: z.string().max(60),
  selection: Selection.default({ all: true }),
  sort: SortText.optional(),
  /** Fields in order; the list's own where they are left out. */
  columns: z.array(z.string().max(100)).min(1).max(100).optional(),
  format: ExportFormat.default('xlsx'),
})
export type ExportRequest = z.infer<typeof ExportRequest>
export type ExportRequestInput = z.input<typeof ExportRequest>

export const startExportRoute = defineRoute({
  method: 'POST',
  path: '/exports',
  summary: 'Write a list to a file as a job; the finished operation names the file',
  permission: 'signedIn',
  body: ExportRequest,
  answer: OperationStarted,
  status: 202,
  errors: ['exports.unknownRecord', 'exports.unknownColumn', 'exports.noCards'],
})

export const listExportColumnsRoute = defineRoute({
  method: 'GET',
  path: '/export-columns',
  summary: 'The columns of a list that can be written to files',
  permission: 'signedIn',
  query: z.object({ record: z.string().max(60) }),
  answer: z.object({ items: z.array(z.object({ key: z.string(), label: z.string() })) }),
  errors: ['exports.unknownRecord'],
})
