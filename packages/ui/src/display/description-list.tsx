import type { ReactNode } from 'react'
import { cx } from '../cx.ts'

export type DescriptionListProps = {
  items: readonly { label: string; value: ReactNode }[]
  /** `stacked` puts the value under its label, for narrow cards. */
  layout?: 'beside' | 'stacked'
  className?: string
}

/** Names and values of a record, read-only. Empty values show a dash. */
export const DescriptionList = ({ items, layout = 'beside', className }: DescriptionListProps) => (
  <dl
    className={cx(
      'grid gap-y-2',
      layout === 'beside' && 'grid-cols-[minmax(6rem,auto)_1fr] gap-x-4',
      className,
    )}
  >
    {items.map(({ label, value }) => (
      <div key={label} className={layout === 'beside' ? 'contents' : ''}>
        <dt className="text-body text-muted">{label}</dt>
        <dd className="min-w-0 text-body">
          {value === null || value === undefined || value === '' ? '—' : value}
        </dd>
      </div>
    ))}
  </dl>
)
