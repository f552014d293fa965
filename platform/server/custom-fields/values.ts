import { localDate } from '@peyvand/persian'
import { z } from 'zod'
import {
  type CustomField,
  type CustomValues,
  defaultsOf,
  factsFor,
  isRequiredFor,
  shownFields,
} from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { faultsOf } from '../parse-input.ts'
import { customFieldsOf } from './definitions.ts'
import { customFieldRule } from './field-rules.ts'
import { filesByIds } from './files.ts'
import { customTypes } from './types.ts'

interface CheckCustomValues {
  record: string
  values: CustomValues
  /** Groups or kinds of the record: fields of others are neither required nor refused. */
  appliesTo?: readonly string[]
  /** A change of some fields: the others are not missed, and nothing gets its default. */
  partial?: boolean
  /** For a change: what the record has now, where it is one record. */
  stored?: CustomValues
  /** Fields that conditions may ask, by their names in the API, as they will be; and as they are, for a change. */
  facts?: Facts
  factsBefore?: Facts
}

type Facts = Readonly<Record<string, unknown>>

/**
 * Checks given custom values against the firm's definitions and normalises them; null clears a field. A new record
 * gets the defaults of what is not named. Required is what is shown for the values as they will be.
 * @throws AppError badInput (400) with a fault at `custom.<key>` per bad value.
 */
export async function checkCustomValues(ctx: Ctx, given: CheckCustomValues): Promise<CustomValues> {
  const { record, values, appliesTo = [], stored, partial = stored !== undefined } = given
  const fields = await customFieldsOf(ctx, record)
  const facts = factsFor(fields, given.facts ?? {})
  const factsBefore = factsFor(fields, given.factsBefore ?? given.facts ?? {})
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const faults: { path: string; code: string; params?: Record<string, unknown> }[] = []
  const checked: CustomValues = {}
  for (const [key, value] of Object.entries(values)) {
    const field = byKey.get(key)
    if (field && customFieldRule(ctx, field)) {
      // What a role does not see or only reads stays; forms send it back as it was.
      if (!same(value, stored?.[key])) faults.push({ path: `custom.${key}`, code: 'customFields.readOnly' })
    } else if (!field) {
      // A form that sends everything back sends what archived fields hold as well.
      if (stored && same(value, stored[key])) continue
      faults.push({ path: `custom.${key}`, code: 'customFields.unknown', params: { key } })
    } else if (value === null || value === '') {
      checked[key] = null
    } else {
      const parsed = schemaOf(field).safeParse(value, { reportInput: true })
      if (parsed.success) {
        const data =
          field.type === 'file' ? await filesByIds(ctx, parsed.data as string[], stored?.[key]) : parsed.data
        if (data === null) faults.push({ path: `custom.${key}`, code: 'customFields.fileUnknown' })
        else checked[key] = Array.isArray(data) && data.length === 0 ? null : data
      } else faults.push(...faultsOf(parsed.error).map((fault) => ({ ...fault, path: `custom.${key}` })))
    }
  }
  if (!partial) addDefaults(ctx, fields, { checked, values, appliesTo, facts })
  const after = { ...stored, ...checked, ...facts }
  // A change that brings a field to sight asks for it; of many records nobody knows what they have.
  const comesUp = ({ showWhen }: CustomField) =>
    stored !== undefined &&
    showWhen?.rules.some(({ field }) => field in values || !same(facts[field], factsBefore[field]))
  for (const field of shownFields(fields, after, appliesTo)) {
    const isAsked = !partial || field.key in values || comesUp(field)
    const isMissing = (after[field.key] ?? null) === null && (values[field.key] ?? null) === null
    if (isAsked && isMissing && isRequiredFor(field, appliesTo) && !customFieldRule(ctx, field))
      faults.push({ path: `custom.${field.key}`, code: 'required' })
  }
  if (faults.length > 0) throw new AppError('badInput', { status: 400, fields: faults })
  return checked
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** What a new record gets that is written without a form, such as one of an import. */
export async function withCustomDefaults(
  ctx: Ctx,
  { record, values, appliesTo = [], facts = {} }: CheckCustomValues,
): Promise<CustomValues> {
  const fields = await customFieldsOf(ctx, record)
  const checked = { ...values }
  addDefaults(ctx, fields, { checked, values, appliesTo, facts: factsFor(fields, facts) })
  return checked
}

interface NewValues {
  checked: CustomValues
  values: CustomValues
  appliesTo: readonly string[]
  facts: CustomValues
}

/** A field whose condition another default meets gets its own as well. */
function addDefaults(
  ctx: Ctx,
  fields: readonly CustomField[],
  { checked, values, appliesTo, facts }: NewValues,
): void {
  const open = fields.filter(({ key, defaultValue }) => (defaultValue ?? null) !== null && !(key in values))
  if (open.length === 0) return
  const defaults = defaultsOf(open, {
    today: localDate(ctx.now(), ctx.timeZone),
    now: ctx.now().toISOString(),
    userId: ctx.actor.userId,
    teamId: ctx.actor.teamIds[0] ?? null,
  })
  for (const { key } of shownFields(fields, { ...defaults, ...checked, ...facts }, appliesTo))
    if (key in defaults) checked[key] = defaults[key]
}

// Made once per definition, not once per value: a bulk import checks hundreds of thousands of them.
const schemas = new WeakMap<CustomField, z.ZodType>()

function schemaOf(field: CustomField): z.ZodType {
  const made = schemas.get(field) ?? customTypes[field.type].schema(field)
  schemas.set(field, made)
  return made
}

/** The unique values among these, as side tables have them. */
export const uniqueValues = (
  fields: Iterable<CustomField>,
  values: CustomValues,
): { fieldId: string; value: string }[] =>
  [...fields].flatMap(({ id, key, type, unique }) =>
    unique && (values[key] ?? null) !== null
      ? customTypes[type].toSide(values[key]).map((value) => ({ fieldId: id, value }))
      : [],
  )

/** Puts changed values over the stored ones; cleared ones leave. */
export function mergeCustomValues(before: CustomValues, changed: CustomValues): CustomValues {
  return Object.fromEntries(Object.entries({ ...before, ...changed }).filter(([, value]) => value !== null))
}

/** Reads a `custom` column for an answer. */
export const readCustomValues = (column: unknown): CustomValues =>
  z.record(z.string(), z.unknown()).parse(column ?? {})
