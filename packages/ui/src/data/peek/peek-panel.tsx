import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { IconButton } from '../../actions/icon-button.tsx'
import { Drawer } from '../../overlays/drawer.tsx'
import { useDataTexts } from '../texts.ts'
import { useMedia } from '../use-media.ts'

export type PeekPanelProps = {
  title: ReactNode
  /** «مورد ۳ از ۲۱۴» */
  place?: string | undefined
  onWalk: (step: 1 | -1) => void
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
}

/**
 * A record beside its list, which stays at work: no veil, no trapped focus. Where there is no room for both, a drawer.
 */
export const PeekPanel = ({ title, place, onWalk, onClose, children, footer }: PeekPanelProps) => {
  const t = useDataTexts()
  const titleId = useId()
  const isBeside = useMedia('(min-width: 1024px)')
  const walking = (
    <>
      {/* A drawer's head has room for the name alone. */}
      {isBeside && place && <span className="text-meta whitespace-nowrap text-muted">{place}</span>}
      <IconButton label={t.previousRecord} icon={<ChevronUp />} onPress={() => onWalk(-1)} />
      <IconButton label={t.nextRecord} icon={<ChevronDown />} onPress={() => onWalk(1)} />
    </>
  )
  if (!isBeside) {
    return (
      <Drawer isOpen onOpenChange={onClose} title={title} titleAside={walking} footer={footer}>
        {children}
      </Drawer>
    )
  }
  return (
    <aside
      aria-labelledby={titleId}
      className="flex w-105 shrink-0 flex-col overflow-hidden rounded-panel border border-line bg-surface shadow-1 xl:w-120"
    >
      <header className="flex items-center gap-1.5 border-b border-line py-2 ps-4 pe-2">
        <h2 id={titleId} className="min-w-0 flex-1 truncate text-dialog font-bold">
          {title}
        </h2>
        {walking}
        <IconButton label={t.closePeek} icon={<X />} onPress={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
      {footer && (
        <footer className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-3">{footer}</footer>
      )}
    </aside>
  )
}
