import type { Import, ImportRow } from '@peyvand/imports/contract'
import { useT } from '@peyvand/platform/web'
import { Link, useFormat } from '@peyvand/ui'
import { FileText } from '../file-text.tsx'
import { recordHref } from '../record-href.ts'

type Props = { row: ImportRow; imported: Import }

/** Cells that tell a reader which row it is, in this order. */
const nameFields = [
  'organizationName',
  'name',
  'fullName',
  'title',
  'firstName',
  'lastName',
  'number',
  'mobile',
  'phone',
  'email',
]

/** A row of the file in a few words, with its faults or the record it became. */
export const RowItem = ({ row, imported }: Props) => {
  const t = useT()
  const format = useFormat()
  const title = titleOf(row, imported) || t('imports.rows.nameless')
  return (
    <li className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 gap-y-0.5 px-4 py-2 md:grid-cols-[5rem_minmax(0,16rem)_minmax(0,1fr)]">
      <span className="text-meta text-muted">{t('imports.line', { line: format.number(row.row) })}</span>
      {row.recordId ? (
        <Link href={recordHref(imported.record, row.recordId)} className="min-w-0 truncate">
          <bdi>{title}</bdi>
        </Link>
      ) : (
        <span className="min-w-0 truncate">
          <bdi>{title}</bdi>
        </span>
      )}
      <ul className="col-start-2 flex min-w-0 flex-col text-body md:col-start-auto">
        {row.errors.map(({ column, code, message }) => (
          <li key={`${column}${code}`} className="break-words text-bad">
            {column && (
              <>
                <bdi className="font-medium">{column}</bdi>:{' '}
              </>
            )}
            {message}
            {column && <CellText cell={cellAt(row, imported, column)} />}
          </li>
        ))}
        {row.sameAsRow !== null && (
          <li className="text-muted">{t('imports.rows.sameAs', { line: format.number(row.sameAsRow) })}</li>
        )}
      </ul>
    </li>
  )
}

const CellText = ({ cell }: { cell: string | undefined }) =>
  cell ? (
    <span className="text-muted">
      {' '}
      (<FileText>{cell}</FileText>)
    </span>
  ) : null

const cellAt = ({ cells }: ImportRow, { columns }: Import, header: string) =>
  cells[columns.find((one) => one.header === header)?.column ?? -1]

function titleOf({ cells }: ImportRow, { mapping, settings }: Import): string {
  // In address books the organisation is only named.
  const fields = settings.main === 'person' ? [...nameFields.slice(1), ...nameFields.slice(0, 1)] : nameFields
  const named = fields.flatMap((key) =>
    mapping.filter(({ field }) => field === key).map(({ column }) => cells[column]?.trim() ?? ''),
  )
  const [first = ''] = named.filter(Boolean)
  const last = cells[mapping.find(({ field }) => field === 'lastName')?.column ?? -1]?.trim()
  const isFirstName =
    first !== '' && first === cells[mapping.find(({ field }) => field === 'firstName')?.column ?? -1]
  return isFirstName && last ? `${first} ${last}` : first
}
