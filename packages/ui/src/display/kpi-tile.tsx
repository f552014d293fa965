import { ArrowDownRight, ArrowUpRight } from 'lucide-react'
import { Link } from 'react-aria-components'
import { cx } from '../cx.ts'
import { useTexts } from '../provider/ui-context.ts'
import { useFormat } from '../provider/use-format.ts'
import { Spark } from './spark.tsx'

export type KpiTileProps = {
  label: string
  /** Already formatted. */
  figure: string
  /** Ratio to the previous period: 0.12 is 12 % more. */
  change?: number
  /** Whether more is good (default), bad or neither. */
  goodDirection?: 'up' | 'down' | 'none'
  note?: string
  spark?: readonly number[]
  /** Leads to the list behind the figure. */
  href?: string
  className?: string
}

/** One figure with its change and course. */
export const KpiTile = ({
  label,
  figure,
  change,
  goodDirection = 'up',
  note,
  spark,
  href,
  className,
}: KpiTileProps) => {
  const t = useTexts()
  const format = useFormat()
  const isUp = (change ?? 0) >= 0
  const tone =
    goodDirection === 'none' || change === 0
      ? 'text-muted'
      : isUp === (goodDirection === 'up')
        ? 'text-ok'
        : 'text-bad'
  const Arrow = isUp ? ArrowUpRight : ArrowDownRight
  return (
    <div
      className={cx(
        'relative flex min-w-0 flex-col rounded-panel border border-line bg-surface px-4 py-3 shadow-1',
        className,
      )}
    >
      <p className="truncate text-meta text-muted">
        {href ? (
          <Link
            href={href}
            className="text-inherit no-underline after:absolute after:inset-0 after:rounded-panel data-hovered:text-accent-text"
          >
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <div className="flex items-end justify-between gap-3">
        <p className="min-w-0 truncate text-kpi font-semibold">{figure}</p>
        {spark && spark.length > 1 && <Spark points={spark} className="mb-2 h-7 w-20 shrink-0 text-accent" />}
      </div>
      {(change !== undefined || note) && (
        <p className="flex items-center gap-1 text-meta text-muted">
          {change !== undefined && (
            <span
              className={cx('inline-flex items-center font-medium', tone)}
              title={isUp ? t.increaseBy : t.decreaseBy}
            >
              <Arrow size={14} className="rtl:-scale-x-100" aria-hidden />
              <span className="sr-only">{isUp ? t.increaseBy : t.decreaseBy} </span>
              {format.percent(Math.abs(change))}
            </span>
          )}
          {note}
        </p>
      )}
    </div>
  )
}
