import { useAmount } from '@peyvand/catalog/web'
import { useT } from '@peyvand/platform/web'
import { Bdi, cx, useFormat } from '@peyvand/ui'
import type { LineEditing } from './line-editing.ts'
import { faultMark } from './show-fault.ts'

/** Lines on a phone: a press opens the sheet of one. */
export const LineCards = ({ lines, priced, faults, reading, hasPrices, onDetails }: LineEditing) => {
  const t = useT()
  const format = useFormat()
  const amount = useAmount()
  return (
    <ol aria-label={t('documents.field.lines')} className="flex flex-col gap-2">
      {lines.map((line, index) => {
        const figures = priced.get(line.key)
        const fault = Object.values(faults.get(line.key) ?? {})[0]
        return (
          <li key={line.key}>
            <button
              type="button"
              onClick={() => onDetails(line.key)}
              {...(fault && faultMark)}
              className={cx(
                'flex w-full flex-col gap-0.5 rounded-panel border bg-surface px-3 py-2 text-start shadow-1',
                fault ? 'border-bad' : 'border-line',
              )}
            >
              <span className="flex gap-2">
                <span className="text-muted">{format.number(index + 1)}</span>
                <bdi className="min-w-0 flex-1 font-medium">{line.name || line.wanted || '—'}</bdi>
              </span>
              <span className="flex flex-wrap gap-x-2 text-meta text-muted">
                {line.product && <Bdi>{format.digits(line.product.code)}</Bdi>}
                <span>
                  {line.quantity && format.number(line.quantity, { decimals: 6 })}{' '}
                  {line.unit?.name ?? figures?.unit?.name}
                </span>
                {hasPrices && figures && (
                  <>
                    <span>× {amount(figures.unitPrice, reading.currency)}</span>
                    <span className="ms-auto font-semibold text-text">
                      {amount(figures.net, reading.currency)}
                    </span>
                  </>
                )}
              </span>
              {fault && <span className="text-meta text-bad">{fault}</span>}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
