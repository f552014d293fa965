import type { CSSProperties } from 'react'
import { Modal, ModalOverlay } from 'react-aria-components'
import { cx } from '../cx.ts'
import { useUi } from '../provider/ui-context.ts'
import { OverlayFrame, type OverlayFrameProps } from './overlay-frame.tsx'

export type DrawerProps = OverlayFrameProps & {
  /** Inline side it slides in from; a peek comes from the end, navigation from the start. */
  side?: 'start' | 'end'
  size?: 'default' | 'wide'
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

/** A panel over one side of the page, full height; the whole width on a phone. */
export const Drawer = ({ side = 'end', size = 'default', isOpen, onOpenChange, ...frame }: DrawerProps) => {
  const isRtl = useUi().locale === 'fa'
  const from = (side === 'end') === isRtl ? -1 : 1
  return (
    <ModalOverlay
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange ? { onOpenChange } : {})}
      isDismissable={frame.isDismissable ?? true}
      className={cx(
        'motion-fade fixed inset-0 z-50 flex overflow-hidden bg-scrim',
        side === 'end' ? 'justify-end' : 'justify-start',
      )}
    >
      <Modal
        style={{ '--from': from } as CSSProperties}
        className={cx(
          'motion-drawer flex h-dvh max-h-dvh w-full border-line bg-surface shadow-3 *:w-full',
          side === 'end' ? 'border-s' : 'border-e',
          size === 'wide' ? 'sm:w-180' : 'sm:w-120',
        )}
      >
        <OverlayFrame {...frame} />
      </Modal>
    </ModalOverlay>
  )
}
