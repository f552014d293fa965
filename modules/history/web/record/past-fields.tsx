import { useT } from '@peyvand/platform/web'
import { cx, IconButton } from '@peyvand/ui'
import { TriangleAlert, Undo2 } from 'lucide-react'
import type { PastField, RecordAsOf } from '../../contract/index.ts'
import type { RecordHistory } from './history-words.ts'
import { useRestore } from './use-restore.ts'

type Props = { past: RecordAsOf; history: RecordHistory; onlyDifferences: boolean }

/** The fields then and now; those that differ are marked and can be brought back. */
export const PastFields = ({ past, history, onlyDifferences }: Props) => {
  const t = useT()
  const restore = useRestore(history)
  const rows = past.fields.flatMap((row) => {
    const label = row.label ?? history.labelOf(row.field)
    return label === null || (onlyDifferences && !row.differs) ? [] : [{ ...row, label }]
  })
  if (rows.length === 0) return null
  return (
    <div className="overflow-x-auto rounded-control border border-line">
      <table className="w-full text-start">
        <thead className="bg-surface-2 text-meta text-muted">
          <tr>
            {(['field', 'then', 'now'] as const).map((head) => (
              <th key={head} scope="col" className="px-3 py-1.5 text-start font-medium">
                {t(`history.asOf.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={row.field} className={cx(row.differs && 'bg-warn-soft')}>
              <th scope="row" className="w-36 px-3 py-1.5 text-start align-top font-normal text-muted">
                {row.label}
              </th>
              <td className="px-3 py-1.5 align-top break-words">
                <Then row={row} history={history} />
              </td>
              <td className="px-3 py-1.5 align-top break-words">
                {row.differs && (
                  <span className="flex items-start gap-2">
                    <bdi className="min-w-0 flex-1">{history.valueOf(row.field, row.now) ?? '—'}</bdi>
                    {row.can.restore && row.changeId && (
                      <IconButton
                        label={t('history.restore.named', { field: row.label })}
                        icon={<Undo2 />}
                        onPress={() => void restore(row.changeId ?? '', row)}
                      />
                    )}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Then = ({ row, history }: { row: PastField; history: RecordHistory }) => {
  const t = useT()
  if (row.withheld) return <span className="text-muted">{t('history.changes.withheld')}</span>
  return (
    <span className={cx(row.differs && 'font-medium')}>
      <bdi>{history.valueOf(row.field, row.value) ?? '—'}</bdi>
      {!row.certain && (
        <span title={t('history.asOf.uncertain')} className="ms-1 text-warn">
          <TriangleAlert size={14} className="inline" aria-hidden />
          <span className="sr-only">{t('history.asOf.uncertain')}</span>
        </span>
      )}
    </span>
  )
}
