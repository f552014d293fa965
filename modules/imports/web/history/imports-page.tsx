import { type ImportSummary, listImportsRoute } from '@peyvand/imports/contract'
import { usePageTitle, useProblemText, useRoutePages, useT } from '@peyvand/platform/web'
import { Button, ButtonLink, EmptyState, PageHeader, useFormat } from '@peyvand/ui'
import { DataGrid, type DataGridColumn } from '@peyvand/ui/data'
import { useNavigate } from '@tanstack/react-router'
import { FileUp, Plus } from 'lucide-react'
import { useMemo } from 'react'
import { useUndoImport } from '../wizard/use-undo-import.ts'
import { ImportPill } from './import-status.tsx'

const rowId = ({ id }: ImportSummary) => id
const rowLabel = ({ fileName }: ImportSummary) => fileName

/** Every import with who, when and what came of it. */
export const ImportsPage = () => {
  const t = useT()
  const problem = useProblemText()
  const navigate = useNavigate()
  usePageTitle(t('imports.nav'))
  const pages = useRoutePages(listImportsRoute, { query: { limit: 50 } })
  const rows = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data])
  const total = pages.data?.pages[0]?.total
  const columns = useColumns()
  const open = ({ id }: ImportSummary) => void navigate({ to: `/imports/${id}` as never })
  const newImport = (
    <ButtonLink kind="primary" href="/imports/new" icon={<Plus size={16} aria-hidden />}>
      {t('imports.new')}
    </ButtonLink>
  )
  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <PageHeader title={t('imports.nav')} subtitle={t('imports.navHint')} actions={newImport} />
      <DataGrid
        className="min-h-0 flex-1"
        label={t('imports.nav')}
        rows={rows}
        rowId={rowId}
        rowLabel={rowLabel}
        columns={columns}
        {...(total ? { total } : {})}
        isLoading={pages.isLoading}
        isLoadingMore={pages.isFetchingNextPage}
        onEndReached={() => {
          if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
        }}
        error={pages.error ? problem(pages.error) : null}
        onRetry={() => void pages.refetch()}
        onPress={open}
        onOpen={open}
        renderCard={(row) => <ImportCard row={row} />}
        hideColumnChooser
        empty={
          <EmptyState icon={<FileUp />} title={t('imports.none')} action={newImport}>
            {t('imports.noneHint')}
          </EmptyState>
        }
      />
    </div>
  )
}

function useColumns(): DataGridColumn<ImportSummary>[] {
  const t = useT()
  const format = useFormat()
  return useMemo(() => {
    const count = (key: 'rows' | 'new' | 'updated' | 'duplicates' | 'invalid', header: string) => ({
      id: key,
      header,
      align: 'end' as const,
      width: 74,
      cell: ({ counts }: ImportSummary) => (counts ? format.number(counts[key]) : '—'),
    })
    return [
      {
        id: 'fileName',
        header: t('imports.fileName'),
        width: 180,
        sticky: true,
        cell: ({ fileName }) => <bdi>{fileName}</bdi>,
      },
      {
        id: 'state',
        header: t('imports.state'),
        width: 118,
        cell: ({ state }) => <ImportPill state={state} />,
      },
      count('rows', t('imports.rows')),
      count('new', t('imports.outcome.new')),
      count('updated', t('imports.outcome.update')),
      count('duplicates', t('imports.outcome.duplicate')),
      count('invalid', t('imports.outcome.invalid')),
      {
        id: 'createdBy',
        header: t('imports.createdBy'),
        width: 100,
        cell: ({ createdBy }) => createdBy?.name ?? '—',
      },
      {
        id: 'createdAt',
        header: t('imports.createdAt'),
        width: 140,
        cell: ({ createdAt }) => format.dateTime(createdAt),
      },
      { id: 'undo', header: t('imports.undo'), width: 100, cell: (row) => <UndoButton row={row} /> },
    ]
  }, [t, format])
}

const UndoButton = ({ row }: { row: ImportSummary }) => {
  const t = useT()
  const { undo, isUndoing } = useUndoImport()
  if (!row.can.undo) return null
  return (
    <Button
      size="small"
      kind="quiet"
      isPending={isUndoing}
      onPress={() => void undo(row)}
      aria-label={t('imports.undoNamed', { name: row.fileName })}
    >
      {t('imports.undo')}
    </Button>
  )
}

const ImportCard = ({ row }: { row: ImportSummary }) => {
  const t = useT()
  const format = useFormat()
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <span className="flex items-center gap-2">
        <bdi className="min-w-0 flex-1 truncate font-medium">{row.fileName}</bdi>
        <ImportPill state={row.state} />
      </span>
      <span className="text-meta text-muted">
        {format.relative(row.createdAt)}
        {row.counts &&
          ` · ${t('imports.cardCounts', {
            written: format.number(row.counts.new + row.counts.updated),
            invalid: format.number(row.counts.invalid),
          })}`}
      </span>
    </div>
  )
}
