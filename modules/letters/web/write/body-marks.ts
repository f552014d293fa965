export interface Marked {
  text: string
  /** What is selected afterwards. */
  start: number
  end: number
}

export type Mark = 'bold' | 'list' | 'numbers' | 'table'

/** A text with a mark of `parseBody` put on its selection; bold and lists go off where they are on already. */
export function withMark(mark: Mark, { text, start, end }: Marked, words: { heads: string }): Marked {
  const chosen = text.slice(start, end)
  if (mark === 'bold') {
    const isBold = text.slice(start - 2, start) === '**' && text.slice(end, end + 2) === '**'
    return isBold
      ? { text: text.slice(0, start - 2) + chosen + text.slice(end + 2), start: start - 2, end: end - 2 }
      : { text: `${text.slice(0, start)}**${chosen}**${text.slice(end)}`, start: start + 2, end: end + 2 }
  }
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const to = next === -1 ? text.length : next
  const lines =
    mark === 'table' ? `| ${words.heads} |\n|---|---|\n|  |  |` : listed(mark, text.slice(from, to))
  const changed = mark === 'table' ? `${text.slice(from, to)}${to > from ? '\n' : ''}${lines}` : lines
  return { text: text.slice(0, from) + changed + text.slice(to), start: from, end: from + changed.length }
}

function listed(mark: 'list' | 'numbers', lines: string): string {
  const sign = mark === 'list' ? /^- / : /^\d+\. /
  const all = lines.split('\n')
  if (all.every((line) => sign.test(line))) return all.map((line) => line.replace(sign, '')).join('\n')
  return all.map((line, index) => (mark === 'list' ? `- ${line}` : `${index + 1}. ${line}`)).join('\n')
}
