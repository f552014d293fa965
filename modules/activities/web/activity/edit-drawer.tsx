import { AttachmentField } from '@peyvand/files/web'
import { localClock } from '@peyvand/persian'
import {
  callApi,
  invalidateTopics,
  problemText,
  showServerErrors,
  useConflict,
  useSession,
  useT,
} from '@peyvand/platform/web'
import {
  Button,
  bindField,
  Callout,
  Disclosure,
  Drawer,
  SegmentedControl,
  TextField,
  toast,
} from '@peyvand/ui'
import { useState } from 'react'
import { Controller, FormProvider, useForm, useWatch } from 'react-hook-form'
import {
  type Activity,
  directionsOf,
  type OccurrenceScope,
  updateActivityRoute,
} from '../../contract/index.ts'
import { changeBody } from '../form/activity-body.ts'
import { type ActivityFormValues, valuesOfActivity } from '../form/activity-form-values.ts'
import { BodyField } from '../form/body-field.tsx'
import { defaultSubject } from '../form/default-subject.ts'
import { FieldRow } from '../form/field-row.tsx'
import { KindFields } from '../form/kind-fields.tsx'
import { MoreFields } from '../form/more-fields.tsx'
import { OwnFields } from '../form/own-fields.tsx'
import { ResultField } from '../form/result-field.tsx'
import { directionLabel } from '../kinds/direction-label.ts'
import { activityTopics } from './activity-topics.ts'
import { useConflictWords } from './use-conflict-words.ts'

type Props = {
  activity: Activity
  /** Of a series: how far what is saved goes. */
  occurrences?: OccurrenceScope | undefined
  onClose: () => void
}

/** All fields of an activity; the kind stays what it is. */
export const EditDrawer = ({ activity: opened, occurrences, onClose }: Props) => {
  const t = useT()
  const { firm } = useSession()
  const [fault, setFault] = useState<string | null>(null)
  const [activity, setActivity] = useState(opened)
  const valuesOf = (record: Activity) =>
    valuesOfActivity(record, { localClock: (at) => localClock(at, firm.timeZone) })
  const form = useForm<ActivityFormValues>({ defaultValues: valuesOf(activity) })
  const { saveOver, dialog } = useConflict<Activity, ActivityFormValues>({
    valuesOf,
    inWords: useConflictWords(activity),
    onTheirs: (current) => {
      setActivity(current)
      form.reset(valuesOf(current))
    },
  })
  const save = form.handleSubmit(async (values) => {
    try {
      const subject = defaultSubject(t, values)
      const saved = await saveOver({
        record: activity,
        mine: values,
        save: (mine, record) => {
          const body = changeBody(mine, { activity: record, subject, timeZone: firm.timeZone })
          return callApi(updateActivityRoute, {
            params: { id: record.id },
            body: { ...body, ...(occurrences && { occurrences }) },
          })
        },
      })
      if (!saved) return
      await invalidateTopics(activityTopics)
      toast({ kind: 'ok', title: t('web.saved') })
      onClose()
    } catch (error) {
      const others = showServerErrors(form, error)
      setFault(others.length > 0 ? others.join(' ') : problemText(t, error))
    }
  })
  const [kind, direction, resultId, files] = useWatch({
    control: form.control,
    name: ['kind', 'direction', 'resultId', 'files'],
  })
  return (
    <Drawer
      isOpen
      size="wide"
      isDismissable={!form.formState.isDirty}
      onOpenChange={onClose}
      title={t('activities.form.edit', { kind: t(`activities.kind.${kind}`) })}
      footer={
        <>
          <Button kind="primary" isPending={form.formState.isSubmitting} onPress={() => void save()}>
            {t('web.save')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      {dialog}
      <FormProvider {...form}>
        <form
          aria-label={t('activities.form.edit', { kind: t(`activities.kind.${kind}`) })}
          className="flex flex-col gap-3.5"
          onSubmit={(event) => event.preventDefault()}
        >
          {fault && <Callout tone="bad">{fault}</Callout>}
          {directionsOf[kind].length > 1 && (
            <span>
              <SegmentedControl
                label={t('activities.direction')}
                value={direction}
                options={directionsOf[kind].map((id) => ({ id, label: directionLabel(t, kind, id) }))}
                onChange={(next) => form.setValue('direction', next, { shouldDirty: true })}
              />
            </span>
          )}
          <Controller
            control={form.control}
            name="subject"
            render={(f) => (
              <TextField label={t('activities.field.subject')} maxLength={300} {...bindField(f)} />
            )}
          />
          <KindFields />
          <OwnFields required />
          <BodyField activityId={activity.id} maxRows={20} />
          <FieldRow>
            <ResultField
              kind={kind}
              value={resultId}
              onChange={(id) => form.setValue('resultId', id, { shouldDirty: true })}
            />
          </FieldRow>
          <AttachmentField
            value={files}
            onChange={(change) =>
              form.setValue('files', change(form.getValues('files')), { shouldDirty: true })
            }
          />
          <Disclosure title={t('activities.form.more')} defaultOpen>
            <MoreFields known={{ marketer: activity.viaMarketer?.name, tags: activity.tags }} />
          </Disclosure>
        </form>
      </FormProvider>
    </Drawer>
  )
}
