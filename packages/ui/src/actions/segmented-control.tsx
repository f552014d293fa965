import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { cx } from '../cx.ts'

export type SegmentedControlProps<T extends string> = {
  label: string
  value: T
  onChange: (value: T) => void
  options: readonly { id: T; label: string; icon?: ReactNode; hideLabel?: boolean }[]
  isDisabled?: boolean
  className?: string
}

/** A choice of one among two to five, all visible. */
export const SegmentedControl = <T extends string>({
  label,
  value,
  onChange,
  options,
  isDisabled = false,
  className,
}: SegmentedControlProps<T>) => (
  <ToggleButtonGroup
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    isDisabled={isDisabled}
    selectedKeys={[value]}
    onSelectionChange={(keys) => {
      const next = options.find((option) => keys.has(option.id))
      if (next) onChange(next.id)
    }}
    className={cx('inline-flex gap-0.5 rounded-control border border-line bg-surface-2 p-0.5', className)}
  >
    {options.map((option) => (
      <ToggleButton
        key={option.id}
        id={option.id}
        {...(option.hideLabel ? { 'aria-label': option.label } : {})}
        className="inline-flex min-h-6.5 min-w-7 pointer-coarse:min-h-control pointer-coarse:min-w-11 cursor-pointer items-center justify-center gap-1.5 rounded-tag px-2.5 text-body text-muted transition-colors duration-120 data-hovered:text-text data-selected:bg-surface data-selected:font-medium data-selected:text-accent-text data-selected:shadow-1 data-disabled:opacity-50 [&_svg]:size-4"
      >
        {option.icon}
        {!option.hideLabel && option.label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
)
