import type { CustomField, CustomSection } from '@peyvand/platform/contract'
import { type Reorder, reordered } from '@peyvand/ui/data'

/** A row of the designer: a section's heading or a field, which belongs to the heading above it. */
export type FormRow =
  | { id: string; label: string; section: CustomSection; field?: never }
  | { id: string; label: string; field: CustomField; section?: never }

/** Fields and headings of a record type under each other as forms show them. */
export function formRows(
  fields: readonly CustomField[],
  sections: readonly CustomSection[],
  locale: 'fa' | 'en',
): FormRow[] {
  const rowsOf = (sectionId: string | null): FormRow[] =>
    fields
      .filter((field) => field.sectionId === sectionId)
      .map((field) => ({ id: field.id, label: locale === 'fa' ? field.labelFa : field.labelEn, field }))
  return [
    ...rowsOf(null),
    ...sections.flatMap((section) => [
      { id: section.id, label: locale === 'fa' ? section.titleFa : section.titleEn, section },
      ...rowsOf(section.id),
    ]),
  ]
}

type Arrangement = { id: string | null; fieldIds: string[] }[]

/** The rows after a move, as the server takes them. A heading takes its fields along. */
export function arrangement(rows: readonly FormRow[], move: Reorder): Arrangement {
  const ids = new Set(move.ids.flatMap((id) => [id, ...fieldsBelow(rows, id)]))
  if (ids.has(move.targetId)) return sectionsOf(rows)
  return sectionsOf(reordered(rows, { ...move, ids: [...ids], ...outOfSection(rows, move) }))
}

function sectionsOf(rows: readonly FormRow[]): Arrangement {
  const sections: Arrangement = [{ id: null, fieldIds: [] }]
  for (const { field, section } of rows) {
    if (section) sections.push({ id: section.id, fieldIds: [] })
    else sections.at(-1)?.fieldIds.push(field.id)
  }
  return sections
}

function fieldsBelow(rows: readonly FormRow[], id: string): string[] {
  const at = rows.findIndex((row) => row.id === id)
  if (!rows[at]?.section) return []
  const next = rows.findIndex((row, index) => index > at && row.section)
  return rows.slice(at + 1, next < 0 ? undefined : next).map((row) => row.id)
}

/** A heading dropped among the fields of another section goes behind that section, not through it. */
function outOfSection(rows: readonly FormRow[], { ids, targetId, position }: Reorder): Partial<Reorder> {
  if (!rows.some((row) => row.section && ids.includes(row.id))) return {}
  const at = rows.findIndex((row) => row.id === targetId)
  if (rows[at]?.section && position === 'before') return {}
  const next = rows.find((row, index) => index > at && row.section && !ids.includes(row.id))
  const others = rows.filter(
    (row) => !ids.includes(row.id) && !ids.some((id) => fieldsBelow(rows, id).includes(row.id)),
  )
  const last = others.at(-1)
  if (next) return { targetId: next.id, position: 'before' }
  return last ? { targetId: last.id, position: 'after' } : {}
}
