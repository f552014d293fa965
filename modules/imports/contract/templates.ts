import { defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'
import { ColumnMapping, ImportSettings } from './imports.ts'

/** A mapping by header, for files of the same make; also the format of the command line's mapping file. */
export const MappingByHeader = z.object({
  columns: z
    .array(ColumnMapping.omit({ column: true }).extend({ header: z.string().min(1).max(300) }))
    .max(200),
  settings: ImportSettings.partial().default({}),
})
export type MappingByHeader = z.infer<typeof MappingByHeader>

export const ImportTemplate = z.object({
  id: Id,
  record: z.string(),
  name: z.string(),
  mapping: MappingByHeader,
  version: z.number().int(),
})
export type ImportTemplate = z.infer<typeof ImportTemplate>

export const listImportTemplatesRoute = defineRoute({
  method: 'GET',
  path: '/import-templates',
  summary: 'Saved mappings of the firm',
  permission: 'imports.run',
  query: z.object({ record: z.string().max(60).default('parties') }),
  answer: z.object({ items: z.array(ImportTemplate) }),
})

export const saveImportTemplateRoute = defineRoute({
  method: 'POST',
  path: '/import-templates',
  summary: "Save an import's mapping under a name; one of the same name is replaced",
  permission: 'imports.run',
  body: z.object({ importId: Id, name: z.string().trim().min(1).max(80) }),
  answer: ImportTemplate,
  status: 201,
})

export const deleteImportTemplateRoute = defineRoute({
  method: 'DELETE',
  path: '/import-templates/:id',
  summary: 'Delete a saved mapping',
  permission: 'imports.run',
  params: IdParams,
  answer: 'none',
})
