import type { ReactNode, Ref } from 'react'
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components'
import { cx } from '../cx.ts'
import { type ButtonKind, type ButtonSize, buttonClass } from './button-class.ts'

export type LinkProps = Omit<AriaLinkProps, 'children' | 'className'> & {
  children: ReactNode
  className?: string | undefined
  ref?: Ref<HTMLAnchorElement>
}

/** A link inside text; goes through the router given to UiProvider. */
export const Link = ({ className, ...rest }: LinkProps) => (
  <AriaLink
    {...rest}
    className={cx(
      'cursor-pointer rounded-tag text-accent-text underline decoration-accent/40 underline-offset-4 data-hovered:decoration-accent data-disabled:opacity-50',
      className,
    )}
  />
)

export type ButtonLinkProps = LinkProps & { kind?: ButtonKind; size?: ButtonSize; icon?: ReactNode }

/** A link that looks like a button: for going somewhere, where a button would be for doing something. */
export const ButtonLink = ({
  kind = 'secondary',
  size = 'default',
  icon,
  children,
  className,
  ...rest
}: ButtonLinkProps) => (
  <AriaLink {...rest} className={buttonClass(kind, size, cx('gap-1.5', className))}>
    {icon}
    {children}
  </AriaLink>
)
