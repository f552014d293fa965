import { useCustomDefaults, useCustomFields, useShownFields } from '@peyvand/parties/web'
import { callApi, FormDrawer, useRecordSubmit, useSession, useT } from '@peyvand/platform/web'
import { newId, toast } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { FormProvider, useForm, useFormContext } from 'react-hook-form'
import { createDealRoute, type Deal, updateDealRoute } from '../../contract/index.ts'
import { dealTopics } from '../deal-topics.ts'
import { DealFields } from './deal-fields.tsx'
import { closeDealForm, type DealFormRequest } from './deal-form-store.ts'
import { bodyOf, type DealValues, valuesOfDeal, valuesOfNew } from './deal-values.ts'
import { useConflictWords } from './use-conflict-words.ts'

type Props = { request: DealFormRequest }

/** The form of a new deal or of one that is changed. */
export const DealDrawer = ({ request }: Props) => {
  const { user } = useSession()
  const { deal, party, stageId = null } = request
  const form = useForm<DealValues>({
    defaultValues: deal
      ? valuesOfDeal(deal)
      : valuesOfNew({ partyId: party?.id ?? null, stageId, ownerId: user.id }),
  })
  return (
    <FormProvider {...form}>
      <Form request={request} />
    </FormProvider>
  )
}

const Form = ({ request }: Props) => {
  const t = useT()
  const { formState } = useFormContext<DealValues>()
  const own = useCustomFields('deals', [])
  useCustomDefaults(own, !request.deal)
  const shown = useShownFields(own)
  const { submit, dialog, record: deal } = useSave(request, shown)
  return (
    <>
      {dialog}
      <FormDrawer
        title={t(request.deal ? 'pipeline.edit' : 'pipeline.new')}
        isDismissable={!formState.isDirty}
        submit={submit}
        onClose={closeDealForm}
      >
        <DealFields
          shown={shown}
          isNew={!request.deal}
          known={{
            party: deal?.party.name ?? request.party?.name,
            contact: deal?.contact?.name,
            owner: deal?.owner?.name,
          }}
          competitors={new Map(deal?.competitors.map(({ id, name }) => [id, name]))}
        />
      </FormDrawer>
    </>
  )
}

function useSave(request: DealFormRequest, shown: Parameters<typeof bodyOf>[1]) {
  const t = useT()
  const navigate = useNavigate()
  const form = useFormContext<DealValues>()
  const create = async (values: DealValues) => {
    const { stageId, partyId } = values
    if (partyId === null) {
      form.setError('partyId', { message: t('error.required') }, { shouldFocus: true })
      return null
    }
    const made = await callApi(
      createDealRoute,
      { body: { ...bodyOf(values, shown), ...(stageId && { stageId }) } },
      { idempotencyKey: newId() },
    )
    toast({
      kind: 'ok',
      title: t('pipeline.created', { title: made.title }),
      action: {
        label: t('pipeline.open'),
        onPress: () => void navigate({ to: `/deals/${made.id}` as never }),
      },
    })
    return made
  }
  return useRecordSubmit<Deal, DealValues>(form, {
    opened: request.deal,
    valuesOf: valuesOfDeal,
    inWords: useConflictWords(),
    create,
    update: (values, { id, version }) =>
      callApi(updateDealRoute, { params: { id }, body: { ...bodyOf(values, shown), version } }),
    topics: dealTopics,
    onSaved: closeDealForm,
  })
}
