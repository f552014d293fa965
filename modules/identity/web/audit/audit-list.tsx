import type { ListFields } from '@peyvand/platform/contract'
import { ListPage, Slot, useT, useUrlState } from '@peyvand/platform/web'
import { EmptyState, useFormat } from '@peyvand/ui'
import type { DataGridColumn } from '@peyvand/ui/data'
import { ScrollText } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { z } from 'zod'
import { type AuditEntry, auditActions, auditRecords, listAuditRoute } from '../../contract/index.ts'
import { AuditCard } from './audit-card.tsx'
import { AuditDrawer } from './audit-drawer.tsx'
import { useAuditWords } from './use-audit-words.ts'
import { VerifyButton } from './verify-button.tsx'

const worded = (prefix: string, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, `${prefix}.${key}`]))

const fields: ListFields = {
  at: { type: 'instant', label: 'identity.audit.at', sortable: true },
  actorId: { type: 'user', label: 'identity.audit.actor' },
  action: {
    type: 'enum',
    label: 'identity.audit.action',
    options: worded('identity.ui.audit.action', auditActions),
  },
  record: {
    type: 'enum',
    label: 'identity.audit.record',
    options: worded('identity.ui.audit.record', auditRecords),
  },
  recordId: { type: 'text', label: 'identity.audit.recordId' },
  via: {
    type: 'enum',
    label: 'identity.audit.via',
    options: {
      user: 'identity.audit.via.user',
      apiKey: 'identity.audit.via.apiKey',
      system: 'identity.audit.via.system',
    },
  },
  label: { type: 'text', label: 'identity.audit.label' },
}
const Search = z.object({ peek: z.string().optional().catch(undefined) })
const defaultColumns = ['at', 'actor', 'action', 'record', 'label', 'via'] as const

const renderCard = (entry: AuditEntry) => <AuditCard entry={entry} />

/** The audit log, newest first. */
export function AuditList({ switcher }: { switcher: ReactNode }) {
  const t = useT()
  const [, setSearch] = useUrlState(Search)
  const columns = useAuditColumns()
  return (
    <ListPage<AuditEntry>
      list="identity.audit"
      title={t('identity.ui.nav.audit')}
      route={listAuditRoute}
      fields={fields}
      columns={columns}
      defaultColumns={defaultColumns}
      defaultSort="-at"
      rowLabel={({ label, actorName }) => label ?? actorName}
      onOpen={({ id }) => setSearch({ peek: id })}
      renderPeek={({ id, close }) => <AuditDrawer key={id} id={id} onClose={close} />}
      actions={(shown, look) => (
        <>
          {switcher}
          <Slot name="identity.audit.actions" with={{ shown, look }} />
          <VerifyButton />
        </>
      )}
      renderCard={renderCard}
      searchLabel={t('identity.ui.audit.search')}
      empty={<EmptyState icon={<ScrollText />} title={t('identity.ui.audit.empty')} />}
    />
  )
}

function useAuditColumns(): DataGridColumn<AuditEntry>[] {
  const t = useT()
  const format = useFormat()
  const words = useAuditWords()
  return useMemo(
    () => [
      {
        id: 'at',
        header: t('identity.audit.at'),
        width: 170,
        sortable: true,
        cell: ({ at }) => format.dateTime(at),
      },
      { id: 'actor', header: t('identity.audit.actor'), cell: ({ actorName }) => actorName },
      {
        id: 'action',
        header: t('identity.audit.action'),
        width: 130,
        cell: ({ action }) => words.action(action),
      },
      {
        id: 'record',
        header: t('identity.audit.record'),
        width: 130,
        cell: ({ record }) => words.record(record),
      },
      { id: 'label', header: t('identity.audit.label'), width: 220, cell: ({ label }) => label },
      {
        id: 'via',
        header: t('identity.audit.via'),
        width: 120,
        cell: ({ via }) => t(`identity.audit.via.${via}`),
      },
      {
        id: 'ip',
        header: t('identity.ui.ip'),
        width: 130,
        cell: ({ ip }) => ip && <bdi dir="ltr">{ip}</bdi>,
      },
    ],
    [t, format, words],
  )
}
