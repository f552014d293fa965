import type { ColumnMapping, FileColumn, ImportFieldView, MappingByHeader } from '@peyvand/imports/contract'
import { searchKey } from '@peyvand/persian'

type Fields = readonly Pick<ImportFieldView, 'key' | 'many'>[]

/** Gives a column to a field; a field of one value leaves the column that had it. */
export function assignField(
  mapping: readonly ColumnMapping[],
  { column, field, fields }: { column: number; field: string | null; fields: Fields },
): ColumnMapping[] {
  const isOfMany = fields.find(({ key }) => key === field)?.many ?? false
  return mapping.map((one) => {
    if (one.column === column) return { ...one, field }
    return field !== null && one.field === field && !isOfMany ? { ...one, field: null } : one
  })
}

/** A saved mapping laid on the columns of this file by their headers; columns it does not name are left out. */
export function layTemplate(columns: readonly FileColumn[], template: MappingByHeader): ColumnMapping[] {
  const byHeader = new Map(template.columns.map(({ header, ...rest }) => [searchKey(header), rest]))
  return columns.map(({ column, header }) => ({
    ...(byHeader.get(searchKey(header)) ?? { field: null, calendar: 'jalali', unit: 'rial' }),
    column,
  }))
}

const organizationNames = ['organizationName']
const personNames = ['fullName', 'firstName', 'lastName']

/** What a row of these columns describes: an organisation with its person, or one record of whichever kind. */
export function rowShape(mapping: readonly ColumnMapping[]): 'both' | 'one' {
  const has = (keys: readonly string[]) => mapping.some(({ field }) => field !== null && keys.includes(field))
  return has(organizationNames) && has(personNames) ? 'both' : 'one'
}
