import { DrawFormat, Paper } from '@peyvand/files/contract'
import { Identifier, OptionalCode, OptionalLine } from '@peyvand/parties/contract'
import { parseEconomicCode, parseLegalNationalId, parseNationalId, parsePostalCode } from '@peyvand/persian'
import { defineRoute, Id, IdParams, issue, Locale } from '@peyvand/platform/contract'
import { z } from 'zod'
import { PartyBlock } from './documents.ts'
import { DocumentKind } from './kinds.ts'

/** `official` is the form of the tax organisation, on paper across; its columns are the law's. */
export const PaperLayout = z.enum(['official', 'modern'])
export type PaperLayout = z.infer<typeof PaperLayout>

/** Columns of lines that a design may show, in the order in which they stand; number and name always do. */
export const PaperColumn = z.enum([
  'code',
  'taxCode',
  'quantity',
  'unit',
  'unitPrice',
  'gross',
  'discount',
  'net',
  'vat',
  'total',
])
export type PaperColumn = z.infer<typeof PaperColumn>

const Lines = z.string().trim().max(600)

/** How documents look on paper: a design of the firm. */
export const PaperDesignInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** Of the words that the paper says by itself, its digits and dates. */
  language: Locale.default('fa'),
  layout: PaperLayout.default('modern'),
  paper: Paper.default('A4'),
  /** Kinds that it is taken for where no other is chosen; it takes them over from other designs of its language. */
  kinds: z.array(DocumentKind).max(20).default([]),
  /** `#2f5d8c`: of titles and rules. */
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .default('#1f5f8b'),
  /** Points. */
  fontSize: z.number().int().min(6).max(14).default(9),
  logoId: Id.nullable().default(null),
  /** Millimetres. */
  logoWidth: z.number().int().min(8).max(80).default(24),
  /** The firm's name and what stands below it, a line each; its name alone where it is left empty. */
  head: Lines.default(''),
  /** At the foot of every page. */
  foot: Lines.default(''),
  /** Of the modern layout. */
  columns: z
    .array(PaperColumn)
    .max(20)
    .default(['code', 'quantity', 'unit', 'unitPrice', 'discount', 'vat', 'total']),
  /** Prices of papers that go with goods, which else do not say them. */
  showsPrices: z.boolean().default(false),
  /** Printed where a document has no terms of its own. */
  terms: z.string().trim().max(10_000).default(''),
  showsWords: z.boolean().default(true),
  showsSignatures: z.boolean().default(true),
  signatureId: Id.nullable().default(null),
  stampId: Id.nullable().default(null),
})
export type PaperDesignInput = z.output<typeof PaperDesignInput>

export const PaperDesign = PaperDesignInput.extend({
  id: Id,
  archived: z.boolean(),
  version: z.number().int(),
})
export type PaperDesign = z.infer<typeof PaperDesign>

/** Sent whole. */
export const PaperDesignChange = PaperDesignInput.extend({
  version: z.number().int(),
  archived: z.boolean().default(false),
})
export type PaperDesignChange = z.output<typeof PaperDesignChange>

const manage = 'documents.manage'
const fault = ['documents.notDrawn'] as const

export const listPaperDesignsRoute = defineRoute({
  method: 'GET',
  path: '/documents/designs',
  summary: 'The designs that documents are printed in',
  permission: 'documents.read',
  answer: z.object({ items: z.array(PaperDesign) }),
})

export const createPaperDesignRoute = defineRoute({
  method: 'POST',
  path: '/documents/designs',
  summary: 'Make a design of documents',
  permission: manage,
  body: PaperDesignInput,
  answer: PaperDesign,
  status: 201,
})

export const updatePaperDesignRoute = defineRoute({
  method: 'PUT',
  path: '/documents/designs/:id',
  summary: 'Change a design of documents',
  permission: manage,
  params: IdParams,
  body: PaperDesignChange,
  answer: PaperDesign,
})

export const previewPaperDesignRoute = defineRoute({
  method: 'POST',
  path: '/documents/designs/preview',
  summary: 'A sample document on a design that is not saved yet',
  permission: manage,
  query: z.object({ format: DrawFormat.default('svg'), kind: DocumentKind.default('invoice') }),
  body: PaperDesignInput,
  answer: 'file',
  errors: fault,
})

/** On which paper a document is drawn: by a design, or by the usual one of its kind in a language. */
const Drawn = z.object({
  format: DrawFormat.default('pdf'),
  designId: Id.optional(),
  /** The firm's where it is left out. */
  language: Locale.optional(),
})

export const drawDocumentRoute = defineRoute({
  method: 'GET',
  path: '/documents/:id/paper',
  summary: 'A document on paper; what is not issued, or cancelled, is marked so',
  permission: 'documents.read',
  params: IdParams,
  query: Drawn,
  answer: 'file',
  errors: ['documents.notFound', ...fault],
})

/** The firm itself as its papers name it: the seller of sales, the buyer of purchases. */
export const FirmBlock = PartyBlock.extend({ version: z.number().int() })
export type FirmBlock = z.infer<typeof FirmBlock>

/** The national number or identifier by its kind; digits of all are checked as those of parties are. */
export const FirmBlockInput = z
  .strictObject({
    version: z.number().int(),
    name: z.string().trim().min(1).max(200),
    kind: PartyBlock.shape.kind,
    nationalId: OptionalCode(20),
    economicCode: Identifier('parties.economicCode', parseEconomicCode),
    registrationNumber: OptionalCode(30),
    /** Code of the province as in `GET /places`. */
    province: OptionalLine(10),
    county: OptionalLine(80),
    city: OptionalLine(80),
    postalCode: Identifier('parties.postalCode', parsePostalCode),
    address: OptionalLine(500),
    phone: OptionalLine(60),
    fax: OptionalLine(60),
  })
  .superRefine(({ kind, nationalId }, ctx) => {
    if (nationalId === null) return
    const isOrganization = kind === 'organization'
    const parsed = isOrganization ? parseLegalNationalId(nationalId) : parseNationalId(nationalId)
    if (!parsed.ok)
      ctx.addIssue(issue(isOrganization ? 'parties.legalNationalId' : 'parties.nationalId', ['nationalId']))
  })
export type FirmBlockInput = z.output<typeof FirmBlockInput>

export const getFirmBlockRoute = defineRoute({
  method: 'GET',
  path: '/documents/firm',
  summary: 'How papers name the firm',
  permission: 'documents.read',
  answer: FirmBlock,
})

export const updateFirmBlockRoute = defineRoute({
  method: 'PUT',
  path: '/documents/firm',
  summary: 'Set how papers name the firm; documents that were issued keep what they had',
  permission: manage,
  body: FirmBlockInput,
  answer: FirmBlock,
})
