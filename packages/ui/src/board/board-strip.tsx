import type { ReactNode } from 'react'
import { DropZone } from 'react-aria-components'
import { cx } from '../cx.ts'
import { type Tone, toneClass } from '../display/tone.ts'
import { cardType, droppedCard } from './card-drag.ts'

export type BoardStripProps = {
  label: string
  icon?: ReactNode
  tone: Tone
  onDrop: (id: string) => void
}

/** A place under a board that cards are dropped on to leave it. */
export const BoardStrip = ({ label, icon, tone, onDrop }: BoardStripProps) => (
  <DropZone
    aria-label={label}
    getDropOperation={(types) => (types.has(cardType) ? 'move' : 'cancel')}
    onDrop={({ items }) => void droppedCard(items).then((id) => (id === null ? undefined : onDrop(id)))}
    className={cx(
      'flex min-h-control min-w-0 flex-1 items-center justify-center gap-2 rounded-control border border-dashed border-current px-3 text-body font-medium outline-none data-drop-target:border-solid data-drop-target:outline-2 data-drop-target:outline-current data-focus-visible:outline-2',
      toneClass[tone],
    )}
  >
    {icon}
    <span className="truncate">{label}</span>
  </DropZone>
)
