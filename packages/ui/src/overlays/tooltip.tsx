import type { ReactNode } from 'react'
import {
  Tooltip as AriaTooltip,
  type TooltipProps as AriaTooltipProps,
  TooltipTrigger as AriaTooltipTrigger,
  type TooltipTriggerComponentProps,
} from 'react-aria-components'
import { Kbd } from '../display/kbd.tsx'

export type TooltipProps = Omit<AriaTooltipProps, 'children' | 'className'> & {
  children: ReactNode
  shortcut?: string
}

/** Wraps a focusable element and its Tooltip. */
export const TooltipTrigger = (props: TooltipTriggerComponentProps) => (
  <AriaTooltipTrigger delay={500} closeDelay={0} {...props} />
)

/** A short hint on hover and focus; never the only place of something important, touch has no hover. */
export const Tooltip = ({ children, shortcut, ...rest }: TooltipProps) => (
  <AriaTooltip
    offset={6}
    {...rest}
    className="motion-pop flex max-w-72 items-center gap-2 rounded-tag bg-text px-2 py-0.5 text-meta text-bg shadow-2"
  >
    {children}
    {shortcut && <Kbd className="border-bg/30 bg-transparent text-bg">{shortcut}</Kbd>}
  </AriaTooltip>
)
