import { Id, listAnswer, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

/** Rows a file may have. */
export const maxImportRows = 500_000
export const maxImportColumns = 200

export const FileFormat = z.object({
  kind: z.enum(['csv', 'xlsx', 'vcard']),
  /** For CSV, and for cards that name no character set. */
  encoding: z.enum(['utf8', 'utf16le', 'utf16be', 'windows1256', 'windows1252']).nullable(),
  delimiter: z.enum([',', ';', '\t', '|', '،']).nullable(),
  /** For XLSX: the sheet's place, from 1. */
  sheet: z.number().int().min(1).max(1000).nullable(),
  /** The line of the headers, from 1; 0 where the file has none. Everything above it is left out. */
  headerRow: z.number().int().min(0).max(100),
  /** For vCard: what the cards hold, a column each. */
  cards: z.array(z.string().max(200)).max(maxImportColumns).optional(),
})
export type FileFormat = z.infer<typeof FileFormat>

export const ColumnMapping = z.object({
  /** The column's place in the file, from 0. */
  column: z.number().int().min(0).max(maxImportColumns),
  /** Key of the field it goes to, null to leave it out. */
  field: z.string().max(100).nullable(),
  /** For dates whose year tells nothing: `۹۹/۱/۲` or `1/2/99`. Four-digit years are always understood. */
  calendar: z.enum(['jalali', 'gregorian']).default('jalali'),
  /** For amounts without a unit. */
  unit: z.enum(['rial', 'toman']).default('rial'),
  /** What phones and addresses of this column are called: «محل کار». */
  label: z.string().max(60).optional(),
})
export type ColumnMapping = z.infer<typeof ColumnMapping>

export const DuplicateChoice = z.enum(['skip', 'fill', 'overwrite', 'new'])
export type DuplicateChoice = z.infer<typeof DuplicateChoice>

export const MatchKey = z.enum(['id', 'number', 'identifier', 'mobile', 'email', 'name'])
export type MatchKey = z.infer<typeof MatchKey>

export const ImportSettings = z.object({
  /** For rows of records that exist: leave them, fill empty fields, overwrite, or make a second record. */
  duplicates: DuplicateChoice.default('skip'),
  /** What makes a row the same as a record, surest first. */
  matchBy: z.array(MatchKey).default([...MatchKey.options]),
  /** Keys of the groups that new records join, such as `customers`. */
  groups: z.array(z.string().max(40)).max(30).default([]),
  /** For rows without an owner of their own; null for the importing user. */
  ownerId: Id.nullable().default(null),
  tagIds: z.array(Id).max(100).default([]),
  /** What a row is that gives a name only and does not tell by itself. */
  defaultKind: z.enum(['person', 'organization']).default('organization'),
  /** Which one is the customer where a row names an organisation and its person. */
  main: z.enum(['organization', 'person']).default('organization'),
  /**
   * Whose the phones and addresses of such a row are: landlines, fax, website and address the organisation's and the
   * rest the person's, or all the main one's, as in address books.
   */
  contactsOf: z.enum(['each', 'main']).default('each'),
  /** Labels that a list of values does not have. */
  unknownValues: z.enum(['add', 'refuse', 'ignore']).default('add'),
  /** For landlines without an area code: `021`. */
  areaCode: z
    .string()
    .regex(/^0?\d{2}$/)
    .nullable()
    .default(null),
})
export type ImportSettings = z.infer<typeof ImportSettings>

/** One fault of a row; `row` is the line of the file as a spreadsheet counts it, `column` the header. */
export const RowError = z.object({
  row: z.number().int(),
  column: z.string(),
  code: z.string(),
  message: z.string(),
})
export type RowError = z.infer<typeof RowError>

export const ImportCounts = z.object({
  rows: z.number().int(),
  new: z.number().int(),
  updated: z.number().int(),
  /** Rows of records that exist and were left as they are. */
  duplicates: z.number().int(),
  invalid: z.number().int(),
})
export type ImportCounts = z.infer<typeof ImportCounts>

export const ImportState = z.enum([
  'draft',
  'checking',
  'checked',
  'running',
  'done',
  'failed',
  'cancelled',
  'undone',
])

export const FileColumn = z.object({
  column: z.number().int(),
  header: z.string(),
  /** Up to three values that are not empty. */
  samples: z.array(z.string()),
})
export type FileColumn = z.infer<typeof FileColumn>

export const Import = z.object({
  id: Id,
  record: z.string(),
  fileId: Id,
  fileName: z.string(),
  state: ImportState,
  format: FileFormat,
  /** Names of an XLSX file's sheets. */
  sheets: z.array(z.string()),
  columns: z.array(FileColumn),
  mapping: z.array(ColumnMapping),
  settings: ImportSettings,
  counts: ImportCounts.nullable(),
  /** Labels that the import adds to lists: list → labels. */
  newValues: z.record(z.string(), z.array(z.string())),
  /** The first of them; all are in the error file. */
  errors: z.array(RowError),
  /** The check or run now or last at work: its progress is at `/operations/:id`. */
  operationId: Id.nullable(),
  createdBy: Ref.nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  undoUntil: z.string().nullable(),
  version: z.number().int(),
  can: z.object({ change: z.boolean(), run: z.boolean(), undo: z.boolean() }),
})
export type Import = z.infer<typeof Import>

export const ImportSummary = Import.pick({
  id: true,
  record: true,
  fileName: true,
  state: true,
  counts: true,
  operationId: true,
  createdBy: true,
  createdAt: true,
  finishedAt: true,
  undoUntil: true,
  can: true,
})
export type ImportSummary = z.infer<typeof ImportSummary>
export const ImportPage = listAnswer(ImportSummary)

export const ImportChange = z.object({
  version: z.number().int(),
  format: FileFormat.partial().optional(),
  mapping: z.array(ColumnMapping).max(maxImportColumns).optional(),
  settings: ImportSettings.partial().optional(),
})
export type ImportChange = z.infer<typeof ImportChange>

/** A field that a column can go to. */
export const ImportFieldView = z.object({
  key: z.string(),
  label: z.string(),
  /** Several columns may go to it: phones, tags. */
  many: z.boolean(),
  /** Which of the two the value belongs to, where a row has an organisation and a person. */
  side: z.enum(['main', 'person', 'organization']),
  type: z.enum([
    'text',
    'code',
    'date',
    'money',
    'number',
    'phone',
    'email',
    'value',
    'boolean',
    'party',
    'user',
  ]),
})
export type ImportFieldView = z.infer<typeof ImportFieldView>

/** A row as the check or run judged it. */
export const ImportRow = z.object({
  row: z.number().int(),
  cells: z.array(z.string()),
  outcome: z.enum(['new', 'update', 'duplicate', 'invalid']),
  /** The record that the row matched or made. */
  recordId: Id.nullable(),
  /** The earlier row of the file that it repeats. */
  sameAsRow: z.number().int().nullable(),
  errors: z.array(RowError),
})
export type ImportRow = z.infer<typeof ImportRow>

/** Lines that the preview of a file shows. */
export const previewLines = 12

/** A line of the file as its format reads it; `line` counts from 1 as a spreadsheet does. */
export const ImportLine = z.object({ line: z.number().int(), cells: z.array(z.string()) })
export type ImportLine = z.infer<typeof ImportLine>

/** Faults of one code in one column. */
export const ErrorKind = z.object({
  code: z.string(),
  /** Its header; empty for faults of the whole row. */
  column: z.string(),
  columnAt: z.number().int().nullable(),
  /** In words, of one of the rows. */
  message: z.string(),
  rows: z.number().int(),
})
export type ErrorKind = z.infer<typeof ErrorKind>
