import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  sums: { count: number; amount: string; weighted: string } | undefined
  /** Below the sums. */
  children?: ReactNode
  action?: ReactNode
}

/** What a column of cards is of, how many they are and what they are worth. */
export const ColumnHead = ({ title, sums, children, action }: Props) => {
  const t = useT()
  const format = useFormat()
  return (
    <header className="flex items-start gap-2 p-2.5 pb-1">
      <div className="min-w-0 flex-1">
        <h2 className="flex items-baseline gap-2 font-semibold">
          <span className="truncate">{title}</span>
          {sums && <span className="text-meta font-normal text-muted">{format.number(sums.count)}</span>}
        </h2>
        {sums && (
          <p className="flex flex-wrap gap-x-2 text-meta text-muted">
            <span>{format.money(sums.amount)}</span>
            <span>{t('pipeline.weighted', { amount: format.money(sums.weighted) })}</span>
            {children}
          </p>
        )}
      </div>
      {action}
    </header>
  )
}
