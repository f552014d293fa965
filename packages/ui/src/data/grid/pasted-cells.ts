/**
 * A block copied from a spreadsheet as rows of texts: tabs between cells, lines between rows. A cell with tabs, lines
 * or quotes in it stands in quotes, its own quotes doubled.
 */
export const pastedCells = (text: string): string[][] => {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    const [cell, next] = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    rows.at(-1)?.push(cell)
    at = next
    if (text[at] === '\t') {
      at += 1
      if (isEnd(text[at])) rows.at(-1)?.push('')
      else continue
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    if (at < text.length) rows.push([])
  }
  return rows
}

const isEnd = (sign: string | undefined) => sign === undefined || sign === '\n' || sign === '\r'

const plainCell = (text: string, from: number): [string, number] => {
  let to = from
  while (text[to] !== '\t' && !isEnd(text[to])) to += 1
  return [text.slice(from, to).trim(), to]
}

const quotedCell = (text: string, from: number): [string, number] => {
  let to = from + 1
  while (to < text.length && (text[to] !== '"' || text[to + 1] === '"')) to += text[to] === '"' ? 2 : 1
  // A quote that begins a cell without ending it is only a sign.
  if (text[to] !== '"' || !(text[to + 1] === '\t' || isEnd(text[to + 1]))) return plainCell(text, from)
  return [
    text
      .slice(from + 1, to)
      .replaceAll('""', '"')
      .trim(),
    to + 1,
  ]
}
