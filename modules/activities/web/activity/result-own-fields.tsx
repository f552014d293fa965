import { CustomFieldsSection, useCustomFields } from '@peyvand/parties/web'
import { type CustomField, factsFor, shownFields } from '@peyvand/platform/contract'
import { useRoute } from '@peyvand/platform/web'
import { useFormContext, useWatch } from 'react-hook-form'
import { type Activity, getActivityRoute } from '../../contract/index.ts'
import { FieldRow } from '../form/field-row.tsx'
import type { FinishValues } from './finish-dialog.tsx'

/** The firm's own fields that the chosen result brings to sight and that are empty, in the form that finishes. */
export const ResultOwnFields = ({ activity: { id, kind } }: { activity: Pick<Activity, 'id' | 'kind'> }) => {
  const own = useCustomFields('activities', [kind])
  const asksResult = own.some(({ showWhen }) =>
    showWhen?.rules.some(({ field }) => field === 'record.resultId'),
  )
  const { data } = useRoute(getActivityRoute, { params: { id } }, { enabled: asksResult })
  return data && <BroughtFields own={own} activity={data} />
}

const BroughtFields = ({ own, activity }: { own: readonly CustomField[]; activity: Activity }) => {
  const { control } = useFormContext<FinishValues>()
  const [custom, resultId] = useWatch({ control, name: ['custom', 'resultId'] })
  const shownWith = (result: string | null, values = activity.custom) =>
    shownFields(own, { ...values, ...factsFor(own, { ...activity, resultId: result }) }, [])
  const before = new Set(shownWith(activity.result?.id ?? null))
  const brought = shownWith(resultId, { ...activity.custom, ...custom }).filter(
    (field) => !before.has(field) && (activity.custom[field.key] ?? null) === null,
  )
  if (brought.length === 0) return null
  return (
    <FieldRow>
      <CustomFieldsSection fields={brought} />
    </FieldRow>
  )
}
