import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Button, Heading } from 'react-aria-components'
import { cx } from '../cx.ts'
import { useTexts } from '../provider/ui-context.ts'

export type OverlayContent = ReactNode | ((close: () => void) => ReactNode)

export type OverlayFrameProps = {
  title: ReactNode
  /** Beside the title, e.g. a status or a menu. */
  titleAside?: ReactNode
  children: OverlayContent
  /** Buttons at the bottom; the primary one first. `<Button slot="close">` closes. */
  footer?: OverlayContent
  role?: 'dialog' | 'alertdialog'
  isDismissable?: boolean
  className?: string
}

const content = (part: OverlayContent, close: () => void) => (typeof part === 'function' ? part(close) : part)

const closeClass =
  'grid size-icon shrink-0 cursor-pointer place-items-center rounded-control text-muted data-hovered:bg-surface-2 data-hovered:text-text'

/** Title bar, scrolling body and footer of a dialog or drawer. */
export const OverlayFrame = ({
  title,
  titleAside,
  children,
  footer,
  role = 'dialog',
  isDismissable = true,
  className,
}: OverlayFrameProps) => {
  const t = useTexts()
  return (
    <AriaDialog role={role} className={cx('flex max-h-[inherit] min-h-0 flex-col outline-none', className)}>
      {({ close }) => (
        <>
          <header className="flex items-center gap-2 border-b border-line py-2.5 ps-4 pe-2.5 in-[.motion-drawer]:pt-[calc(10px+env(safe-area-inset-top))]">
            <Heading slot="title" className="min-w-0 flex-1 truncate text-dialog font-bold">
              {title}
            </Heading>
            {titleAside}
            {isDismissable && (
              // No tooltip: it would take the first Escape, which should close the dialog.
              <Button aria-label={t.close} onPress={close} className={closeClass}>
                <X size={18} aria-hidden />
              </Button>
            )}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-4">{content(children, close)}</div>
          {footer != null && (
            <footer className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-3 in-[.motion-drawer]:pb-[calc(12px+env(safe-area-inset-bottom))]">
              {content(footer, close)}
            </footer>
          )}
        </>
      )}
    </AriaDialog>
  )
}
