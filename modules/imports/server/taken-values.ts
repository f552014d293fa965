import type { CustomField, CustomValues } from '@peyvand/platform/contract'
import { type Ctx, uniqueValues, wantedCustomUniques } from '@peyvand/platform/server'
import type { CellProblem } from './import-target.ts'

interface Wanting {
  custom: CustomValues
  /** Where the faults of a new record go. */
  faults: CellProblem[]
}

/** Tells new records of unique values that a stored record has, or an earlier one of these. */
export async function refuseTakenValues(
  ctx: Ctx,
  fields: ReadonlyMap<string, CustomField>,
  records: readonly Wanting[],
): Promise<void> {
  const byId = new Map([...fields.values()].map((field) => [field.id, field]))
  const wanted = records.flatMap(({ custom, faults }) =>
    uniqueValues(fields.values(), custom).map((value) => ({ ...value, faults })),
  )
  const seen = new Set<string>()
  for (const [at, { fieldId, key, isTaken }] of (await wantedCustomUniques(ctx, wanted)).entries()) {
    const place = `${fieldId} ${key}`
    const field = byId.get(fieldId)
    if (field && (isTaken || seen.has(place))) {
      const name = ctx.locale === 'fa' ? field.labelFa : field.labelEn
      wanted[at]?.faults.push({ column: null, code: 'imports.valueTaken', params: { field: name } })
    }
    seen.add(place)
  }
}
