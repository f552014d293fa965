import { Check, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  MenuSection as AriaMenuSection,
  type MenuSectionProps as AriaMenuSectionProps,
  Header,
  Popover,
  type PopoverProps,
  Separator,
  Text,
} from 'react-aria-components'
import { cx } from '../cx.ts'
import { Kbd } from '../display/kbd.tsx'
import { popoverClass } from './popover.tsx'

export type MenuProps<T extends object> = Omit<AriaMenuProps<T>, 'className'> & {
  placement?: NonNullable<PopoverProps['placement']>
}

/** The list of actions of a MenuTrigger or SubmenuTrigger. */
export const Menu = <T extends object>({ placement, ...rest }: MenuProps<T>) => (
  <Popover {...(placement && { placement })} offset={4} className={popoverClass('min-w-44')}>
    <AriaMenu {...rest} className="p-1 outline-none" />
  </Popover>
)

export type MenuItemProps = Omit<AriaMenuItemProps, 'children' | 'className'> & {
  icon?: ReactNode
  description?: ReactNode
  shortcut?: string
  isDanger?: boolean
  children: ReactNode
}

export const MenuItem = ({ icon, description, shortcut, isDanger, children, ...rest }: MenuItemProps) => (
  <AriaMenuItem
    {...rest}
    {...(typeof children === 'string' ? { textValue: children } : {})}
    className={cx(
      'flex min-h-control cursor-pointer items-center gap-2.5 rounded-tag px-2.5 py-1 text-body no-underline outline-none data-disabled:cursor-default data-disabled:opacity-50 [&>svg]:size-4 [&>svg]:shrink-0',
      isDanger
        ? 'text-bad data-focused:bg-bad-soft'
        : 'text-text data-focused:bg-surface-2 data-open:bg-surface-2 [&>svg]:text-muted',
    )}
  >
    {({ isSelected, selectionMode, hasSubmenu }) => (
      <>
        {selectionMode !== 'none' && <Check className={cx(!isSelected && 'invisible')} aria-hidden />}
        {icon}
        <span className="min-w-0 flex-1">
          <Text slot="label">{children}</Text>
          {description != null && (
            <Text slot="description" className="block text-meta text-muted">
              {description}
            </Text>
          )}
        </span>
        {shortcut && <Kbd>{shortcut}</Kbd>}
        {hasSubmenu && <ChevronRight className="rtl:-scale-x-100" aria-hidden />}
      </>
    )}
  </AriaMenuItem>
)

export type MenuSectionProps<T extends object> = Omit<AriaMenuSectionProps<T>, 'className' | 'children'> & {
  title: string
  children: ReactNode
}

export const MenuSection = <T extends object>({ title, children, ...rest }: MenuSectionProps<T>) => (
  <AriaMenuSection {...rest}>
    <Header className="px-2.5 pt-1.5 pb-0.5 text-badge font-medium text-muted">{title}</Header>
    {children}
  </AriaMenuSection>
)

export const MenuSeparator = () => <Separator className="mx-1 my-1 h-px bg-line" />
