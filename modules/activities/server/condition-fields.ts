import { valueOptions } from '@peyvand/customization/server'
import type { ConditionField } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { ActivityKind, Direction, Priority, resultListOf } from '../contract/index.ts'

/** What conditions of own fields may ask of an activity beside its own fields. */
export async function activityConditionFields({ registry, locale, ...ctx }: Ctx): Promise<ConditionField[]> {
  const text = (key: string) => registry.translate(locale, key)
  const words = (kind: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: text(`activities.${kind}.${value}`) }))
  const results = await valueOptions({ registry, locale, ...ctx }, Object.values(resultListOf))
  return [
    { field: 'record.kind', label: text('activities.kind'), options: words('kind', ActivityKind.options) },
    {
      field: 'record.direction',
      label: text('activities.direction'),
      options: words('direction', Direction.options),
    },
    {
      field: 'record.priority',
      label: text('activities.priority'),
      options: words('priority', Priority.options),
    },
    {
      field: 'record.resultId',
      label: text('activities.field.result'),
      // Results of each kind are a list of their own.
      options: ActivityKind.options.flatMap((kind) =>
        (results.get(resultListOf[kind]) ?? []).map(({ value, label }) => ({
          value,
          label: `${text(`activities.kind.${kind}`)}: ${label}`,
        })),
      ),
    },
  ]
}
