import type { FileFormat } from '@peyvand/imports/contract'
import { parse } from 'csv-parse/sync'

export type Delimiter = NonNullable<FileFormat['delimiter']>

const candidates: readonly Delimiter[] = [',', ';', '\t', '|', '،']

/** The delimiter that cuts most of the sample's lines into the same number of columns, the more the better. */
export function detectDelimiter(sample: string): Delimiter {
  const declared = /^sep=(.)\r?\n/.exec(sample)?.[1] as Delimiter | undefined
  if (declared && candidates.includes(declared)) return declared
  const lines = wholeLines(sample)
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of candidates) {
    const score = evenness(lines, delimiter)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** The last line of a sample is cut somewhere; a sample of one line is taken whole. */
function wholeLines(sample: string): string {
  const end = sample.lastIndexOf('\n')
  return end > 0 ? sample.slice(0, end) : sample
}

function evenness(text: string, delimiter: Delimiter): number {
  const widths = readLines(text, delimiter).map((line) => line.length)
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  let score = 0
  for (const [width, count] of counts) {
    if (width > 1) score = Math.max(score, (count / widths.length) * (1 + Math.log2(width)))
  }
  return score
}

function readLines(text: string, delimiter: Delimiter): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: 200,
    })
  } catch {
    return []
  }
}
