import { TargetPicker, type TargetsPart } from '@peyvand/activities/web'
import { useT } from '@peyvand/platform/web'

/** Documents that an activity is about. Fills `activities.form.targets`. */
export const DocumentTargetsField = (part: TargetsPart) => {
  const t = useT()
  return <TargetPicker part={part} type="documents" label={t('documents.nav')} />
}
