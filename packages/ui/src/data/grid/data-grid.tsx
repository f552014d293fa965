import { Sigma } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../actions/button.tsx'
import { IconButton } from '../../actions/icon-button.tsx'
import { cx } from '../../cx.ts'
import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'
import { useControlled } from '../use-controlled.ts'
import { useIsPhone } from '../use-media.ts'
import { ColumnChooser } from './column-chooser.tsx'
import type { ColumnLayout } from './column-layout.ts'
import { BulkBar, SelectAllBanner } from './grid-bars.tsx'
import { GridCards } from './grid-cards.tsx'
import { GridEmpty, GridError, GridSkeleton } from './grid-states.tsx'
import { GridTable } from './grid-table.tsx'
import type { DataGridProps } from './grid-types.ts'
import type { SortKey } from './sort.ts'
import { useGridItems } from './use-grid-items.ts'
import { useGridSelection } from './use-grid-selection.ts'

/**
 * The one list of the product: rows come in pages from outside, already filtered and sorted. It fills the
 * height it is given; the parent must give it one. Columns and the functions on rows must keep their identity
 * between renders (module scope or useMemo), or every row is made again.
 */
export const DataGrid = <Row,>(props: DataGridProps<Row>) => {
  const {
    rows,
    columns,
    total,
    selection,
    isLoading = false,
    error,
    renderCard,
    bulkActions,
    className,
  } = props
  const t = useDataTexts()
  const format = useFormat()
  const isPhone = useIsPhone() && renderCard !== undefined
  const [layout, setLayout] = useControlled<ColumnLayout>(props.layout, noLayout, props.onLayoutChange)
  const [sort, setSort] = useControlled<readonly SortKey[]>(props.sort, noSort, props.onSortChange)
  const items = useGridItems(props)
  const picks = useGridSelection(items, props)
  const [said, say] = useState('')

  const isAll = picks.selection.mode === 'all'
  const isAllLoaded = picks.ids.length > 0 && picks.ids.every(picks.isSelected)
  const hasBanner = total !== undefined && isAllLoaded && (isAll || total.value > picks.ids.length)
  const body = { ...props, items, picks, layout, setLayout, sort, setSort, say }
  const hasRows = rows.length > 0 || items.length > 0
  const hasError = error != null && error !== false
  const isFailed = hasError && !hasRows

  return (
    <section
      aria-label={props.label}
      className={cx(
        'relative flex min-h-0 flex-col overflow-hidden rounded-panel border border-line bg-surface shadow-1',
        className,
      )}
    >
      {isLoading && hasRows && (
        <div className="progress-line absolute inset-x-0 top-0 z-5 h-0.5" aria-hidden />
      )}
      {hasBanner && (
        <SelectAllBanner
          loaded={picks.ids.length}
          total={total.value}
          isAll={isAll}
          onSelectAll={picks.selectAllMatching}
          onClear={picks.clear}
        />
      )}
      <div className="relative flex min-h-0 flex-1 flex-col">
        {isPhone && renderCard ? (
          hasRows && <GridCards {...body} renderCard={renderCard} />
        ) : (
          <GridTable {...body} />
        )}
        {isFailed && <GridError onRetry={props.onRetry}>{error}</GridError>}
        {!isFailed && !isLoading && !hasRows && <GridEmpty>{props.empty}</GridEmpty>}
        {isLoading && !hasRows && (
          <div className="absolute inset-x-0 top-head bottom-0 overflow-hidden">
            <GridSkeleton />
          </div>
        )}
        {picks.count > 0 && selection && (
          <BulkBar
            count={picks.count}
            onClear={picks.clear}
            className={isPhone ? 'order-first' : 'absolute end-0 start-11 top-0 z-4'}
          >
            {bulkActions?.(picks.selection, picks.count)}
          </BulkBar>
        )}
      </div>
      {hasError && hasRows && (
        <p
          role="alert"
          className="flex items-center gap-2 border-t border-line bg-bad-soft px-4 py-1 text-meta text-bad"
        >
          <span className="flex-1">{error}</span>
          {props.onRetry && (
            <Button size="small" kind="quiet" onPress={props.onRetry}>
              {t.retry}
            </Button>
          )}
        </p>
      )}
      <footer className="flex min-h-10 items-center gap-4 border-t border-line ps-4 pe-1.5 text-meta text-muted">
        {total && (
          <span className="flex items-center gap-1">
            {total.exact ? t.total(format.number(total.value)) : t.totalEstimate(format.number(total.value))}
            {!total.exact && props.onCount && (
              <Button size="small" kind="quiet" className="text-accent-text!" onPress={props.onCount}>
                {t.countExactly}
              </Button>
            )}
          </span>
        )}
        {picks.count > 0 && selection && <span>{t.selectedCount(format.number(picks.count))}</span>}
        <div className="min-w-0 flex-1 truncate">{props.footer}</div>
        {!isPhone && props.onToggleFooters && (
          <IconButton label={t.showFooters} icon={<Sigma />} onPress={props.onToggleFooters} />
        )}
        {!isPhone && !props.hideColumnChooser && (
          <ColumnChooser columns={columns} layout={layout} onChange={setLayout} />
        )}
      </footer>
      <output className="sr-only">
        {selection && picks.count > 0 && t.selectedCount(format.number(picks.count))}
      </output>
      <output className="sr-only">{said}</output>
    </section>
  )
}

const noLayout: ColumnLayout = {}
const noSort: readonly SortKey[] = []
