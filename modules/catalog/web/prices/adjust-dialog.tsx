import { callApi, FormFault, invalidateTopics, useT } from '@peyvand/platform/web'
import { Button, Dialog, Select, Switch, toast } from '@peyvand/ui'
import { useState } from 'react'
import { adjustPricesRoute, type PriceList } from '../../contract/index.ts'
import { DecimalField } from '../fields/decimal-field.tsx'
import { useAmount } from '../fields/use-amount.ts'
import { priceTopics } from './use-price-saves.ts'

const steps = ['1', '10', '100', '1000', '10000', '100000', '1000000']

/** Raises or lowers all prices of a list by a percent. */
export const AdjustDialog = ({ list, onClose }: { list: PriceList; onClose: () => void }) => {
  const t = useT()
  const amount = useAmount()
  const [percent, setPercent] = useState<string | null>(null)
  const [roundTo, setRoundTo] = useState(list.currency === 'IRR' ? '10000' : '1')
  const [withFloors, setWithFloors] = useState(true)
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const run = async () => {
    if (percent === null) return
    setPending(true)
    try {
      const body = { percent, roundTo, withFloors }
      const { changed } = await callApi(adjustPricesRoute, { params: { id: list.id }, body })
      await invalidateTopics(priceTopics)
      toast({ kind: 'ok', title: t('catalog.ui.adjusted', { count: changed }) })
      onClose()
    } catch (error) {
      setFault(error)
      setPending(false)
    }
  }
  return (
    <Dialog
      isOpen
      size="small"
      onOpenChange={onClose}
      title={t('catalog.ui.adjustTitle', { name: list.name })}
      footer={
        <>
          <Button kind="primary" isDisabled={!percent} isPending={isPending} onPress={() => void run()}>
            {t('catalog.ui.adjustRun')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        <FormFault error={fault} />
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
        <Switch value={withFloors} onChange={setWithFloors}>
          {t('catalog.ui.withFloors')}
        </Switch>
      </div>
    </Dialog>
  )
}
