/** One line of the result. `baseline` is what bare `pg` needs for the same SQL, in the same unit. */
export interface ResultRow {
  name: string
  value: number
  unit: 'ms' | 's' | 'MB' | 'kB' | 'files' | 'requests/s'
  baseline: number | null
  ratio: number | null
  budget: number
  ok: boolean
}

interface Measured {
  name: string
  value: number
  unit: ResultRow['unit']
  baseline?: number
  budget: number
  /** Where more is better, as of requests in a second. */
  atLeast?: boolean
}

export function resultRow({ name, value, unit, baseline, budget, atLeast = false }: Measured): ResultRow {
  return {
    name,
    value: rounded(value),
    unit,
    baseline: baseline === undefined ? null : rounded(baseline),
    ratio: baseline ? rounded(value / baseline) : null,
    budget: rounded(budget),
    ok: atLeast ? value >= budget : value <= budget,
  }
}

const rounded = (value: number) => Number(value.toPrecision(value >= 1000 ? 4 : 3))

/** The rows for people. */
export function asTable(rows: readonly ResultRow[]): string {
  const cells = [
    ['what', 'value', 'bare pg', 'ratio', 'budget', ''],
    ...rows.map(({ name, value, unit, baseline, ratio, budget, ok }) => [
      name,
      `${value} ${unit}`,
      baseline === null ? '–' : `${baseline}`,
      ratio === null ? '–' : `${ratio}`,
      `${budget}`,
      ok ? 'ok' : 'OVER',
    ]),
  ]
  const widths = (cells[0] as string[]).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return cells.map(line).join('\n')
}
