import { useT } from '@peyvand/platform/web'
import { cx, useFormat } from '@peyvand/ui'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useToday } from '../display/use-today.ts'
import { datePresets } from './date-presets.ts'

type Props = {
  label: string
  value: string | null
  onChange: (date: string | null) => void
  className?: string
}

/** The usual days as buttons: «امروز، فردا، شنبه، هفتهٔ بعد»; pressing the chosen one takes it away. */
export const DatePresetsRow = ({ label, value, onChange, className }: Props) => {
  const t = useT()
  const format = useFormat()
  const presets = datePresets(useToday())
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      selectedKeys={presets.filter(({ date }) => date === value).map(({ id }) => id)}
      onSelectionChange={(keys) => onChange(presets.find(({ id }) => keys.has(id))?.date ?? null)}
      className={cx('flex flex-wrap gap-1.5', className)}
    >
      {presets.map(({ id, date }) => (
        <ToggleButton
          key={id}
          id={id}
          className="min-h-control cursor-pointer rounded-control border border-line-strong bg-surface px-2.5 text-body transition-colors duration-120 data-hovered:bg-surface-2 data-selected:border-accent data-selected:bg-accent-soft data-selected:font-medium data-selected:text-accent-text"
        >
          {t(`activities.preset.${id}`)}
          <span className="ps-1.5 text-meta text-muted">{format.date(date, 'dayMonth')}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
