import {
  downloadErrorFileRoute,
  type ErrorKind,
  type Import,
  type ImportRow,
  listErrorKindsRoute,
} from '@peyvand/imports/contract'
import { PageProblem, urlOf, useRoute, useT } from '@peyvand/platform/web'
import { Button, ButtonLink, Card, EmptyState, Select, Skeleton, SkeletonGroup, useFormat } from '@peyvand/ui'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { RowItem } from './row-item.tsx'
import { useImportRows } from './use-import-rows.ts'

type Props = { imported: Import; outcome: ImportRow['outcome'] }

/** The rows of one outcome; the faulty ones by kind of fault, with the file to mend them in. */
export const RowsCard = ({ imported, outcome }: Props) => {
  const t = useT()
  const [kind, setKind] = useState<ErrorKind | null>(null)
  const { rows, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useImportRows(
    imported.id,
    {
      outcome,
      ...(outcome === 'invalid' && kind ? { code: kind.code, column: kind.columnAt ?? undefined } : {}),
    },
  )
  const isInvalid = outcome === 'invalid'
  return (
    <Card
      isFlush
      title={t(`imports.rows.${outcome}`)}
      actions={
        isInvalid && (
          <ButtonLink
            size="small"
            icon={<Download size={16} aria-hidden />}
            href={urlOf(downloadErrorFileRoute, { params: { id: imported.id } })}
          >
            {t('imports.errorFile')}
          </ButtonLink>
        )
      }
    >
      {isInvalid && <KindFilter id={imported.id} value={kind} onChange={setKind} />}
      {error ? (
        <PageProblem error={error} onRetry={() => void refetch()} />
      ) : !rows ? (
        <SkeletonGroup>
          <Skeleton className="h-40 w-full" />
        </SkeletonGroup>
      ) : rows.length === 0 ? (
        <EmptyState title={t('imports.rows.none')} />
      ) : (
        <ul aria-label={t(`imports.rows.${outcome}`)} className="divide-y divide-line">
          {rows.map((row) => (
            <RowItem key={row.row} row={row} imported={imported} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div className="border-t border-line p-2 text-center">
          <Button kind="quiet" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t('imports.rows.more')}
          </Button>
        </div>
      )}
    </Card>
  )
}

type KindFilterProps = { id: string; value: ErrorKind | null; onChange: (kind: ErrorKind | null) => void }

const keyOf = ({ code, columnAt }: ErrorKind) => `${columnAt ?? ''}:${code}`

const KindFilter = ({ id, value, onChange }: KindFilterProps) => {
  const t = useT()
  const format = useFormat()
  const { data } = useRoute(listErrorKindsRoute, { params: { id } })
  const kinds = data?.items ?? []
  return (
    <div className="flex flex-col gap-2 border-b border-line px-4 py-3">
      <p className="text-body text-muted">{t('imports.errorFileHint')}</p>
      {kinds.length > 1 && (
        <Select
          aria-label={t('imports.rows.kind')}
          className="max-w-120"
          placeholder={t('imports.rows.allKinds')}
          options={kinds.map((kind) => ({
            id: keyOf(kind),
            label: kind.column ? `${kind.column}: ${kind.message}` : kind.message,
            description: t('imports.rows.count', { n: kind.rows, shown: format.number(kind.rows) }),
          }))}
          value={value && keyOf(value)}
          onChange={(key) => onChange(kinds.find((kind) => keyOf(kind) === key) ?? null)}
          isClearable
        />
      )}
    </div>
  )
}
