import { type Ctx, customFieldsOf, uniqueValues, wantedCustomUniques } from '@peyvand/platform/server'
import type { BulkAction } from '../contract/index.ts'
import type { PartyTableRow } from './party-row.ts'
import { takenMeanwhile } from './taken.ts'

/** Rows of a bulk action that it cannot change although the caller may: the code of the reason by id. */
export async function refusedRows(
  ctx: Ctx,
  action: BulkAction,
  rows: readonly PartyTableRow[],
): Promise<Map<string, string>> {
  const ids = rows.map(({ id }) => id)
  if (action.type === 'restore') return takenMeanwhile(ctx, ids)
  if (action.type === 'update' && action.values.custom) return takenByOthers(ctx, action.values.custom, ids)
  return new Map()
}

/** A unique value stays with the record that has it, or goes to the first of these. */
async function takenByOthers(
  ctx: Ctx,
  custom: Record<string, unknown>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const fields = (await customFieldsOf(ctx, 'parties')).filter(({ unique }) => unique)
  const refused = new Map<string, string>()
  for (const { takenBy } of await wantedCustomUniques(ctx, uniqueValues(fields, custom))) {
    const holder = takenBy ?? ids.find((id) => !refused.has(id))
    for (const id of ids) if (id !== holder) refused.set(id, 'customFields.valueTaken')
  }
  return refused
}
