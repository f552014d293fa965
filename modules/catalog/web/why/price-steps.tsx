import { useT } from '@peyvand/platform/web'
import { cx, useFormat } from '@peyvand/ui'
import type { ReactNode } from 'react'
import type { PriceLine, PriceStep } from '../../contract/index.ts'
import { useAmount } from '../fields/use-amount.ts'

/** The way to the price of one unit, step by step. */
export const PriceSteps = ({ line }: { line: PriceLine }) => {
  const amount = useAmount()
  const steps = useSteps(line)
  return (
    <ol>
      {steps.map((step, index) => (
        <li
          // oxlint-disable-next-line react/no-array-index-key -- the way has an order and nothing else
          key={index}
          className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-b border-line px-4 py-2.5 last:border-b-0"
        >
          <span className="min-w-0 flex-1 basis-60">{step.words}</span>
          {step.change && <StepChange change={step.change} currency={line.currency} />}
          <span className="ms-auto min-w-36 text-end font-semibold">{amount(step.price, line.currency)}</span>
        </li>
      ))}
    </ol>
  )
}

const StepChange = ({ change, currency }: { change: string; currency: PriceLine['currency'] }) => {
  const t = useT()
  const amount = useAmount()
  const isLess = change.startsWith('-')
  return (
    <span className={cx('text-body', isLess ? 'text-ok' : 'text-muted')}>
      {t(isLess ? 'catalog.ui.less' : 'catalog.options.adds', {
        amount: amount(change.replace('-', ''), currency),
      })}
    </span>
  )
}

function changeOf(step: PriceStep): string | null {
  if (step.type === 'option') return step.add
  return step.type === 'discount' || step.type === 'manual' ? `-${step.cut}` : null
}

interface ShownStep {
  words: ReactNode
  /** What the step adds; below nothing where it takes off. */
  change: string | null
  price: string
}

function useSteps({ steps, currency, unit }: PriceLine): ShownStep[] {
  const t = useT()
  const format = useFormat()
  const amount = useAmount()
  const number = (decimal: string) => format.number(decimal, { decimals: 6 })
  return steps.map((step) => ({
    words: inWords(step),
    change: changeOf(step),
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
