import type { ImportSettings } from '@peyvand/imports/contract'
import type { Ctx } from '@peyvand/platform/server'
import type { CellProblem, ImportTarget, ReadRow, RowItem } from './import-target.ts'
import { type KeyIndex, type Known, mapIndex, sameRecords, takenKeys } from './same-record.ts'
import { loadUniqueKeys, type UniqueKeys } from './unique-values.ts'

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

/** Names the record that an item of a row makes if it is new. */
export type NewRef = (row: number, place: number) => string

interface JudgeRows {
  target: ImportTarget
  settings: ImportSettings
  rows: readonly FileRow[]
  /** Records that earlier rows make; the last index learns what these rows make. */
  known: readonly KeyIndex[]
  newRef: NewRef
}

/**
 * Decides for each row, in order, whether it is new, a change, a duplicate or faulty. The trial and the run both
 * ask here, so that they agree.
 */
export async function judgeRows(
  ctx: Ctx,
  { target, settings, rows, known, newRef }: JudgeRows,
): Promise<JudgedRow[]> {
  const sound = rows.filter((row) => row.problems.length === 0)
  const stored = mapIndex()
  const items = sound.flatMap((row) => row.items)
  const candidates = await target.candidates(ctx, items)
  const uniques = await loadUniqueKeys(ctx, {
    record: target.record,
    duplicates: settings.duplicates,
    items,
    known: candidates,
  })
  for (const candidate of [...candidates, ...uniques.stored]) stored.add(candidate)
  const judging = { target, settings, uniques, known: [stored, ...known], newRef }
  return rows.map((row) => {
    if (row.problems.length > 0) return faulty(row, row.problems)
    const judged = judgeRow(ctx, row, judging)
    if (judged.outcome !== 'invalid') remember(known.at(-1), judged.items)
    return judged
  })
}

interface Judging extends Pick<JudgeRows, 'target' | 'settings' | 'newRef'> {
  uniques: UniqueKeys
  known: Known
}

function judgeRow(ctx: Ctx, row: FileRow, { target, settings, uniques, known, newRef }: Judging): JudgedRow {
  const changes = settings.duplicates === 'fill' || settings.duplicates === 'overwrite'
  const problems: CellProblem[] = []
  const items = row.items.map((item, place): RowItem => {
    const found =
      settings.duplicates === 'new' && place === 0 ? [] : sameRecords(item, known, settings.matchBy)
    const [match] = found
    if (changes && found.length > 1) problems.push({ column: null, code: 'imports.ambiguous' })
    const keys = [...item.keys, ...uniques.of(item, match)]
    for (const key of takenKeys({ keys }, known, match?.id ?? null))
      problems.push({ column: null, ...takenProblem(key, uniques) })
    const refused = match ? null : target.problemOfNew(ctx, item.data, settings)
    if (refused) problems.push({ column: null, code: refused })
    if (!match) problems.push(...item.faultsOfNew)
    return {
      data: item.data,
      keys,
      kind: item.kind,
      faultsOfNew: item.faultsOfNew,
      ref: match?.id ?? newRef(row.row, place),
      isNew: !match,
      change: changes && match !== undefined && match.changeable,
    }
  })
  if (problems.length > 0) return faulty(row, problems)
  const outcome = items.some((item) => item.isNew)
    ? 'new'
    : items.some((item) => item.change)
      ? 'update'
      : 'duplicate'
  const [main] = items
  return { row: row.row, outcome, problems, items, match: main && !main.isNew ? main.ref : null }
}

const faulty = ({ row }: FileRow, problems: CellProblem[]): JudgedRow => ({
  row,
  outcome: 'invalid',
  problems,
  items: [],
  match: null,
})

const takenProblem = (key: string, uniques: UniqueKeys): Pick<CellProblem, 'code' | 'params'> => {
  const [kind, value] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]
  if (kind === 'unique') return { code: 'imports.valueTaken', params: { field: uniques.nameOf(key) } }
  return { code: kind === 'number' ? 'imports.numberTaken' : 'imports.identifierTaken', params: { value } }
}

function remember(index: KeyIndex | undefined, items: readonly RowItem[]): void {
  for (const { kind, keys, ref, isNew, change } of items)
    if (isNew || change) index?.add({ id: ref, kind, keys, changeable: true })
}
