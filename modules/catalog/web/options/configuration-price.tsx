import { FormFault, useT } from '@peyvand/platform/web'
import { Disclosure } from '@peyvand/ui'
import type { PriceLine } from '../../contract/index.ts'
import { useAmount } from '../fields/use-amount.ts'
import { PriceSteps } from '../why/price-steps.tsx'

type Props = { line: PriceLine | null | undefined; error?: unknown }

/** What a choice costs by the unit; a dash where it cannot be sold. */
export const UnitPrice = ({ line }: Props) => {
  const t = useT()
  const amount = useAmount()
  return (
    <p aria-live="polite" className="flex flex-1 flex-wrap items-baseline justify-end gap-x-3">
      <span className="text-muted">{t('catalog.options.price')}</span>
      <strong className="text-dialog">{line ? amount(line.unitPrice, line.currency) : '—'}</strong>
    </p>
  )
}

/** The way to the price of a choice, unfolded when asked for; or why there is none. */
export const WhyThisPrice = ({ line, error }: Props) => {
  const t = useT()
  if (error) return <FormFault error={error} />
  if (!line) return null
  return (
    <div className="border-t border-line pt-1">
      <Disclosure title={t('catalog.ui.why')}>
        <PriceSteps line={line} />
      </Disclosure>
    </div>
  )
}
