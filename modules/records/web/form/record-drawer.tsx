import { useCustomDefaults, useCustomFields, useShownFields } from '@peyvand/parties/web'
import {
  callApi,
  invalidateTopics,
  problemText,
  showServerErrors,
  useConflict,
  useSession,
  useT,
} from '@peyvand/platform/web'
import { Button, Callout, Drawer, newId, toast } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { FormProvider, useForm, useFormContext } from 'react-hook-form'
import {
  createRecordRoute,
  type FirmRecord,
  type RecordKind,
  recordTypeOf,
  updateRecordRoute,
} from '../../contract/index.ts'
import { recordTopics } from '../record-topics.ts'
import { useKind, useKindNames } from '../use-kinds.ts'
import { RecordFields } from './record-fields.tsx'
import { closeRecordForm, type RecordFormRequest } from './record-form-store.ts'
import { bodyOf, type RecordValues, valuesOfNew, valuesOfRecord } from './record-values.ts'
import { useConflictWords } from './use-conflict-words.ts'

/** The form of a new record or of one that is changed. */
export const RecordDrawer = ({ request }: { request: RecordFormRequest }) => {
  const kind = useKind(request.kind)
  return kind ? <RecordForm kind={kind} request={request} /> : null
}

type Props = { kind: RecordKind; request: RecordFormRequest }

const RecordForm = ({ kind, request }: Props) => {
  const { user } = useSession()
  const form = useForm<RecordValues>({
    defaultValues: request.record
      ? valuesOfRecord(request.record)
      : valuesOfNew(kind, { ...request, ownerId: user.id }),
  })
  return (
    <FormProvider {...form}>
      <FormDrawer kind={kind} request={request} />
    </FormProvider>
  )
}

const FormDrawer = ({ kind, request }: Props) => {
  const t = useT()
  const formId = useId()
  const { one } = useKindNames()
  const { formState } = useFormContext<RecordValues>()
  const own = useCustomFields(recordTypeOf(kind.key), [])
  useCustomDefaults(own, !request.record)
  const shown = useShownFields(own)
  const { onSubmit, fault, dialog, record } = useSave({ kind, request, shown })
  const title = t(request.record ? 'records.editOf' : 'records.newOf', { name: one(kind) })
  return (
    <Drawer
      isOpen
      isDismissable={!formState.isDirty}
      onOpenChange={closeRecordForm}
      title={title}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} isPending={formState.isSubmitting}>
            {t('web.save')}
          </Button>
          <Button onPress={closeRecordForm}>{t('web.cancel')}</Button>
        </>
      }
    >
      {dialog}
      <form
        id={formId}
        aria-label={title}
        noValidate
        className="flex flex-col gap-3.5"
        onSubmit={(event) => void onSubmit(event)}
      >
        {fault && <Callout tone="bad">{fault}</Callout>}
        <RecordFields
          kind={kind}
          shown={shown}
          known={{
            party: record?.party?.name ?? request.party?.name,
            owner: record?.owner?.name,
            ...(record && { tags: record.tags }),
          }}
        />
      </form>
    </Drawer>
  )
}

type Saving = Props & { shown: Parameters<typeof bodyOf>[2] }

/** Saves the form; a version of somebody else's that came between is shown beside it. */
function useSave({ kind, request, shown }: Saving) {
  const t = useT()
  const navigate = useNavigate()
  const form = useFormContext<RecordValues>()
  const [fault, setFault] = useState<string | null>(null)
  const [record, setRecord] = useState(request.record)
  const { saveOver, dialog } = useConflict<FirmRecord, RecordValues>({
    valuesOf: valuesOfRecord,
    inWords: useConflictWords(kind),
    onTheirs: (current) => {
      setRecord(current)
      form.reset(valuesOfRecord(current))
    },
  })
  const create = async (values: RecordValues) => {
    const { ownerId, ...body } = bodyOf(kind, values, shown)
    const made = await callApi(
      createRecordRoute,
      { params: { kind: kind.key }, body: { ...body, ...(ownerId && { ownerId }) } },
      { idempotencyKey: newId() },
    )
    toast({
      kind: 'ok',
      title: t('records.created', { title: made.title }),
      action: {
        label: t('records.open'),
        onPress: () => void navigate({ to: `/records/${kind.key}/${made.id}` as never }),
      },
    })
    return made
  }
  const change = (opened: FirmRecord, mine: RecordValues) =>
    saveOver({
      record: opened,
      mine,
      save: (values, { id, version }) =>
        callApi(updateRecordRoute, {
          params: { kind: kind.key, id },
          body: { ...bodyOf(kind, values, shown), version },
        }),
    })
  const onSubmit = form.handleSubmit(async (values) => {
    setFault(null)
    try {
      const saved = await (record ? change(record, values) : create(values))
      if (!saved) return
      await invalidateTopics(recordTopics)
      if (record) toast({ kind: 'ok', title: t('web.saved') })
      closeRecordForm()
    } catch (error) {
      const others = showServerErrors(form, error)
      setFault(others.length > 0 ? others.join(' ') : problemText(t, error))
    }
  })
  return { onSubmit, fault, dialog, record }
}
