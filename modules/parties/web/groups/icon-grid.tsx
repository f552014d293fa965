import { cx } from '@peyvand/ui'
import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

type Props = {
  label: string
  names: readonly string[]
  value: string
  onChange: (name: string) => void
  renderIcon: (name: string) => ReactNode
}

/** One icon of many, all in sight. */
export const IconGrid = ({ label, names, value, onChange, renderIcon }: Props) => (
  <div className="flex flex-col gap-1">
    <span className="text-body font-medium" id="icon-grid">
      {label}
    </span>
    <ToggleButtonGroup
      aria-labelledby="icon-grid"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const next = names.find((name) => keys.has(name))
        if (next) onChange(next)
      }}
      className="flex flex-wrap gap-1"
    >
      {names.map((name) => (
        <ToggleButton
          key={name}
          id={name}
          aria-label={name}
          className={cx(
            'grid size-9 cursor-pointer place-items-center rounded-control text-muted data-hovered:bg-surface-2 pointer-coarse:size-11',
            'data-selected:bg-accent-soft data-selected:text-accent-text',
          )}
        >
          {renderIcon(name)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  </div>
)
