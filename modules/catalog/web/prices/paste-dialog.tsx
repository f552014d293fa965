import { ApiProblem, callApi, FormFault, invalidateTopics, useT } from '@peyvand/platform/web'
import { Button, Callout, Dialog, TextArea, toast, useFormat, useUi } from '@peyvand/ui'
import { useState } from 'react'
import { type PriceList, setPricesRoute } from '../../contract/index.ts'
import { type PastedPrice, readPastedPrices } from './read-pasted-prices.ts'
import { priceTopics } from './use-price-saves.ts'

const mostAtOnce = 1000

/** Prices of a spreadsheet, found by code or barcode, all or none. */
export const PasteDialog = ({ list, onClose }: { list: PriceList; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const { moneyUnit } = useUi()
  const [text, setText] = useState('')
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const { prices, faulty } = readPastedPrices(text, { currency: list.currency, moneyUnit })
  const unknown = unknownCodes(fault, prices)
  const isToman = list.currency === 'IRR' && moneyUnit === 'toman'
  const unit = t(isToman ? 'catalog.ui.toman' : `catalog.currency.${list.currency}`)
  const save = async () => {
    setPending(true)
    try {
      await callApi(setPricesRoute, { params: { id: list.id }, body: { prices } })
      await invalidateTopics(priceTopics)
      toast({ kind: 'ok', title: t('catalog.ui.pasted', { count: prices.length }) })
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
      title={t('catalog.ui.pasteTitle', { name: list.name })}
      footer={
        <>
          <Button
            kind="primary"
            isPending={isPending}
            isDisabled={prices.length === 0 || prices.length > mostAtOnce || faulty.length > 0}
            onPress={() => void save()}
          >
            {t('catalog.ui.pasteRun', { count: prices.length })}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        {unknown.length > 0 ? (
          <Callout tone="bad" title={t('catalog.ui.unknownCodes')}>
            {format.list(unknown)}
          </Callout>
        ) : (
          <FormFault error={fault} />
        )}
        {faulty.length > 0 && (
          <Callout tone="warn">
            {t('catalog.ui.faultyLines', { lines: format.list(faulty.map((line) => format.number(line))) })}
          </Callout>
        )}
        {prices.length > mostAtOnce && (
          <Callout tone="warn">{t('catalog.ui.tooManyPrices', { most: mostAtOnce })}</Callout>
        )}
        <TextArea
          label={t('catalog.ui.pasteLabel')}
          description={t('catalog.ui.pasteHint', { unit })}
          value={text}
          onChange={(next) => {
            setText(next)
            setFault(null)
          }}
          minRows={10}
          maxRows={16}
        />
      </div>
    </Dialog>
  )
}

/** The codes of the lines that the server knows no product of. */
function unknownCodes(fault: unknown, prices: readonly PastedPrice[]): string[] {
  if (!(fault instanceof ApiProblem)) return []
  return fault.fields.flatMap(({ path }) => {
    const index = /^prices\.(\d+)\.code$/.exec(path)?.[1]
    return index === undefined ? [] : (prices[Number(index)]?.code ?? [])
  })
}
