import {
  callApi,
  invalidateTopics,
  problemText,
  showServerErrors,
  useDraft,
  useSession,
  useT,
} from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { type Activity, type ActivityKind, createActivityRoute, directionsOf } from '../../contract/index.ts'
import { createBody } from '../form/activity-body.ts'
import { type ActivityFormValues, newActivityValues } from '../form/activity-form-values.ts'
import { defaultSubject } from '../form/default-subject.ts'

/** What the place a composer was opened from knows already. */
export interface ComposerStart {
  kind: ActivityKind
  parties?: readonly { id: string; name: string }[]
}

/** Done with the new activity in the same step, by what fills the slot `activities.composer`. */
export type AfterSave = (activity: Activity) => Promise<void>

/** A new activity from the first letter to the saved record. */
export function useComposer({ kind, parties = [] }: ComposerStart, onSaved: (activity: Activity) => void) {
  const t = useT()
  const { user, firm } = useSession()
  const start = (next: ActivityKind) =>
    newActivityValues(next, { me: user.id, now: new Date().toISOString(), parties })
  const form = useForm<ActivityFormValues>({ defaultValues: start(kind) })
  const draft = useDraft(form, `activities.new.${user.id}.${parties[0]?.id ?? 'any'}`)
  const [fault, setFault] = useState<string | null>(null)
  const afterSave = useRef<AfterSave | null>(null)

  const setKind = (next: ActivityKind) => {
    const { timing, at } = start(next)
    const { direction } = form.getValues()
    form.setValue('kind', next, { shouldDirty: true })
    form.setValue('timing', timing)
    form.setValue('at', at)
    form.setValue('resultId', null)
    if (!directionsOf[next].includes(direction)) form.setValue('direction', directionsOf[next][0])
  }

  const submit = async (values: ActivityFormValues) => {
    setFault(null)
    try {
      const body = createBody(values, { timeZone: firm.timeZone, subject: defaultSubject(t, values) })
      const activity = await callApi(createActivityRoute, { body }, { idempotencyKey: crypto.randomUUID() })
      draft.clear()
      await afterSave.current?.(activity).catch((error: unknown) =>
        toast({
          kind: 'bad',
          title: t('activities.form.savedButNotReferred'),
          description: problemText(t, error),
        }),
      )
      form.reset(start(values.kind))
      void invalidateTopics(['activities', 'home', 'parties', 'worklists', 'referrals', 'files'])
      onSaved(activity)
    } catch (error) {
      const others = showServerErrors(form, error)
      setFault(others.length > 0 ? others.join(' ') : problemText(t, error))
    }
  }
  return {
    form,
    draft,
    fault,
    setKind,
    save: () => void form.handleSubmit(submit)(),
    onAfterSave: (act: AfterSave | null) => {
      afterSave.current = act
    },
  }
}

export type ComposerState = ReturnType<typeof useComposer>
