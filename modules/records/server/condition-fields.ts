import type { ConditionField } from '@peyvand/platform/contract'
import { AppError, type Ctx, checkCustomValues, readCustomValues } from '@peyvand/platform/server'
import { recordTypeOf } from '../contract/index.ts'
import { stateField } from './kind-states.ts'
import type { StoredRecord } from './record-access.ts'
import { type KindRow, kindsInUse } from './record-kinds.ts'

/** What conditions of a kind's own fields may ask of its records besides: their state, where the kind has states. */
export async function recordConditionFields(ctx: Ctx, record: string): Promise<ConditionField[]> {
  const kind = record.startsWith('records:')
    ? (await kindsInUse(ctx)).find(({ key }) => recordTypeOf(key) === record)
    : undefined
  if (!kind || kind.states.length === 0) return []
  return [
    {
      field: stateField,
      label: ctx.registry.translate(ctx.locale, 'records.field.state'),
      options: kind.states.map(({ key, labelFa, labelEn }) => ({
        value: key,
        label: ctx.locale === 'fa' ? labelFa : labelEn,
      })),
    },
  ]
}

/** Records to which a state brings a required own field that is empty. */
export async function lackingForState(
  ctx: Ctx,
  kind: KindRow,
  { rows, state }: { rows: readonly StoredRecord[]; state: string },
): Promise<ReadonlySet<string>> {
  const record = recordTypeOf(kind.key)
  const lacking = new Set<string>()
  for (const row of rows) {
    const check = checkCustomValues(ctx, {
      record,
      values: {},
      stored: readCustomValues(row.custom),
      facts: { state },
      factsBefore: row,
    })
    await check.catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error
      lacking.add(row.id)
    })
  }
  return lacking
}
