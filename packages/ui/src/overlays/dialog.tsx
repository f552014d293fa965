import { Modal, ModalOverlay } from 'react-aria-components'
import { cx } from '../cx.ts'
import { OverlayFrame, type OverlayFrameProps } from './overlay-frame.tsx'

export type DialogProps = OverlayFrameProps & {
  size?: 'small' | 'default' | 'large'
  /** Left out inside a DialogTrigger. */
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

const sizes = { small: 'sm:max-w-100', default: 'sm:max-w-140', large: 'sm:max-w-220' }

/**
 * A window above the page, centred; on a phone a sheet at the bottom edge. Either inside DialogTrigger
 * or with `isOpen`. `isDismissable={false}` for work that must not be lost by a click outside.
 */
export const Dialog = ({ size = 'default', isOpen, onOpenChange, ...frame }: DialogProps) => (
  <ModalOverlay
    {...(isOpen === undefined ? {} : { isOpen })}
    {...(onOpenChange ? { onOpenChange } : {})}
    isDismissable={frame.isDismissable ?? true}
    className="motion-fade fixed inset-0 z-50 flex items-end justify-center bg-scrim sm:items-center sm:p-6"
  >
    <Modal
      className={cx(
        'motion-pop max-h-[calc(100dvh-24px)] w-full overflow-hidden rounded-t-panel border border-line bg-surface shadow-3 sm:max-h-[calc(100dvh-48px)] sm:rounded-panel',
        sizes[size],
      )}
    >
      <OverlayFrame {...frame} />
    </Modal>
  </ModalOverlay>
)
