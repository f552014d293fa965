import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { cx } from '../cx.ts'
import { Tooltip, TooltipTrigger } from '../overlays/tooltip.tsx'

export type IconButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'aria-label'> & {
  /** Said by screen readers and shown as the tooltip. */
  label: string
  icon: ReactNode
  kind?: 'quiet' | 'secondary' | 'danger'
  /** Key shown beside the tooltip's text, e.g. `Ctrl K`. */
  shortcut?: string
  className?: string | undefined
  ref?: Ref<HTMLButtonElement>
}

const kinds = {
  quiet:
    'border-transparent text-muted data-hovered:bg-surface-2 data-hovered:text-text aria-expanded:bg-surface-2',
  secondary: 'border-line-strong bg-surface text-text shadow-1 data-hovered:bg-surface-2',
  danger: 'border-transparent text-muted data-hovered:bg-bad-soft data-hovered:text-bad',
}

/** A button that shows only an icon; its label is never optional. */
export const IconButton = ({
  label,
  icon,
  kind = 'quiet',
  shortcut,
  className,
  ...rest
}: IconButtonProps) => (
  <TooltipTrigger>
    <AriaButton
      {...rest}
      aria-label={label}
      className={cx(
        'inline-grid size-icon shrink-0 cursor-pointer place-items-center rounded-control border transition-colors duration-120 data-disabled:cursor-default data-disabled:opacity-50 data-pressed:bg-line [&_svg]:size-4.5',
        kinds[kind],
        className,
      )}
    >
      {icon}
    </AriaButton>
    <Tooltip {...(shortcut ? { shortcut } : {})}>{label}</Tooltip>
  </TooltipTrigger>
)
