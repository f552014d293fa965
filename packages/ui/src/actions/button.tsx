import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { cx } from '../cx.ts'
import { Spinner } from '../display/spinner.tsx'
import { type ButtonKind, type ButtonSize, buttonClass } from './button-class.ts'

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className'> & {
  kind?: ButtonKind
  size?: ButtonSize
  /** Stands before the text, on the inline start. */
  icon?: ReactNode
  children: ReactNode
  className?: string | undefined
  ref?: Ref<HTMLButtonElement>
}

/** The one button. `isPending` keeps its width, shows a spinner and refuses presses. */
export const Button = ({
  kind = 'secondary',
  size = 'default',
  icon,
  children,
  className,
  ...rest
}: ButtonProps) => (
  <AriaButton {...rest} className={buttonClass(kind, size, className)}>
    {({ isPending }) => (
      <>
        <span className={cx('inline-flex items-center gap-1.5', isPending && 'invisible')}>
          {icon}
          {children}
        </span>
        {isPending && (
          <span className="absolute inset-0 grid place-items-center">
            <Spinner size={16} />
          </span>
        )}
      </>
    )}
  </AriaButton>
)
