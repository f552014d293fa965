import { cx } from '../cx.ts'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'default' | 'small' | 'large'

const kinds: Record<ButtonKind, string> = {
  primary:
    'bg-accent text-on-accent border-transparent shadow-1 data-hovered:bg-[color-mix(in_oklab,var(--accent),var(--text)_12%)]',
  secondary:
    'bg-surface text-text border-line-strong shadow-1 data-hovered:bg-surface-2 data-pressed:bg-line aria-expanded:bg-surface-2',
  quiet:
    'bg-transparent text-text border-transparent data-hovered:bg-surface-2 data-pressed:bg-line aria-expanded:bg-surface-2',
  danger: 'bg-surface text-bad border-bad/45 shadow-1 data-hovered:bg-bad-soft data-pressed:border-bad',
}

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-7 pointer-coarse:min-h-control px-2 text-meta',
  default: 'min-h-control px-3 text-body',
  large: 'min-h-[calc(var(--control-h)+8px)] px-4 text-prose',
}

const base =
  'relative inline-flex shrink-0 cursor-pointer items-center justify-center rounded-control border font-medium whitespace-nowrap select-none no-underline transition-colors duration-120 data-disabled:cursor-default data-disabled:opacity-50 data-disabled:shadow-none [&_svg]:size-4 [&_svg]:shrink-0'

/** Classes of a button, for elements that look like one (a link, a file button). */
export const buttonClass = (kind: ButtonKind, size: ButtonSize, more?: string): string =>
  cx(base, kinds[kind], sizes[size], more)
