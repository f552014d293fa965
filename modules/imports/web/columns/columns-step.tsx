import { type Import, listImportFieldsRoute } from '@peyvand/imports/contract'
import { PageProblem, PageSkeleton, useRoute, useT } from '@peyvand/platform/web'
import { Callout, Card, type Option, RadioGroup, toast } from '@peyvand/ui'
import { useMemo } from 'react'
import type { ChangeImport } from '../wizard/use-import-change.ts'
import { ColumnRow, useColumnName } from './column-row.tsx'
import { assignField, rowShape } from './column-rules.ts'
import { TemplateButtons } from './template-buttons.tsx'

type Props = { imported: Import; change: ChangeImport }

/** Which field each column goes to. */
export const ColumnsStep = ({ imported, change }: Props) => {
  const t = useT()
  const columnName = useColumnName()
  const { record, columns, mapping, settings } = imported
  const { data, error, refetch } = useRoute(
    listImportFieldsRoute,
    { query: { record } },
    { staleTime: 60_000 },
  )
  const fields = useMemo(() => data?.items ?? [], [data])
  const options = useMemo<Option[]>(() => fields.map(({ key, label }) => ({ id: key, label })), [fields])
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />

  const leftOut = mapping.filter(({ field }) => field === null).length
  const give = (column: number, field: string | null) => {
    const next = assignField(mapping, { column, field, fields })
    const robbed = mapping.find((one) => one.column !== column && one.field !== null && one.field === field)
    if (robbed && next.find((one) => one.column === robbed.column)?.field === null) {
      const from = columns.find((one) => one.column === robbed.column)
      if (from) toast({ title: t('imports.columns.moved', { column: columnName(from) }) })
    }
    change({ mapping: next })
  }
  return (
    <>
      <Card
        isFlush
        title={t('imports.columns.title')}
        actions={<TemplateButtons imported={imported} change={change} />}
      >
        <p className="border-b border-line px-4 py-2.5 text-body text-muted">
          {t('imports.columns.hint', { mapped: columns.length - leftOut, all: columns.length })}
        </p>
        <ul aria-label={t('imports.columns.title')} className="divide-y divide-line">
          {columns.map((column) => {
            const one = mapping.find((candidate) => candidate.column === column.column) ?? {
              column: column.column,
              field: null,
              calendar: 'jalali',
              unit: 'rial',
            }
            return (
              <ColumnRow
                key={column.column}
                column={column}
                mapping={one}
                field={fields.find(({ key }) => key === one.field)}
                options={options}
                onField={(field) => give(column.column, field)}
                onChange={(part) =>
                  change({
                    mapping: mapping.map((other) =>
                      other.column === column.column ? { ...other, ...part } : other,
                    ),
                  })
                }
              />
            )
          })}
        </ul>
      </Card>
      {rowShape(mapping) === 'both' ? (
        <Card title={t('imports.both.title')}>
          <p className="mb-3 text-body text-muted">{t('imports.both.hint')}</p>
          <RadioGroup
            label={t('imports.both.main')}
            options={(['organization', 'person'] as const).map((id) => ({
              id,
              label: t(`imports.both.${id}`),
              description: t(`imports.both.${id}Hint`),
            }))}
            value={settings.main}
            onChange={(main) => change({ settings: { main } })}
          />
        </Card>
      ) : (
        <Callout>{t('imports.both.how')}</Callout>
      )}
    </>
  )
}
