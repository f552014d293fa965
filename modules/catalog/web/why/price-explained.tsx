import { useT } from '@peyvand/platform/web'
import { Callout, Card, cx, DescriptionList, useFormat } from '@peyvand/ui'
import type { ReactNode } from 'react'
import type { PriceLine, PriceStep } from '../../contract/index.ts'
import { useAmount } from '../fields/use-amount.ts'

/** A line's price: the figures, the way to them, and what did not count. */
export const PriceExplained = ({ line }: { line: PriceLine }) => {
  const t = useT()
  const format = useFormat()
  const amountOf = useAmount()
  const amount = (value: string) => amountOf(value, line.currency)
  const steps = useSteps(line)
  return (
    <>
      {line.needsApproval && (
        <Callout tone="warn" title={t('catalog.ui.needsApproval')}>
          {line.floor
            ? t('catalog.ui.needsApprovalHint', { floor: amount(line.floor) })
            : t('catalog.ui.belowFloor')}
        </Callout>
      )}
      <Card title={t('catalog.ui.wayToPrice')} isFlush>
        <ol>
          {steps.map((step, index) => (
            <li
              // oxlint-disable-next-line react/no-array-index-key -- the way has an order and nothing else
              key={index}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-b border-line px-4 py-2.5 last:border-b-0"
            >
              <span className="min-w-0 flex-1 basis-60">{step.words}</span>
              {step.cut && (
                <span className="text-body text-ok">
                  {t('catalog.ui.less', { amount: amount(step.cut) })}
                </span>
              )}
              <span className="min-w-36 text-end font-semibold">{amount(step.price)}</span>
            </li>
          ))}
        </ol>
      </Card>
      <Card
        title={t('catalog.ui.lineOf', {
          quantity: format.number(line.quantity, { decimals: 6 }),
          unit: line.unit.name,
        })}
      >
        <DescriptionList
          items={[
            { label: t('catalog.ui.gross'), value: amount(line.gross) },
            { label: t('catalog.ui.discount'), value: amount(line.discount) },
            { label: t('catalog.ui.net'), value: amount(line.net) },
            {
              label: t('catalog.ui.vatOf', {
                name: line.vat.name,
                percent: format.number(line.vat.percent, { decimals: 2 }),
              }),
              value: amount(line.vatAmount),
            },
            { label: t('catalog.ui.total'), value: <strong>{amount(line.total)}</strong> },
          ]}
        />
      </Card>
      {line.passedOver.length > 0 && (
        <Card title={t('catalog.ui.passedOver')} isFlush>
          <ul>
            {line.passedOver.map(({ type, of, reason }) => (
              <li
                key={`${type} ${of.id}`}
                className={cx(
                  'flex flex-wrap gap-x-3 border-b border-line px-4 py-2 text-body last:border-b-0',
                )}
              >
                <span className="font-medium">{t(`catalog.ui.passed.${type}`, { name: of.name })}</span>
                <span className="text-muted">{t(`catalog.passedOver.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

interface ShownStep {
  words: ReactNode
  cut: string | null
  price: string
}

function useSteps({ steps, currency, unit }: PriceLine): ShownStep[] {
  const t = useT()
  const format = useFormat()
  const amount = useAmount()
  const number = (decimal: string) => format.number(decimal, { decimals: 6 })
  return steps.map((step) => ({
    words: inWords(step),
    cut: step.type === 'discount' || step.type === 'manual' ? step.cut : null,
    price: step.price,
  }))

  function inWords(step: PriceStep): string {
    switch (step.type) {
      case 'list':
        return step.minQuantity === '0'
          ? t('catalog.step.list', { list: step.list.name, unit: step.unit.name })
          : t('catalog.step.listFrom', {
              list: step.list.name,
              unit: step.unit.name,
              quantity: number(step.minQuantity),
            })
      case 'unit':
        return t('catalog.step.unit', { unit: step.unit.name, factor: number(step.factor) })
      case 'parts':
        return t('catalog.step.parts', {
          unit: unit.name,
          parts: format.list(step.parts.map((part) => `${number(part.quantity)} × ${part.product.name}`)),
        })
      case 'option': {
        const { name: option, group } = step.option
        return step.percent
          ? t('catalog.options.stepPercent', {
              group,
              option,
              percent: format.number(step.percent, { decimals: 2 }),
            })
          : t('catalog.options.step', { group, option })
      }
      case 'discount':
        return step.kind === 'percent'
          ? t('catalog.step.percent', {
              rule: step.rule.name,
              percent: format.number(step.percent ?? '0', { decimals: 2 }),
            })
          : t('catalog.step.amount', { rule: step.rule.name })
      case 'floor':
        return step.floor
          ? t('catalog.step.floor', { floor: amount(step.floor, currency) })
          : t('catalog.step.held')
      case 'manual':
        return t('catalog.step.manual')
    }
  }
}
