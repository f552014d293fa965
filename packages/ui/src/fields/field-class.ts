import { cx } from '../cx.ts'

/** The column of label, control and notes. */
export const fieldClass = (more?: string): string =>
  cx('group/field flex min-w-0 flex-col gap-1 data-disabled:opacity-50', more)

/** The bordered box of a control that is one element (an input, a select's button). */
export const controlClass = (more?: string): string =>
  cx(
    'min-h-field w-full min-w-0 rounded-control border border-field-line bg-surface px-2.5 text-body text-text transition-colors duration-120',
    'data-hovered:border-muted focus-visible:border-accent focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent',
    'data-invalid:border-bad group-data-readonly/field:border-transparent group-data-readonly/field:bg-surface-2',
    more,
  )

/** The bordered box of a control made of parts (input and buttons); the ring is the box's. */
export const boxClass = (more?: string): string =>
  cx(
    'flex min-h-field w-full min-w-0 items-center rounded-control border border-field-line bg-surface text-body text-text transition-colors duration-120',
    'data-hovered:border-muted data-focus-within:border-accent focus-within:border-accent focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent',
    'data-invalid:border-bad group-data-readonly/field:border-transparent group-data-readonly/field:bg-surface-2',
    more,
  )

/** The input inside a box: no border, no ring of its own. */
export const innerInputClass = (more?: string): string =>
  cx('min-w-0 flex-1 self-stretch bg-transparent px-2.5 text-body outline-none', more)

/** A small button inside a box. */
export const innerButtonClass = (more?: string): string =>
  cx(
    'grid size-tag shrink-0 cursor-pointer place-items-center rounded-tag text-muted data-hovered:bg-surface-2 data-hovered:text-text data-disabled:opacity-50 [&_svg]:size-4',
    more,
  )
