import { type Import, previewImportRoute } from '@peyvand/imports/contract'
import { PageProblem, useRoute, useT } from '@peyvand/platform/web'
import { cx, Skeleton, SkeletonGroup, useFormat } from '@peyvand/ui'
import { FileText } from '../file-text.tsx'

/** The first lines of the file as it is read now; lines above the header are crossed out of the import. */
export const PreviewTable = ({ imported }: { imported: Import }) => {
  const t = useT()
  const format = useFormat()
  const { id, format: fileFormat } = imported
  const { data, error, refetch } = useRoute(
    previewImportRoute,
    { params: { id } },
    { keepPrevious: true, staleTime: 0 },
  )
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <SkeletonGroup>
        <Skeleton className="h-64 w-full" />
      </SkeletonGroup>
    )
  const width = Math.max(...data.items.map(({ cells }) => cells.length), 0)
  return (
    // A scrolling region must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label={t('imports.preview')} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-body">
        {fileFormat.kind === 'vcard' && (
          <thead>
            <tr className="border-b border-line bg-accent-soft text-start">
              <th scope="col" className="bg-surface-2">
                <span className="sr-only">{t('imports.rows')}</span>
              </th>
              {imported.columns.map(({ column, header }) => (
                <th
                  key={column}
                  scope="col"
                  className="h-row px-2.5 text-start font-semibold whitespace-nowrap"
                >
                  <FileText>{header}</FileText>
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {data.items.map(({ line, cells }) => {
            const isHeader = line === fileFormat.headerRow
            const isAbove = line < fileFormat.headerRow
            return (
              <tr
                key={line}
                className={cx(
                  'border-b border-line last:border-b-0',
                  isHeader && 'bg-accent-soft font-semibold',
                  isAbove && 'text-muted [&>td]:line-through',
                )}
              >
                <th
                  scope="row"
                  className="sticky start-0 bg-surface-2 px-2.5 text-meta font-normal text-muted"
                >
                  <span className="sr-only">{t('imports.line', { line: format.number(line) })}</span>
                  <span aria-hidden>{format.number(line)}</span>
                </th>
                {Array.from({ length: width }, (_, at) => (
                  <td key={at} className="h-row max-w-60 truncate px-2.5 text-start whitespace-nowrap">
                    <FileText>{cells[at] ?? ''}</FileText>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
