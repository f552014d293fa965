import type { CSSProperties } from 'react'
import { cx } from '../../cx.ts'
import type { PlacedColumn } from './place-columns.ts'

type Placed = Pick<PlacedColumn<never>, 'stickyAt' | 'isLastSticky' | 'align'>

/** Classes that head and body cells of a column share. The ring stands inside, cells touch each other. */
export const gridCellClass = ({ stickyAt, isLastSticky, align }: Placed, more?: string): string =>
  cx(
    'flex min-w-0 items-center px-3 -outline-offset-2',
    align === 'end' && 'justify-end text-end',
    stickyAt !== null && 'sticky z-1 bg-inherit',
    isLastSticky && 'border-e border-line',
    more,
  )

export const stickyStyle = ({ stickyAt }: Placed): CSSProperties =>
  stickyAt === null ? {} : { insetInlineStart: stickyAt }

export const CHECK_WIDTH = 44
