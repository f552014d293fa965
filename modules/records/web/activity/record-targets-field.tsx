import { TargetPicker, type TargetsPart } from '@peyvand/activities/web'
import { useT } from '@peyvand/platform/web'
import { useKinds } from '../use-kinds.ts'

/** Records of own kinds that an activity is about, in firms that have some. Fills `activities.form.targets`. */
export const RecordTargetsField = (part: TargetsPart) => {
  const t = useT()
  const kinds = useKinds()
  if (kinds.length === 0 && !part.value.some(({ type }) => type === 'records')) return null
  return (
    <TargetPicker
      part={part}
      type="records"
      label={t('activities.field.targets')}
      description={t('records.targetsHint')}
    />
  )
}
