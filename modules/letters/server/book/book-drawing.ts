import { formatDateTime, localizeDigits } from '@peyvand/persian'
import { type Filter, ListQuery } from '@peyvand/platform/contract'
import { AppError, type Ctx, type Drawing } from '@peyvand/platform/server'
import { listBook } from './book.ts'
import { bookCells, bookColumns } from './book-cells.ts'
import { bookTemplate } from './book-template.ts'

const mostLines = 2000
const linesAtOnce = 200

/** The book on paper in the order of its numbers. @throws AppError letters.bookTooLong (422) */
export async function bookDrawing(
  ctx: Ctx,
  { filter, q }: { filter?: Filter | undefined; q?: string | undefined },
): Promise<Drawing> {
  const { locale } = ctx
  const t = (key: string) => ctx.registry.translate(locale, key)
  const rows: string[][] = []
  let cursor: string | null | undefined
  do {
    const query = {
      ...ListQuery.parse({ sort: 'registeredAt', count: 'none', limit: linesAtOnce }),
      filter,
      q,
      ...(cursor ? { cursor } : {}),
    }
    const page = await listBook(ctx, query)
    rows.push(...page.items.map((entry) => Object.values(bookCells(ctx, entry))))
    cursor = page.nextCursor
    if (rows.length > mostLines)
      throw new AppError('letters.bookTooLong', { status: 422, params: { most: mostLines } })
  } while (cursor)
  const at = ctx.now().toISOString()
  return {
    template: bookTemplate,
    data: {
      language: locale,
      firm: ctx.actor.firm.name,
      title: t('letters.book'),
      made: formatDateTime(at, { locale, timeZone: ctx.timeZone }),
      count: localizeDigits(String(rows.length), locale),
      columns: Object.values(bookColumns).map(t),
      rows,
    },
    pictures: {},
    name: t('letters.book'),
    madeAt: at,
  }
}
