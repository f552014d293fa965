/** A piece of a line in one weight. */
export interface Run {
  text: string
  bold: boolean
}
export type Line = Run[]

/** What a letter's text is made of; paragraphs keep the writer's line breaks. */
export type Block =
  | { type: 'paragraph'; lines: Line[] }
  | { type: 'heading'; line: Line }
  | { type: 'list'; ordered: boolean; items: Line[] }
  | { type: 'table'; hasHead: boolean; rows: Line[][] }

const bullet = /^\s*[-•–]\s+/
const numbered = /^\s*[0-9۰-۹]{1,3}[.)‐-]\s+/
const heading = /^#{1,3}\s+/
const tableRow = /^\s*\|.*\|\s*$/
const tableRule = /^\s*\|(\s*:?-{3,}:?\s*\|)+\s*$/

/**
 * Reads the marks of a letter's text: `**bold**`, `- ` and `1. ` lists, `| a | b |` tables (a `|---|` line below the
 * first row makes it the head), `# ` headings, empty lines between paragraphs. Whatever else is there is text.
 */
export function parseBody(text: string): Block[] {
  const blocks: Block[] = []
  for (const line of text.split('\n')) addLine(blocks, line)
  return blocks.filter((block) => block.type !== 'paragraph' || block.lines.length > 0)
}

function addLine(blocks: Block[], line: string): void {
  const last = blocks.at(-1)
  if (line.trim() === '') return void blocks.push({ type: 'paragraph', lines: [] })
  if (heading.test(line)) return void blocks.push({ type: 'heading', line: runs(line.replace(heading, '')) })
  if (tableRow.test(line)) return addRow(blocks, line)
  const ordered = numbered.test(line)
  if (ordered || bullet.test(line)) {
    const item = runs(line.replace(ordered ? numbered : bullet, ''))
    if (last?.type === 'list' && last.ordered === ordered) last.items.push(item)
    else blocks.push({ type: 'list', ordered, items: [item] })
    return
  }
  if (last?.type === 'paragraph') last.lines.push(runs(line))
  else blocks.push({ type: 'paragraph', lines: [runs(line)] })
}

function addRow(blocks: Block[], line: string): void {
  const last = blocks.at(-1)
  if (tableRule.test(line) && last?.type === 'table' && last.rows.length === 1) {
    last.hasHead = true
    return
  }
  const cells = line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => runs(cell.trim()))
  if (last?.type === 'table') last.rows.push(cells)
  else blocks.push({ type: 'table', hasHead: false, rows: [cells] })
}

/** `**` begins and ends bold; one that is never closed stands as it is. */
function runs(line: string): Line {
  const parts = line.split('**')
  if (parts.length % 2 === 0) {
    const open = parts.pop() as string
    parts[parts.length - 1] += `**${open}`
  }
  return parts.flatMap((text, index) => (text === '' ? [] : [{ text, bold: index % 2 === 1 }]))
}
