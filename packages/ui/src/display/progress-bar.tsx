import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components'
import { useFormat } from '../provider/use-format.ts'

export type ProgressBarProps = {
  label: string
  /** From 0 to 1; left out when the length is not known. */
  value?: number
  /** Instead of the percentage, e.g. «۱۲٬۰۰۰ از ۱۰۰٬۰۰۰ ردیف». */
  valueLabel?: string
  className?: string
}

export const ProgressBar = ({ label, value, valueLabel, className }: ProgressBarProps) => {
  const format = useFormat()
  const shown = valueLabel ?? (value === undefined ? '' : format.percent(value, 0))
  return (
    <AriaProgressBar
      {...(value === undefined ? { isIndeterminate: true } : { value, minValue: 0, maxValue: 1 })}
      {...(shown && { valueLabel: shown })}
      {...(className && { className })}
    >
      <span className="flex justify-between gap-3 text-meta">
        <Label>{label}</Label>
        <span className="text-muted">{shown}</span>
      </span>
      <span className="mt-1 block h-1.5 overflow-hidden rounded-pill bg-line">
        {value === undefined ? (
          <span className="progress-running block h-full w-[35%] rounded-pill bg-accent" />
        ) : (
          <span
            className="block h-full rounded-pill bg-accent transition-[width] duration-180"
            style={{ width: `${Math.min(1, Math.max(0, value)) * 100}%` }}
          />
        )}
      </span>
    </AriaProgressBar>
  )
}
