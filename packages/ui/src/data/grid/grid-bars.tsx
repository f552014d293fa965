import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../actions/button.tsx'
import { ButtonGroup } from '../../actions/button-group.tsx'
import { IconButton } from '../../actions/icon-button.tsx'
import { cx } from '../../cx.ts'
import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'

export type BulkBarProps = { count: number; onClear: () => void; children?: ReactNode; className?: string }

/** Slides over the header while something is selected, leaving the header's own checkbox in sight. */
export const BulkBar = ({ count, onClear, children, className }: BulkBarProps) => {
  const t = useDataTexts()
  const format = useFormat()
  return (
    <div
      className={cx(
        'slide-down flex min-h-head items-center gap-2 border-b border-line bg-accent-soft px-2 text-meta',
        className,
      )}
    >
      <IconButton label={t.clearSelection} icon={<X />} onPress={onClear} className="size-tag" />
      <span className="font-semibold whitespace-nowrap text-accent-text">
        {t.selectedCount(format.number(count))}
      </span>
      <ButtonGroup
        label={t.bulkActions}
        className="min-w-0 flex-1 flex-nowrap! gap-1 overflow-x-auto [&>*]:shrink-0 p-0.5"
      >
        {children}
      </ButtonGroup>
    </div>
  )
}

export type SelectAllBannerProps = {
  loaded: number
  total: number
  isAll: boolean
  onSelectAll: () => void
  onClear: () => void
}

/** Offers, once every loaded row is selected, everything that the list's filter matches. */
export const SelectAllBanner = ({ loaded, total, isAll, onSelectAll, onClear }: SelectAllBannerProps) => {
  const t = useDataTexts()
  const format = useFormat()
  return (
    <div className="flex flex-wrap items-center justify-center gap-2 border-b border-line bg-surface-2 px-3 py-1 text-meta">
      <span>{isAll ? t.allSelected(format.number(total)) : t.loadedSelected(format.number(loaded))}</span>
      <Button size="small" kind="quiet" className="text-accent-text!" onPress={isAll ? onClear : onSelectAll}>
        {isAll ? t.clearSelection : t.selectAllMatching(format.number(total))}
      </Button>
    </div>
  )
}
