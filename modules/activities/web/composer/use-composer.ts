import type { RouteCall } from '@peyvand/platform/contract'
import {
  invalidateTopics,
  problemText,
  sendOrKeep,
  showServerErrors,
  useDraft,
  useSession,
  useT,
} from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { useCallback, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import {
  type Activity,
  type ActivityKind,
  type ActivityTarget,
  createActivityRoute,
  directionsOf,
} from '../../contract/index.ts'
import { createBody } from '../form/activity-body.ts'
import { type ActivityFormValues, newActivityValues } from '../form/activity-form-values.ts'
import { defaultSubject } from '../form/default-subject.ts'
import { newActivityDraft } from '../offline.ts'

/** What the place a composer was opened from knows already. */
export interface ComposerStart {
  kind: ActivityKind
  parties?: readonly { id: string; name: string }[]
  /** Other records that it is about. */
  targets?: readonly ActivityTarget[]
  /** Values that stand in the form from the start, such as a time chosen in the calendar. */
  preset?: Partial<ActivityFormValues>
  /** What was written before, of an activity that waits to be sent; saving stands for that one. */
  values?: ActivityFormValues
  /** What was written beside it, in the part that saves the activity its own way. */
  beside?: unknown
  replaces?: string
}

type Body = RouteCall<typeof createActivityRoute>['body']

interface ToSave {
  body: Body
  values: ActivityFormValues
  replaces: string | undefined
}

/** Answers the activity's id, or what stands for it until it is made. */
type Saved = { isKept: boolean; id: string }

/** Saves the new activity together with what belongs to it, in one step: both or neither. */
export type SaveWith = (activity: ToSave) => Promise<Saved>

/** Done with the new activity in the same step, by what fills a slot of the composer. */
export type AfterSave = (activity: Pick<Activity, 'id'>) => Promise<void>

/** Sets or takes back what is done after saving; each filler of a slot has one under its own name. */
export type OnAfterSave = (name: string, act: AfterSave | null) => void

export interface SavedActivity {
  id: string
  subject: string
  hasFollowUp: boolean
}

interface ComposerEnd {
  onSaved: (activity: SavedActivity) => void
  /** It waits on this device; the reader was told. */
  onKept: () => void
}

/** A new activity from the first letter to the saved record. */
export function useComposer(
  { kind, parties = [], targets = [], preset = {}, values: written, beside, replaces }: ComposerStart,
  { onSaved, onKept }: ComposerEnd,
) {
  const t = useT()
  const { user, firm } = useSession()
  const start = (next: ActivityKind) =>
    newActivityValues(next, { me: user.id, now: new Date().toISOString(), parties, targets })
  const form = useForm<ActivityFormValues>({
    defaultValues: { ...start(kind), ...(written ?? preset) },
  })
  const draft = useDraft(
    form,
    `activities.new.${user.id}.${replaces ?? targets[0]?.id ?? parties[0]?.id ?? 'any'}`,
  )
  const [fault, setFault] = useState<string | null>(null)
  const afterSave = useRef(new Map<string, AfterSave>())
  const saveWith = useRef<SaveWith | null>(null)

  const onAfterSave = useCallback<OnAfterSave>((name, act) => {
    if (act) afterSave.current.set(name, act)
    else afterSave.current.delete(name)
  }, [])

  const onSaveWith = useCallback((save: SaveWith | null) => {
    saveWith.current = save
  }, [])

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
      const sent = await (saveWith.current ?? saveAlone)({ body, values, replaces })
      draft.clear()
      for (const act of afterSave.current.values())
        await act(sent).catch((error: unknown) =>
          toast({
            kind: 'bad',
            title: t('activities.form.savedButNotAll'),
            description: problemText(t, error),
          }),
        )
      form.reset(start(values.kind))
      if (sent.isKept) {
        toast({ kind: 'warn', title: t('offline.kept', { title: body.subject }) })
        onKept()
        return
      }
      void invalidateTopics(['activities', 'home', 'parties', 'worklists', 'referrals', 'files'])
      onSaved({ id: sent.id, subject: body.subject, hasFollowUp: body.followUp !== undefined })
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
    onAfterSave,
    onSaveWith,
    beside,
  }
}

const saveAlone: SaveWith = async ({ body, values, replaces }) => {
  const sent = await sendOrKeep({
    kind: newActivityDraft,
    title: body.subject,
    route: createActivityRoute,
    call: { body },
    form: values,
    replaces,
  })
  return { isKept: sent.isKept, id: sent.isKept ? sent.id : sent.answer.id }
}

export type ComposerState = ReturnType<typeof useComposer>
