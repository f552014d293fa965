import { TargetPicker, type TargetsPart } from '@peyvand/activities/web'
import { useT } from '@peyvand/platform/web'

/** Deals that an activity is about. Fills `activities.form.targets`. */
export const DealTargetsField = (part: TargetsPart) => {
  const t = useT()
  return <TargetPicker part={part} type="deals" label={t('pipeline.deals')} />
}
