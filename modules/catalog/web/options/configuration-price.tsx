import { FormFault, useT } from '@peyvand/platform/web'
import { Disclosure } from '@peyvand/ui'
import type { PriceLine } from '../../contract/index.ts'
import { useAmount } from '../fields/use-amount.ts'
import { PriceSteps } from '../why/price-steps.tsx'

type Props = { line: PriceLine | null | undefined; error: unknown }

/** What a choice costs by the unit, and why. */
export const ConfigurationPrice = ({ line, error }: Props) => {
  const t = useT()
  const amount = useAmount()
  return (
    <div aria-live="polite" className="flex flex-col gap-1 border-t border-line pt-3">
      <FormFault error={error} />
      {!error && (
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="me-auto text-muted">{t('catalog.options.price')}</span>
          <strong className="text-dialog">{line ? amount(line.unitPrice, line.currency) : '—'}</strong>
        </p>
      )}
      {line && !error && (
        <Disclosure title={t('catalog.ui.why')}>
          <PriceSteps line={line} />
        </Disclosure>
      )}
    </div>
  )
}
