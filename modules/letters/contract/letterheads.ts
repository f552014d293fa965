import { DrawFormat, Paper } from '@peyvand/files/contract'
import { defineRoute, Id, IdParams, Locale } from '@peyvand/platform/contract'
import { z } from 'zod'

const Lines = z.string().trim().max(600)
/** Millimetres. */
const Margin = z.number().int().min(5).max(100)

/** How letters look on paper: a design (سربرگ) of the firm. */
export const LetterheadInput = z.object({
  name: z.string().trim().min(1).max(80),
  /** The language of what the design itself says: «شماره»، «تاریخ»، «پیوست». */
  language: Locale.default('fa'),
  paper: Paper.default('A4'),
  marginTop: Margin.default(20),
  marginBottom: Margin.default(20),
  marginStart: Margin.default(25),
  marginEnd: Margin.default(20),
  /** Points. */
  fontSize: z.number().int().min(9).max(16).default(12),
  /** Printed at the top in the middle, such as «بسمه تعالی». */
  opening: z.string().trim().max(100).default(''),
  /** The firm's name and what stands below it, a line each. */
  title: Lines.default(''),
  /** Address, phone and site at the foot of every page. */
  footer: Lines.default(''),
  logoId: Id.nullable().default(null),
  /** Millimetres. */
  logoWidth: z.number().int().min(8).max(80).default(25),
  /** A picture of the whole sheet, printed behind the text of every page. */
  backgroundId: Id.nullable().default(null),
  stampId: Id.nullable().default(null),
  /** Whether number, date and enclosures stand at the top: off for paper that has its own lines printed. */
  showsNumber: z.boolean().default(true),
})
export type LetterheadInput = z.output<typeof LetterheadInput>

export const LetterheadChange = LetterheadInput.partial().extend({
  version: z.number().int(),
  archived: z.boolean().optional(),
})
export type LetterheadChange = z.output<typeof LetterheadChange>

export const Letterhead = LetterheadInput.extend({
  id: Id,
  archived: z.boolean(),
  version: z.number().int(),
})
export type Letterhead = z.infer<typeof Letterhead>

export const listLetterheadsRoute = defineRoute({
  method: 'GET',
  path: '/letterheads',
  summary: 'The letterheads of the firm',
  permission: 'activities.read',
  answer: z.object({ items: z.array(Letterhead) }),
})

export const createLetterheadRoute = defineRoute({
  method: 'POST',
  path: '/letterheads',
  summary: 'Make a letterhead',
  permission: 'letters.manage',
  body: LetterheadInput,
  answer: Letterhead,
  status: 201,
})

export const updateLetterheadRoute = defineRoute({
  method: 'PATCH',
  path: '/letterheads/:id',
  summary: 'Change a letterhead; letters that were issued keep the look they had',
  permission: 'letters.manage',
  params: IdParams,
  body: LetterheadChange,
  answer: Letterhead,
})

export const previewLetterheadRoute = defineRoute({
  method: 'POST',
  path: '/letterheads/preview',
  summary: 'A sample letter on a design that is not saved yet',
  permission: 'letters.manage',
  query: z.object({ format: DrawFormat.default('svg') }),
  body: LetterheadInput,
  answer: 'file',
  errors: ['letters.notDrawn'],
})
