import { useT } from '@peyvand/platform/web'
import { Callout, Card, cx, DescriptionList, useFormat } from '@peyvand/ui'
import type { PriceLine } from '../../contract/index.ts'
import { useAmount } from '../fields/use-amount.ts'
import { PriceSteps } from './price-steps.tsx'

/** A line's price: the figures, the way to them, and what did not count. */
export const PriceExplained = ({ line }: { line: PriceLine }) => {
  const t = useT()
  const format = useFormat()
  const amountOf = useAmount()
  const amount = (value: string) => amountOf(value, line.currency)
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
        <PriceSteps line={line} />
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
