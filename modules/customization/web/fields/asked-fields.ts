import { type ConditionField, type CustomField, CustomFieldType } from '@peyvand/platform/contract'
import { useRoute } from '@peyvand/platform/web'
import { listConditionFieldsRoute } from '../../contract/index.ts'

/** A field that a condition may ask: one of the firm's own, or one that every record of the type has. */
export type AskedField = Pick<CustomField, 'key' | 'type' | 'labelFa' | 'labelEn' | 'options'>

/** What conditions of a record type may ask, its own fields first. */
export function useAskedFields(record: string, own: readonly CustomField[]): AskedField[] {
  const { data } = useRoute(
    listConditionFieldsRoute,
    { query: { record } },
    { staleTime: 300_000, enabled: record !== '' },
  )
  return [...own, ...(data?.items ?? []).map(ofRecord)]
}

/** Named in the reader's language alone, as one of many. */
const ofRecord = ({ field, label, options }: ConditionField): AskedField => ({
  key: field,
  type: CustomFieldType.enum.oneOf,
  labelFa: label,
  labelEn: label,
  options: options.map((option) => ({
    value: option.value,
    labelFa: option.label,
    labelEn: option.label,
  })),
})
