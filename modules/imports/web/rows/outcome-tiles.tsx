import type { ImportCounts, ImportRow } from '@peyvand/imports/contract'
import { useT } from '@peyvand/platform/web'
import { cx, useFormat } from '@peyvand/ui'
import { CircleAlert, CopyCheck, FilePlus2, type LucideIcon, RefreshCw } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

export type Outcome = ImportRow['outcome']

const tiles: readonly { outcome: Outcome; count: keyof ImportCounts; Icon: LucideIcon; ink: string }[] = [
  { outcome: 'new', count: 'new', Icon: FilePlus2, ink: 'text-ok' },
  { outcome: 'update', count: 'updated', Icon: RefreshCw, ink: 'text-accent-text' },
  { outcome: 'duplicate', count: 'duplicates', Icon: CopyCheck, ink: 'text-warn' },
  { outcome: 'invalid', count: 'invalid', Icon: CircleAlert, ink: 'text-bad' },
]

/** The outcome worth looking at first: what is wrong, else what is new. */
export const firstOutcome = (counts: ImportCounts): Outcome =>
  counts.invalid > 0 ? 'invalid' : (tiles.find(({ count }) => counts[count] > 0)?.outcome ?? 'new')

type Props = { counts: ImportCounts; value: Outcome; onChange: (outcome: Outcome) => void }

/** How many rows came to what; a tile shows its rows. */
export const OutcomeTiles = ({ counts, value, onChange }: Props) => {
  const t = useT()
  const format = useFormat()
  return (
    <ToggleButtonGroup
      aria-label={t('imports.outcomes')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const tile = tiles.find(({ outcome }) => keys.has(outcome))
        if (tile) onChange(tile.outcome)
      }}
      className="grid grid-cols-2 gap-3 lg:grid-cols-4"
    >
      {tiles.map(({ outcome, count, Icon, ink }) => (
        <ToggleButton
          key={outcome}
          id={outcome}
          className="flex cursor-pointer flex-col rounded-panel border border-line bg-surface px-4 py-3 text-start shadow-1 transition-colors duration-120 data-hovered:border-line-strong data-selected:border-accent data-selected:bg-accent-soft"
        >
          <span className="flex items-center gap-1.5 text-meta text-muted">
            <Icon size={15} className={ink} aria-hidden />
            {t(`imports.outcome.${outcome}`)}
          </span>
          <span className={cx('text-kpi font-semibold', counts[count] === 0 && 'text-muted')}>
            {format.number(counts[count])}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
