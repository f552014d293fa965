import type { Locale } from '@peyvand/platform/contract'

export type MailBlock =
  | { type: 'text'; text: string }
  | { type: 'list'; title: string; items: readonly { text: string; note: string; url: string }[] }

interface MailPage {
  locale: Locale
  title: string
  body: readonly MailBlock[]
  button: { text: string; url: string }
  footer: { text: string; link: string; url: string }
}

/**
 * An e-mail as HTML that old mail programs show too: one table, styles at the elements, nothing fetched from outside,
 * direction said at every block because some programs drop the page's own.
 */
export function mailPage({ locale, title, body, button, footer }: MailPage): string {
  const dir = locale === 'fa' ? 'rtl' : 'ltr'
  const align = locale === 'fa' ? 'right' : 'left'
  const font = 'font-family:Vazirmatn,Tahoma,Arial,sans-serif;line-height:1.8;'
  const block = (style: string, inner: string) =>
    `<div dir="${dir}" style="${font}text-align:${align};${style}">${inner}</div>`
  return `<!doctype html>
<html lang="${locale}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body dir="${dir}" style="margin:0;background:#f4f5f7;padding:16px">
<table role="presentation" dir="${dir}" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" dir="${dir}" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e2e5ea;border-radius:8px"><tr><td style="padding:24px">
${block('font-size:18px;font-weight:bold;color:#1c2430;margin:0 0 12px', escaped(title))}
${body.map((part) => blockOf(part, block)).join('\n')}
${block('margin:20px 0 4px', `<a href="${escaped(button.url)}" style="${font}display:inline-block;background:#1f5fbf;color:#ffffff;text-decoration:none;padding:8px 20px;border-radius:6px">${escaped(button.text)}</a>`)}
</td></tr></table>
${block('max-width:560px;font-size:12px;color:#667085;padding:12px 4px', `${escaped(footer.text)} <a href="${escaped(footer.url)}" style="color:#667085">${escaped(footer.link)}</a>`)}
</td></tr></table>
</body>
</html>
`
}

function blockOf(part: MailBlock, block: (style: string, inner: string) => string): string {
  if (part.type === 'text') return block('font-size:15px;color:#1c2430', escaped(part.text))
  const items = part.items
    .map(
      ({ text, note, url }) =>
        `<li style="margin:4px 0"><a href="${escaped(url)}" style="color:#1f5fbf;text-decoration:none">${escaped(text)}</a>${note ? ` <span style="color:#667085;font-size:13px">${escaped(note)}</span>` : ''}</li>`,
    )
    .join('')
  return block(
    'font-size:15px;color:#1c2430;margin-top:14px',
    `<strong>${escaped(part.title)}</strong><ul style="margin:4px 0;padding-inline-start:20px">${items}</ul>`,
  )
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] as string)
