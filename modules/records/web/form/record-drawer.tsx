import { useCustomDefaults, useCustomFields, useShownFields } from '@peyvand/parties/web'
import { callApi, FormDrawer, useRecordSubmit, useSession, useT } from '@peyvand/platform/web'
import { newId, toast } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
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
      <Form kind={kind} request={request} />
    </FormProvider>
  )
}

const Form = ({ kind, request }: Props) => {
  const t = useT()
  const { one } = useKindNames()
  const { formState } = useFormContext<RecordValues>()
  const own = useCustomFields(recordTypeOf(kind.key), [])
  useCustomDefaults(own, !request.record)
  const shown = useShownFields(own)
  const { submit, dialog, record } = useSave({ kind, request, shown })
  return (
    <>
      {dialog}
      <FormDrawer
        title={t(request.record ? 'records.editOf' : 'records.newOf', { name: one(kind) })}
        isDismissable={!formState.isDirty}
        submit={submit}
        onClose={closeRecordForm}
      >
        <RecordFields
          kind={kind}
          shown={shown}
          known={{
            party: record?.party?.name ?? request.party?.name,
            owner: record?.owner?.name,
            ...(record && { tags: record.tags }),
          }}
        />
      </FormDrawer>
    </>
  )
}

type Saving = Props & { shown: Parameters<typeof bodyOf>[2] }

function useSave({ kind, request, shown }: Saving) {
  const t = useT()
  const navigate = useNavigate()
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
  return useRecordSubmit<FirmRecord, RecordValues>(useFormContext<RecordValues>(), {
    opened: request.record,
    valuesOf: valuesOfRecord,
    inWords: useConflictWords(kind),
    create,
    update: (values, { id, version }) =>
      callApi(updateRecordRoute, {
        params: { kind: kind.key, id },
        body: { ...bodyOf(kind, values, shown), version },
      }),
    topics: recordTopics,
    onSaved: closeRecordForm,
  })
}
