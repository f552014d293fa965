import type { ReactNode } from 'react'
import {
  Dialog as AriaDialog,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components'
import { cx } from '../cx.ts'

export const popoverClass = (more?: string): string =>
  cx('motion-pop overflow-auto rounded-panel border border-line bg-surface shadow-2 outline-none', more)

export type PopoverProps = Omit<AriaPopoverProps, 'children' | 'className'> & {
  /** Names the popover for screen readers. */
  label: string
  children: ReactNode | ((close: () => void) => ReactNode)
  className?: string
}

/** A small panel beside its trigger, inside DialogTrigger. Placement is `start`/`end`, mirrored by itself. */
export const Popover = ({ label, children, className, ...rest }: PopoverProps) => (
  <AriaPopover offset={6} {...rest} className={popoverClass(className)}>
    <AriaDialog aria-label={label} className="p-4 outline-none">
      {({ close }) => (typeof children === 'function' ? children(close) : children)}
    </AriaDialog>
  </AriaPopover>
)
