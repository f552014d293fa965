import { PageProblem, useRoute, useT } from '@peyvand/platform/web'
import { ButtonLink, DescriptionList, Drawer, Skeleton, useFormat } from '@peyvand/ui'
import { type AuditEntry, listAuditRoute } from '../../contract/index.ts'
import { useAuditWords } from './use-audit-words.ts'

interface AuditDrawerProps {
  id: string
  onClose: () => void
}

/** One entry of the log with every value before and after. */
export function AuditDrawer({ id, onClose }: AuditDrawerProps) {
  const t = useT()
  const { data, error } = useRoute(listAuditRoute, {
    query: { filter: JSON.stringify({ field: 'id', op: 'eq', value: id }), limit: 1 },
  })
  const entry = data?.items[0]
  return (
    <Drawer isOpen onOpenChange={onClose} title={entry?.label ?? t('identity.ui.audit.entry')}>
      {entry ? (
        <Entry entry={entry} />
      ) : error ? (
        <PageProblem error={error} />
      ) : (
        <Skeleton className="h-60" />
      )}
    </Drawer>
  )
}

function Entry({ entry }: { entry: AuditEntry }) {
  const t = useT()
  const format = useFormat()
  const words = useAuditWords()
  const changes =
    entry.words ??
    Object.entries(entry.changes).map(([field, { from, to }]) => ({
      label: field,
      from: shown(from),
      to: shown(to),
    }))
  return (
    <div className="flex flex-col gap-5">
      <DescriptionList
        items={[
          { label: t('identity.audit.at'), value: format.dateTime(entry.at, 'full') },
          { label: t('identity.audit.actor'), value: entry.actorName },
          { label: t('identity.audit.via'), value: t(`identity.audit.via.${entry.via}`) },
          { label: t('identity.audit.action'), value: words.action(entry.action) },
          { label: t('identity.audit.record'), value: words.record(entry.record) },
          { label: t('identity.ui.ip'), value: entry.ip && <bdi dir="ltr">{entry.ip}</bdi> },
        ]}
      />
      <div className="flex flex-wrap gap-2">
        {entry.recordId && (
          <ButtonLink size="small" href={auditOf('recordId', entry.recordId)}>
            {t('identity.ui.audit.ofRecord')}
          </ButtonLink>
        )}
        {entry.actorId && (
          <ButtonLink size="small" href={auditOf('actorId', entry.actorId)}>
            {t('identity.ui.audit.ofActor')}
          </ButtonLink>
        )}
      </div>
      {changes.length > 0 && (
        <table className="w-full text-meta">
          <thead className="text-muted">
            <tr className="border-b border-line">
              <th className="py-1 text-start font-medium">{t('identity.ui.audit.field')}</th>
              <th className="py-1 text-start font-medium">{t('identity.ui.audit.from')}</th>
              <th className="py-1 text-start font-medium">{t('identity.ui.audit.to')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ label, from, to }) => (
              <tr key={label} className="border-b border-line align-top last:border-b-0">
                <th scope="row" className="py-1.5 pe-3 text-start font-medium">
                  <bdi dir={entry.words ? 'auto' : 'ltr'}>{label}</bdi>
                </th>
                <td className="py-1.5 pe-3 break-words text-muted" dir="auto">
                  {from ?? '—'}
                </td>
                <td className="py-1.5 break-words" dir="auto">
                  {to ?? '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

/** The log filtered by one value. */
const auditOf = (field: string, value: string): string =>
  `/settings/audit?filter=${encodeURIComponent(JSON.stringify({ field, op: 'in', value: [value] }))}`

const shown = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
