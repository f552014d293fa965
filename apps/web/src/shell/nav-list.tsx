import { type NavigationItem, useNamedPlace, useT } from '@peyvand/platform/web'
import { cx, Tooltip, TooltipTrigger, useFormat } from '@peyvand/ui'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Link } from 'react-aria-components'
import { currentItem } from './current-item.ts'

export interface NavListProps {
  items: readonly NavigationItem[]
  /** Icons only, with the names as tooltips. */
  isFolded?: boolean
  /** The entry of the open screen alone. */
  isClosed?: boolean
  onFollow?: () => void
}

/** Entries of the navigation; the one whose address is open is marked. */
export function NavList({ items, isFolded = false, isClosed = false, onFollow }: NavListProps) {
  const href = useLocation({ select: (location) => location.href })
  const named = useNamedPlace()
  const current = currentItem(items, named ?? href)
  const shown = isClosed ? items.filter((item) => item === current) : items
  return (
    <ul className="flex flex-col gap-0.5">
      {shown.map((item) => (
        <li key={item.to}>
          <NavEntry item={item} isCurrent={item === current} isFolded={isFolded} onFollow={onFollow} />
        </li>
      ))}
    </ul>
  )
}

interface NavEntryProps {
  item: NavigationItem
  isCurrent: boolean
  isFolded: boolean
  onFollow: (() => void) | undefined
}

/** Counts of lists stop here, as their totals do. */
const countsStopAt = 10_000

function NavEntry({ item, isCurrent, isFolded, onFollow }: NavEntryProps) {
  const t = useT()
  const format = useFormat()
  const { icon: Icon, to, useCount = noCount } = item
  // An entry keeps the hook that its module gave.
  // oxlint-disable-next-line react/hooks
  // oxlint-disable-next-line react/rules-of-hooks -- an entry keeps its hook: entries are keyed by their address
  const count = useCount()
  const entry = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    // Long menus scroll; where one is must be seen.
    if (isCurrent) entry.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const label = item.isText ? item.label : t(item.label)
  const link = (
    <Link
      ref={entry}
      href={to}
      {...(isCurrent ? { 'aria-current': 'page' } : {})}
      {...(isFolded ? { 'aria-label': label } : {})}
      {...(onFollow ? { onPress: onFollow } : {})}
      className={cx(
        'relative flex min-h-field cursor-pointer items-center gap-2.5 rounded-control px-3 text-body no-underline -outline-offset-2 transition-colors duration-120',
        isFolded && 'justify-center px-0',
        isCurrent
          ? 'bg-accent-soft font-semibold text-accent-text'
          : 'text-text data-hovered:bg-surface-2 [&>svg]:text-muted',
      )}
    >
      <Icon size={18} className="shrink-0" aria-hidden />
      {!isFolded && <span className="min-w-0 flex-1 truncate">{label}</span>}
      {count !== undefined && count > 0 && (
        <span
          className={cx(
            'text-badge font-medium',
            isFolded && 'absolute end-1 top-0.5 rounded-pill bg-accent px-1 text-on-accent',
            !isFolded && !isCurrent && 'text-muted',
          )}
        >
          {count < countsStopAt ? format.number(count) : `${format.number(countsStopAt)}+`}
        </span>
      )}
    </Link>
  )
  if (!isFolded) return link
  return (
    <TooltipTrigger>
      {link}
      <Tooltip placement="end">{label}</Tooltip>
    </TooltipTrigger>
  )
}

const noCount = () => undefined
