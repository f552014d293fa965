import { callApi, FormFault, invalidateTopics, routeKey, undoOperation, useT } from '@peyvand/platform/web'
import { Button, Dialog, MultiSelect, Select, Switch, toast, useDebounced, useFormat } from '@peyvand/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  adjustPricesRoute,
  type PriceAdjustment,
  type PriceList,
  previewAdjustmentRoute,
} from '../../contract/index.ts'
import { DecimalField } from '../fields/decimal-field.tsx'
import { useAmount } from '../fields/use-amount.ts'
import { useGroupOptions } from '../fields/use-group-options.ts'
import { priceTopics } from './use-price-saves.ts'

const steps = ['1', '10', '100', '1000', '10000', '100000', '1000000']
const percentShape = /^-?\d{1,3}(\.\d{1,2})?$/

/** Raises or lowers prices of a list by a percent; what comes of it is seen before, and taken back after. */
export const AdjustDialog = ({ list, onClose }: { list: PriceList; onClose: () => void }) => {
  const t = useT()
  const amount = useAmount()
  const groups = useGroupOptions()
  const [percent, setPercent] = useState<string | null>(null)
  const [roundTo, setRoundTo] = useState(list.currency === 'IRR' ? '10000' : '1')
  const [withFloors, setWithFloors] = useState(true)
  const [productGroupIds, setGroups] = useState<string[]>([])
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const isWritten = percent !== null && percentShape.test(percent)
  const adjustment = { percent: percent ?? '', roundTo, withFloors, productGroupIds }
  const run = async () => {
    setPending(true)
    try {
      const { changed, operationId } = await callApi(adjustPricesRoute, {
        params: { id: list.id },
        body: adjustment,
      })
      await invalidateTopics(priceTopics)
      toast({
        kind: 'ok',
        title: t('catalog.ui.adjusted', { count: changed }),
        action: { label: t('web.undo'), onPress: () => void undoOperation(t, operationId, priceTopics) },
      })
      onClose()
    } catch (error) {
      setFault(error)
      setPending(false)
    }
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('catalog.ui.adjustTitle', { name: list.name })}
      footer={
        <>
          <Button kind="primary" isDisabled={!isWritten} isPending={isPending} onPress={() => void run()}>
            {t('catalog.ui.adjustRun')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        <FormFault error={fault} />
        <div className="grid items-start gap-3.5 sm:grid-cols-2">
          <DecimalField
            label={t('catalog.ui.percent')}
            description={t('catalog.ui.adjustHint')}
            value={percent}
            onChange={setPercent}
            isRequired
          />
          <Select
            label={t('catalog.ui.roundTo')}
            options={steps.map((id) => ({ id, label: amount(id, list.currency) }))}
            value={roundTo}
            onChange={(step) => step && setRoundTo(step)}
          />
        </div>
        <MultiSelect
          label={t('catalog.ui.productGroups')}
          placeholder={t('catalog.ui.allProducts')}
          options={groups}
          value={productGroupIds}
          onChange={setGroups}
        />
        <Switch value={withFloors} onChange={setWithFloors}>
          {t('catalog.ui.withFloors')}
        </Switch>
        {isWritten && <Preview list={list} adjustment={adjustment} />}
      </div>
    </Dialog>
  )
}

const pauseMs = 300

/** The first prices as they are and as they would be. */
const Preview = ({ list, adjustment }: { list: PriceList; adjustment: PriceAdjustment }) => {
  const t = useT()
  const format = useFormat()
  const amount = useAmount()
  const paused = useDebounced(adjustment, pauseMs)
  const { data, error } = useQuery({
    queryKey: [...routeKey(previewAdjustmentRoute, { params: { id: list.id } }), paused],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      callApi(previewAdjustmentRoute, { params: { id: list.id }, body: paused }, { signal }),
  })
  if (error) return <FormFault error={error} />
  if (!data) return null
  return (
    <section aria-live="polite" className="rounded-control border border-line">
      <h3 className="border-b border-line px-3 py-2 text-body font-semibold">
        {t('catalog.ui.wouldChange', { count: data.changed })}
      </h3>
      <ul>
        {data.examples.map(({ product, unit, minQuantity, price, newPrice }) => (
          <li
            key={`${product.id} ${unit.id} ${minQuantity}`}
            className="flex flex-wrap gap-x-3 border-b border-line px-3 py-1.5 text-body last:border-b-0"
          >
            <bdi className="min-w-32 flex-1 truncate">{product.name}</bdi>
            {minQuantity !== '0' && (
              <span className="text-muted">
                {t('catalog.words.minQuantity', { quantity: format.number(minQuantity, { decimals: 6 }) })}
              </span>
            )}
            <del className="text-muted">{amount(price, list.currency)}</del>
            <ins className="font-medium no-underline">{amount(newPrice, list.currency)}</ins>
          </li>
        ))}
      </ul>
    </section>
  )
}
