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
      <FormDrawer request={request} />
    </FormProvider>
  )
}

const FormDrawer = ({ request }: Props) => {
  const t = useT()
  const formId = useId()
  const { formState } = useFormContext<DealValues>()
  const own = useCustomFields('deals', [])
  useCustomDefaults(own, !request.deal)
  const shown = useShownFields(own)
  const { onSubmit, fault, dialog, deal } = useSave(request, shown)
  const title = t(request.deal ? 'pipeline.edit' : 'pipeline.new')
  return (
    <Drawer
      isOpen
      isDismissable={!formState.isDirty}
      onOpenChange={closeDealForm}
      title={title}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} isPending={formState.isSubmitting}>
            {t('web.save')}
          </Button>
          <Button onPress={closeDealForm}>{t('web.cancel')}</Button>
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
      </form>
    </Drawer>
  )
}

/** Saves the form; a version of somebody else's that came between is shown beside it. */
function useSave(request: DealFormRequest, shown: Parameters<typeof bodyOf>[1]) {
  const t = useT()
  const navigate = useNavigate()
  const form = useFormContext<DealValues>()
  const [fault, setFault] = useState<string | null>(null)
  const [deal, setDeal] = useState(request.deal)
  const { saveOver, dialog } = useConflict<Deal, DealValues>({
    valuesOf: valuesOfDeal,
    inWords: useConflictWords(),
    onTheirs: (current) => {
      setDeal(current)
      form.reset(valuesOfDeal(current))
    },
  })
  const create = async (values: DealValues) => {
    const { stageId } = values
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
  const change = (opened: Deal, mine: DealValues) =>
    saveOver({
      record: opened,
      mine,
      save: (values, { id, version }) =>
        callApi(updateDealRoute, { params: { id }, body: { ...bodyOf(values, shown), version } }),
    })
  const onSubmit = form.handleSubmit(async (values) => {
    setFault(null)
    if (values.partyId === null) {
      form.setError('partyId', { message: t('error.required') }, { shouldFocus: true })
      return
    }
    try {
      const saved = await (deal ? change(deal, values) : create(values))
      if (!saved) return
      await invalidateTopics(dealTopics)
      if (deal) toast({ kind: 'ok', title: t('web.saved') })
      closeDealForm()
    } catch (error) {
      const others = showServerErrors(form, error)
      setFault(others.length > 0 ? others.join(' ') : problemText(t, error))
    }
  })
  return { onSubmit, fault, dialog, deal }
}
