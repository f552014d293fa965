import { Slot } from '@peyvand/platform/web'
import { useFormContext } from 'react-hook-form'
import type { ActivityTarget } from '../../contract/index.ts'
import type { ActivityFormValues } from './activity-form-values.ts'

/** Given to what fills the slot `activities.form.targets`, a field per record type. */
export interface TargetsPart {
  value: readonly ActivityTarget[]
  onChange: (targets: ActivityTarget[]) => void
}

/** What it is about besides parties; modules with such records bring the field to choose them. */
export const TargetsField = () => {
  const { watch, setValue } = useFormContext<ActivityFormValues>()
  const part: TargetsPart = {
    value: watch('targets'),
    onChange: (targets) => setValue('targets', targets, { shouldDirty: true }),
  }
  return <Slot name="activities.form.targets" with={part} />
}
