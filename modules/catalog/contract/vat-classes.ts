import { defineRoute, Id, IdParams, IsoDate, issue } from '@peyvand/platform/contract'
import { z } from 'zod'
import { lineOf } from './line.ts'
import { Percent } from './quantity.ts'

/** How a class stands to value added tax; only `standard` and `special` have rates. */
export const VatTreatment = z.enum(['standard', 'special', 'zero', 'exempt'])
export type VatTreatment = z.infer<typeof VatTreatment>

/** In force from its first day until the next one's. */
export const VatRate = z.object({ validFrom: IsoDate, percent: Percent })
export type VatRate = z.infer<typeof VatRate>

export const VatClass = z.object({
  id: Id,
  key: z.string().nullable(),
  name: z.string(),
  treatment: VatTreatment,
  /** Oldest first. */
  rates: z.array(VatRate),
  archivedAt: z.string().nullable(),
  version: z.number().int(),
})
export type VatClass = z.infer<typeof VatClass>

const fields = {
  name: lineOf(120),
  treatment: VatTreatment,
  rates: z.array(VatRate).max(100),
}

type Rated = { treatment?: VatTreatment | undefined; rates?: VatRate[] | undefined }

function checkRates({ treatment, rates }: Rated, ctx: z.core.$RefinementCtx): void {
  const days = (rates ?? []).map(({ validFrom }) => validFrom)
  if (new Set(days).size < days.length) ctx.addIssue(issue('catalog.rateTwice', ['rates']))
  const hasRates = treatment === 'standard' || treatment === 'special'
  if (hasRates && rates?.length === 0) ctx.addIssue(issue('required', ['rates']))
}

export const VatClassInput = z.strictObject(fields).superRefine(checkRates)
export type VatClassInput = z.infer<typeof VatClassInput>

/** Rates are sent whole. */
export const VatClassChange = z
  .strictObject(fields)
  .partial()
  .extend({ version: z.number().int(), archived: z.boolean().optional() })
  .superRefine(checkRates)
export type VatClassChange = z.infer<typeof VatClassChange>

export const listVatClassesRoute = defineRoute({
  method: 'GET',
  path: '/vat-classes',
  summary: 'Classes of value added tax with their dated rates, archived ones too',
  permission: 'catalog.read',
  answer: z.object({ items: z.array(VatClass) }),
})

export const createVatClassRoute = defineRoute({
  method: 'POST',
  path: '/vat-classes',
  summary: 'Make a class of value added tax',
  permission: 'catalog.managePrices',
  body: VatClassInput,
  answer: VatClass,
  status: 201,
  errors: ['catalog.vatClassNameTaken'],
})

export const updateVatClassRoute = defineRoute({
  method: 'PATCH',
  path: '/vat-classes/:id',
  summary: 'Rename, add a rate from a day on, archive or bring back',
  permission: 'catalog.managePrices',
  params: IdParams,
  body: VatClassChange,
  answer: VatClass,
  errors: ['catalog.vatClassNameTaken'],
})
