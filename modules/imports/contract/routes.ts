import { defineRoute, Id, IdParams, ListQuery, OperationStarted } from '@peyvand/platform/contract'
import { z } from 'zod'
import {
  ErrorKind,
  Import,
  ImportChange,
  ImportFieldView,
  ImportLine,
  ImportPage,
  ImportRow,
} from './imports.ts'

const permission = 'imports.run'

export const listImportsRoute = defineRoute({
  method: 'GET',
  path: '/imports',
  summary: 'Imports with who, file and result, newest first',
  permission,
  query: ListQuery,
  answer: ImportPage,
})

export const createImportRoute = defineRoute({
  method: 'POST',
  path: '/imports',
  summary: 'Begin an import of an uploaded file: format, columns and mapping are guessed',
  permission,
  body: z.object({ fileId: Id, record: z.string().max(60).default('parties'), templateId: Id.optional() }),
  answer: Import,
  status: 201,
  errors: ['imports.unknownRecord', 'imports.unreadable', 'imports.noRows'],
})

export const getImportRoute = defineRoute({
  method: 'GET',
  path: '/imports/:id',
  summary: 'One import with its columns, mapping, counts and first errors',
  permission,
  params: IdParams,
  answer: Import,
})

export const previewImportRoute = defineRoute({
  method: 'GET',
  path: '/imports/:id/preview',
  summary: 'The first lines of the file as the format reads them',
  permission,
  params: IdParams,
  answer: z.object({ items: z.array(ImportLine) }),
  errors: ['imports.unreadable'],
})

export const updateImportRoute = defineRoute({
  method: 'PATCH',
  path: '/imports/:id',
  summary: 'Correct the format, mapping or settings; a change of the format reads the columns again',
  permission,
  params: IdParams,
  body: ImportChange,
  answer: Import,
  errors: [
    'imports.alreadyRun',
    'imports.unknownField',
    'imports.fieldTwice',
    'imports.unreadable',
    'imports.noRows',
    'imports.unknownGroup',
  ],
})

export const listImportFieldsRoute = defineRoute({
  method: 'GET',
  path: '/import-fields',
  summary: "Fields that columns can go to, the firm's own included",
  permission,
  query: z.object({ record: z.string().max(60).default('parties') }),
  answer: z.object({ items: z.array(ImportFieldView) }),
  errors: ['imports.unknownRecord'],
})

export const checkImportRoute = defineRoute({
  method: 'POST',
  path: '/imports/:id/check',
  summary: 'Try all rows without writing any record: counts and errors as the run will have them',
  permission,
  params: IdParams,
  answer: OperationStarted,
  status: 202,
  errors: ['imports.alreadyRun', 'imports.nothingMapped'],
})

export const runImportRoute = defineRoute({
  method: 'POST',
  path: '/imports/:id/run',
  summary: 'Write the records as a job that goes on where it was cut off',
  permission,
  params: IdParams,
  answer: OperationStarted,
  status: 202,
  errors: ['imports.alreadyRun', 'imports.nothingMapped'],
})

export const undoImportRoute = defineRoute({
  method: 'POST',
  path: '/imports/:id/undo',
  summary:
    'Take back a finished import within 30 days: new records go to the recycle bin, changed fields get their old values',
  permission,
  params: IdParams,
  answer: OperationStarted,
  status: 202,
  errors: ['operations.cannotUndo'],
})

export const listImportRowsRoute = defineRoute({
  method: 'GET',
  path: '/imports/:id/rows',
  summary: 'The rows as judged, by outcome',
  permission,
  params: IdParams,
  query: z.object({
    outcome: z.enum(['new', 'update', 'duplicate', 'invalid']).optional(),
    /** Rows with a fault of this code only, */
    code: z.string().max(100).optional(),
    /** in this column, counted from 0. */
    column: z.coerce.number().int().min(0).max(1000).optional(),
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ items: z.array(ImportRow), nextAfter: z.number().int().nullable() }),
})

export const listErrorKindsRoute = defineRoute({
  method: 'GET',
  path: '/imports/:id/error-kinds',
  summary: 'Faults of the rows by code and column, most frequent first',
  permission,
  params: IdParams,
  answer: z.object({ items: z.array(ErrorKind) }),
})

export const downloadErrorFileRoute = defineRoute({
  method: 'GET',
  path: '/imports/:id/error-file',
  summary: 'The faulty rows in the format of the file with a column of errors; mend it and import it again',
  permission,
  params: IdParams,
  answer: 'file',
})
