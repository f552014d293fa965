import { cx } from '../cx.ts'
import type { GridItem } from './grid-types.ts'

const tones = {
  neutral: 'border-line-strong bg-surface-2 text-text',
  accent: 'border-accent/40 bg-accent-soft text-accent-text',
  ok: 'border-ok/40 bg-ok-soft text-ok',
  warn: 'border-warn/40 bg-warn-soft text-warn',
  bad: 'border-bad/40 bg-bad-soft text-bad',
  violet: 'border-violet/40 bg-violet-soft text-violet',
}
const looks = {
  solid: '',
  ahead: 'border-dashed bg-surface',
  busy: 'calendar-busy border-line-strong text-muted',
  done: 'border-line bg-surface-2 text-muted [&_[data-title]]:line-through',
}

/** The block of an item, in every grid alike. */
export const itemClass = ({ tone, look, canMove, isInert = false }: GridItem, more?: string): string =>
  cx(
    'block min-w-0 overflow-hidden rounded-tag border text-start text-meta transition-shadow duration-120',
    (look === 'solid' || look === 'ahead') && tones[tone],
    looks[look],
    isInert ? 'cursor-default' : canMove ? 'cursor-grab hover:shadow-2' : 'cursor-pointer hover:shadow-2',
    more,
  )
