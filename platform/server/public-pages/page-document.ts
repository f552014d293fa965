import { createHash } from 'node:crypto'
import { html, textOfHtml } from './html.ts'
import { pageStyle } from './page-style.ts'
import type { PublicView } from './public-page.ts'

const styleHash = createHash('sha256').update(pageStyle).digest('base64')

/** The whole page around what a view says. */
export function pageDocument({ locale, firm, title, body }: PublicView, framed: boolean): string {
  const page = html`<html lang="${locale}" dir="${locale === 'fa' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${
    firm ? `${title} · ${firm}` : title
  }</title>`
  // The style is ours and not escaped: its quotes belong to CSS.
  return `<!doctype html>\n${textOfHtml(page)}<style>${pageStyle}</style></head>\n${textOfHtml(
    html`<body${framed ? html` class="framed"` : null}><main class="page">${
      firm && html`<p class="firm">${firm}</p>`
    }${body}</main></body></html>\n`,
  )}`
}

/** No script, nothing from elsewhere, no frame but those of the origins that the view names. */
export function pagePolicy(frameAncestors: readonly string[] = []): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors.length > 0 ? frameAncestors.join(' ') : "'none'"}`,
  ].join('; ')
}
