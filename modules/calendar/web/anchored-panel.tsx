import { Dialog, Popover } from '@peyvand/ui'
import { useIsPhone } from '@peyvand/ui/data'
import { type ReactNode, type RefObject, useLayoutEffect, useState } from 'react'

interface Props {
  label: string
  /** Beside what it opens; on a phone there is no beside. */
  triggerRef: RefObject<HTMLElement | null>
  className: string
  onClose: () => void
  children: ReactNode
}

/** A small panel beside an item of the calendar; on a phone a sheet at the bottom edge. */
export const AnchoredPanel = ({ label, triggerRef, className, onClose, children }: Props) => {
  const isPhone = useIsPhone()
  const [isBeside, setBeside] = useState(true)
  // Beside an item over most of the page, as on the view of one day, there is no room.
  useLayoutEffect(() => {
    const { width } = triggerRef.current?.getBoundingClientRect() ?? { width: 0 }
    setBeside(width < window.innerWidth / 2)
  }, [triggerRef])
  const onOpenChange = (isOpen: boolean) => {
    if (!isOpen) onClose()
  }
  return isPhone ? (
    <Dialog isOpen title={label} onOpenChange={onOpenChange}>
      {children}
    </Dialog>
  ) : (
    <Popover
      isOpen
      label={label}
      triggerRef={triggerRef}
      placement={isBeside ? 'start top' : 'bottom'}
      className={className}
      onOpenChange={onOpenChange}
    >
      {children}
    </Popover>
  )
}
