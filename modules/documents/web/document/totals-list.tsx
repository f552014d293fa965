import type { Currency } from '@peyvand/catalog/contract'
import { useAmount } from '@peyvand/catalog/web'
import { useT } from '@peyvand/platform/web'
import { cx, useFormat, useUi } from '@peyvand/ui'
import type { Totals } from '../../contract/index.ts'

interface Props {
  totals: Totals
  currency: Currency
  /** Figures of before the last change, while new ones are on their way. */
  isStale?: boolean
}

/** What a document comes to, from the gross to the total in words. */
export const TotalsList = ({ totals, currency, isStale = false }: Props) => {
  const t = useT()
  const format = useFormat()
  const { locale } = useUi()
  const amount = useAmount()
  const shown = (['gross', 'discount', 'charges', 'vat', 'rounding'] as const).filter(
    (name) => name === 'gross' || name === 'vat' || totals[name] !== '0',
  )
  return (
    <div className={cx('flex flex-col gap-1.5', isStale && 'opacity-60')} aria-busy={isStale}>
      <dl className="flex flex-col gap-1.5">
        {shown.map((name) => (
          <div key={name} className="flex items-baseline justify-between gap-4 text-body">
            <dt className="text-muted">{t(`documents.totals.${name}`)}</dt>
            <dd>{amount(name === 'discount' ? negative(totals.discount) : totals[name], currency)}</dd>
          </div>
        ))}
        <div className="flex items-baseline justify-between gap-4 border-t border-line pt-2 font-bold">
          <dt>{t('documents.totals.total')}</dt>
          <dd className="text-prose">{amount(totals.total, currency)}</dd>
        </div>
      </dl>
      {currency !== 'IRR' && totals.totalRial && (
        <p className="text-end text-meta text-muted">
          {t('documents.totals.inRial', { amount: format.money(totals.totalRial) })}
        </p>
      )}
      {locale === 'fa' && totals.words && <p className="text-end text-meta text-muted">{totals.words}</p>}
    </div>
  )
}

const negative = (amount: string) => (amount === '0' ? amount : `-${amount}`)
