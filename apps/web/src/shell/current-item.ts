import type { NavigationItem } from '@peyvand/platform/web'

/** The entry whose address is open; of several that fit, the longest. */
export function currentItem(items: readonly NavigationItem[], href: string): NavigationItem | undefined {
  const path = href.split(/[?#]/)[0] ?? ''
  const fits = ({ to }: NavigationItem) => {
    if (to.includes('?')) return href.startsWith(to)
    return path === to || (to !== '/' && path.startsWith(`${to}/`))
  }
  return items.filter(fits).toSorted((a, b) => b.to.length - a.to.length)[0]
}
