import {
  callApi,
  FormDialog,
  FormFault,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Checkbox, toast, useFormat } from '@peyvand/ui'
import { Plus } from 'lucide-react'
import { FormProvider, useFieldArray } from 'react-hook-form'
import { type Deal, updateDealRoute } from '../../contract/index.ts'
import { dealTopics } from '../deal-topics.ts'
import { LineFields } from './line-fields.tsx'
import { LinesValues } from './lines-values.ts'
import { useLinePrices } from './use-line-prices.ts'

type Props = { deal: Deal; onClose: () => void }

/** What a deal is about, with the prices that the catalogue says. */
export const LinesDialog = ({ deal, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const form = useSchemaForm(LinesValues, {
    amountOfLines: deal.amountOfLines || deal.amount === null,
    lines: deal.lines.map(({ product, unit, configuration, quantity, priceByHand, discountPercent }) => ({
      productId: product.id,
      unitId: unit.id,
      configuration,
      quantity,
      priceByHand,
      discountPercent,
    })),
  })
  const { control, watch, setValue } = form
  const { fields, append, remove } = useFieldArray({ control, name: 'lines' })
  const { data: priced, error } = useLinePrices(deal.party.id, watch('lines'))
  const submit = useSubmit(form, async (values) => {
    await callApi(updateDealRoute, { params: { id: deal.id }, body: { ...values, version: deal.version } })
    await invalidateTopics(dealTopics)
    toast({ kind: 'ok', title: t('web.saved') })
    onClose()
  })
  const names = new Map(deal.lines.map(({ product }) => [product.id, product.name]))
  return (
    <FormDialog
      size="large"
      columns={1}
      title={t('pipeline.linesOf', { title: deal.title })}
      submit={submit}
      onClose={onClose}
      isDismissable={!form.formState.isDirty}
    >
      <FormProvider {...form}>
        <ol className="flex flex-col gap-3">
          {fields.map(({ id }, index) => (
            <LineFields
              key={id}
              index={index}
              partyId={deal.party.id}
              names={names}
              priced={priced?.lines[index]}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
        <Button
          size="small"
          className="self-start justify-self-start"
          icon={<Plus size={16} aria-hidden />}
          onPress={() => append({ productId: '', quantity: '1' })}
        >
          {t('pipeline.addLine')}
        </Button>
        {error && fields.length > 0 && <FormFault error={error} />}
        <div className="flex flex-wrap items-center gap-3 border-t border-line pt-3">
          <Checkbox value={watch('amountOfLines')} onChange={(isOn) => setValue('amountOfLines', isOn)}>
            {t('pipeline.amountOfLines')}
          </Checkbox>
          <span aria-live="polite" className="ms-auto font-semibold">
            {fields.length > 0 && priced && t('pipeline.sumOfLines', { amount: format.money(priced.sum) })}
          </span>
        </div>
      </FormProvider>
    </FormDialog>
  )
}
