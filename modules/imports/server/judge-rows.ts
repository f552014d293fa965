import type { ImportSettings } from '@peyvand/imports/contract'
import type { Ctx } from '@peyvand/platform/server'
import type { CellProblem, ImportTarget, ReadRow, RowItem } from './import-target.ts'
import { addCandidate, type KeyIndex, type Known, sameRecords, takenKeys } from './same-record.ts'

export type Outcome = 'new' | 'update' | 'duplicate' | 'invalid'

export interface FileRow extends ReadRow {
  row: number
}

export interface JudgedRow {
  row: number
  outcome: Outcome
  problems: CellProblem[]
  items: RowItem[]
  /** The record of the main item: an id, or the `ref` of an earlier row's. */
  match: string | null
}

interface JudgeRows {
  target: ImportTarget
  settings: ImportSettings
  rows: readonly FileRow[]
  /** Records that earlier rows make; grows by these rows. */
  earlier: KeyIndex
}

/**
 * Decides for each row, in order, whether it is new, a change, a duplicate or faulty. The trial and the run both
 * ask here, so that they agree.
 */
export async function judgeRows(
  ctx: Ctx,
  { target, settings, rows, earlier }: JudgeRows,
): Promise<JudgedRow[]> {
  const sound = rows.filter((row) => row.problems.length === 0)
  const keys = new Set(sound.flatMap((row) => row.items.flatMap((item) => item.keys)))
  const stored: KeyIndex = new Map()
  for (const candidate of await target.candidates(ctx, [...keys])) addCandidate(stored, candidate)
  const known = [stored, earlier]
  return rows.map((row) => {
    if (row.problems.length > 0) return faulty(row, row.problems)
    const judged = judgeRow(ctx, row, { target, settings, known })
    if (judged.outcome !== 'invalid') remember(earlier, judged.items)
    return judged
  })
}

interface Judging extends Pick<JudgeRows, 'target' | 'settings'> {
  known: Known
}

function judgeRow(ctx: Ctx, row: FileRow, { target, settings, known }: Judging): JudgedRow {
  const changes = settings.duplicates === 'fill' || settings.duplicates === 'overwrite'
  const problems: CellProblem[] = []
  const items = row.items.map((item, place): RowItem => {
    const found =
      settings.duplicates === 'new' && place === 0 ? [] : sameRecords(item, known, settings.matchBy)
    const [match] = found
    if (changes && found.length > 1) problems.push({ column: null, code: 'imports.ambiguous' })
    for (const key of takenKeys(item, known, match?.id ?? null))
      problems.push({ column: null, ...takenProblem(key) })
    const refused = match ? null : target.problemOfNew(ctx, item.data, settings)
    if (refused) problems.push({ column: null, code: refused })
    return {
      ...item,
      ref: `row:${row.row}:${place}`,
      match: match?.id ?? null,
      change: changes && match !== undefined && match.changeable,
    }
  })
  if (problems.length > 0) return faulty(row, problems)
  const outcome = items.some((item) => !item.match)
    ? 'new'
    : items.some((item) => item.change)
      ? 'update'
      : 'duplicate'
  return { row: row.row, outcome, problems, items, match: items[0]?.match ?? null }
}

const faulty = ({ row }: FileRow, problems: CellProblem[]): JudgedRow => ({
  row,
  outcome: 'invalid',
  problems,
  items: [],
  match: null,
})

const takenProblem = (key: string): Pick<CellProblem, 'code' | 'params'> => {
  const [kind, value] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]
  return { code: kind === 'number' ? 'imports.numberTaken' : 'imports.identifierTaken', params: { value } }
}

function remember(earlier: KeyIndex, items: readonly RowItem[]): void {
  for (const { kind, keys, ref, match, change } of items) {
    if (!match) addCandidate(earlier, { id: ref, kind, keys, changeable: true })
    else if (change) addCandidate(earlier, { id: match, kind, keys, changeable: true })
  }
}
