import { Readable } from 'node:stream'
import { formatDateTime, formatNumber } from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import { type App, AppError, pageParts, paperText, setDrawing } from '@peyvand/platform/server'

/** More of them are no paper that somebody reads, and take the thread that sets it too long. */
const mostRows = 2000

interface TablePaper {
  title: string
  firm: string
  language: Locale
  timeZone: string
  headers: readonly string[]
  rows: AsyncIterable<readonly string[]>
}

/**
 * A table as PDF on A4 across: heads on every page, rows that do not break, pages counted.
 * @throws AppError exports.tooLong, exports.notDrawn (422)
 */
export async function tablePaper(app: App, paper: TablePaper): Promise<Readable> {
  const { title, firm, language, timeZone, headers } = paper
  const rows: string[][] = []
  for await (const row of paper.rows) {
    rows.push(row.map((cell) => paperText(cell, language)))
    if (rows.length > mostRows)
      throw new AppError('exports.tooLong', { status: 422, params: { most: mostRows } })
  }
  const madeAt = app.now().toISOString()
  const made = formatDateTime(madeAt, { locale: language, timeZone })
  const count = formatNumber(rows.length, { locale: language })
  const data = {
    language,
    mark: '',
    title,
    firm: paperText(firm, language),
    made: language === 'fa' ? `${count} ردیف · ${made}` : `${count} rows · ${made}`,
    headers,
    rows,
  }
  const drawing = { template, data, pictures: {}, name: title, madeAt }
  return Readable.from([await setDrawing(app, drawing, { format: 'pdf', fault: 'exports.notDrawn' })])
}

/** All texts come as data. The more columns, the smaller the print. */
const template = `${pageParts}${String.raw`
#let many = it.headers.len()
#set document(title: it.title)
#set text(
  font: "Vazirmatn", size: if many > 14 { 6pt } else if many > 9 { 7pt } else { 8pt },
  lang: it.language, dir: if fa { rtl } else { ltr }, hyphenate: false,
)
#set page(paper: "a4", flipped: true, margin: (x: 12mm, top: 12mm, bottom: 14mm), footer: context {
  set text(size: 7.5pt, fill: grey)
  grid(columns: (1fr, auto), align: (start, end), it.made, page-of(counter(page).get().first(), counter(page).final().first()))
})
#set par(leading: 0.65em, justify: false)
#grid(columns: (1fr, auto), align: (start + bottom, end + bottom),
  text(size: 13pt, weight: "bold", it.title), text(size: 9pt, fill: grey, it.firm))
#v(1mm)
#table(
  columns: (auto,) * many,
  inset: (x: 4pt, y: 4.5pt),
  stroke: (_, _) => (bottom: 0.4pt + luma(200)),
  align: start + horizon,
  fill: (_, y) => if y == 0 { luma(235) },
  table.header(..it.headers.map(one => strong(text(one)))),
  ..it.rows.flatten().map(one => table.cell(breakable: false, text(one))),
)
`}`
