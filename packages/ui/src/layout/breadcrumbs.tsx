import { ChevronRight } from 'lucide-react'
import { Breadcrumbs as AriaBreadcrumbs, Breadcrumb, Link } from 'react-aria-components'

export type BreadcrumbsProps = { items: readonly { label: string; href?: string }[] }

/** The way to this page; the last one is the page itself. */
export const Breadcrumbs = ({ items }: BreadcrumbsProps) => (
  <AriaBreadcrumbs className="flex flex-wrap items-center text-meta text-muted">
    {items.map(({ label, href }, index) => (
      <Breadcrumb key={`${label}${href ?? ''}`} className="flex items-center">
        <Link
          {...(href && { href })}
          className="inline-flex min-h-6 items-center rounded-tag px-0.5 pointer-coarse:min-h-11 pointer-coarse:min-w-11 text-muted no-underline data-hovered:text-text data-current:text-text"
        >
          {label}
        </Link>
        {index < items.length - 1 && (
          <ChevronRight size={14} className="mx-0.5 rtl:-scale-x-100" aria-hidden />
        )}
      </Breadcrumb>
    ))}
  </AriaBreadcrumbs>
)
