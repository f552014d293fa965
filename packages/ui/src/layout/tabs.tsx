import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'
import { cx } from '../cx.ts'
import { Badge } from '../display/badge.tsx'

export type TabItem<T extends string> = {
  id: T
  label: ReactNode
  /** Number of things inside, already formatted. */
  count?: string
  icon?: ReactNode
  /** A tab that is a place of its own (saved views) goes there instead of showing a panel. */
  href?: string
  isDisabled?: boolean
  content?: ReactNode
}

export type TabsProps<T extends string> = {
  label: string
  items: readonly TabItem<T>[]
  value: T
  onChange?: (value: T) => void
  /** What stands under the tabs where an item has no content of its own, e.g. the list a saved view fills. */
  children?: ReactNode
  className?: string
}

/** Tabs over panels. Only the open panel is in the page. */
export const Tabs = <T extends string>({
  label,
  items,
  value,
  onChange,
  children,
  className,
}: TabsProps<T>) => (
  <AriaTabs
    selectedKey={value}
    onSelectionChange={(key) => {
      const item = items.find(({ id }) => id === key)
      if (item) onChange?.(item.id)
    }}
    className={cx('flex min-h-0 min-w-0 flex-col', className)}
  >
    <TabList
      aria-label={label}
      className="flex gap-1 overflow-x-auto border-b border-line [scrollbar-width:none]"
    >
      {items.map(({ id, label: text, count, icon, href, isDisabled = false }) => (
        <Tab
          key={id}
          id={id}
          ref={id === value ? reveal : undefined}
          isDisabled={isDisabled}
          {...(href ? { href } : {})}
          className="-mb-px flex min-h-[calc(var(--control-h)+6px)] shrink-0 cursor-pointer items-center gap-1.5 border-b-2 border-transparent px-3 text-body whitespace-nowrap text-muted no-underline -outline-offset-2 transition-colors duration-120 data-hovered:text-text data-selected:border-accent data-selected:font-semibold data-selected:text-accent-text data-disabled:opacity-50 [&_svg]:size-4"
        >
          {icon}
          {text}
          {count && <Badge>{count}</Badge>}
        </Tab>
      ))}
    </TabList>
    {items.map(({ id, content }) => (
      <TabPanel
        key={id}
        id={id}
        // Without content the panel stays, hidden: the tab names it as what it controls.
        className={cx(
          'min-h-0 flex-1 pt-4 -outline-offset-2',
          (content ?? children) === undefined && 'hidden',
        )}
      >
        {content ?? children}
      </TabPanel>
    ))}
  </AriaTabs>
)

/** On a phone the row of tabs scrolls: the open one is never outside of it. The page itself stays where it is. */
const reveal = (tab: HTMLElement | null) => {
  const row = tab?.parentElement
  if (!row) return
  const [inner, outer] = [tab.getBoundingClientRect(), row.getBoundingClientRect()]
  if (inner.right > outer.right) row.scrollLeft += inner.right - outer.right
  else if (inner.left < outer.left) row.scrollLeft -= outer.left - inner.left
}
