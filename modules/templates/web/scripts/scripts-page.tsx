import type { ListFields } from '@peyvand/platform/contract'
import { ListPage, usePageTitle, usePermission, useT } from '@peyvand/platform/web'
import { ButtonLink, EmptyState, StatusPill, useFormat } from '@peyvand/ui'
import type { DataGridColumn } from '@peyvand/ui/data'
import { useNavigate } from '@tanstack/react-router'
import { Plus, Waypoints } from 'lucide-react'
import { useMemo } from 'react'
import { listScriptsRoute, type ScriptRow } from '../../contract/index.ts'
import { ArchiveSwitch, useArchive } from '../archive-switch.tsx'

const fields: ListFields = {
  name: { type: 'text', label: 'templates.field.name', sortable: true },
  active: { type: 'boolean', label: 'templates.script.active' },
  updatedAt: { type: 'instant', label: 'templates.field.updatedAt', sortable: true },
}
const defaultColumns = ['name', 'state', 'teams', 'steps', 'runs', 'edition', 'updatedAt'] as const

/** Call scripts: those that calls are made by, and those being written. */
export const ScriptsPage = () => {
  const t = useT()
  const navigate = useNavigate()
  const mayManage = usePermission('templates.manage')
  usePageTitle(t('templates.scripts'))
  const archive = useArchive()
  const columns = useScriptColumns()
  const button = mayManage && (
    <ButtonLink kind="primary" href="/scripts/new" icon={<Plus size={16} aria-hidden />}>
      {t('templates.ui.newScript')}
    </ButtonLink>
  )
  return (
    <ListPage<ScriptRow>
      list="scripts"
      title={t('templates.scripts')}
      route={listScriptsRoute}
      baseFilter={archive}
      below={<ArchiveSwitch />}
      fields={fields}
      columns={columns}
      defaultColumns={defaultColumns}
      defaultSort="name"
      rowLabel={({ name }) => name}
      onOpen={({ id }) => void navigate({ to: `/scripts/${id}` as never })}
      renderCard={(row) => <ScriptCard row={row} />}
      actions={() => button}
      searchLabel={t('templates.ui.searchScripts')}
      empty={
        <EmptyState
          icon={<Waypoints />}
          title={t('templates.ui.noScripts')}
          {...(button && { action: button })}
        >
          {t('templates.ui.noScriptsHint')}
        </EmptyState>
      }
    />
  )
}

function useScriptColumns(): DataGridColumn<ScriptRow>[] {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('templates.field.name'),
        width: 320,
        sortable: true,
        sticky: true,
        hideable: false,
        cell: ({ name, description }) => (
          <span className="flex min-w-0 items-center gap-2">
            <span className="shrink-0 font-medium">{name}</span>
            <span className="min-w-0 truncate text-muted">{description}</span>
          </span>
        ),
      },
      {
        id: 'state',
        header: t('templates.run.state'),
        width: 140,
        cell: (row) => <ScriptState row={row} />,
      },
      {
        id: 'teams',
        header: t('templates.ui.scriptTeams'),
        width: 160,
        cell: ({ teams }) =>
          teams.length === 0 ? t('templates.visibility.firm') : format.list(teams.map(({ name }) => name)),
      },
      {
        id: 'steps',
        header: t('templates.ui.steps'),
        width: 90,
        align: 'end' as const,
        cell: ({ steps }) => format.number(steps),
      },
      {
        id: 'runs',
        header: t('templates.ui.runs'),
        width: 110,
        align: 'end' as const,
        cell: ({ runs }) => format.number(runs),
      },
      {
        id: 'edition',
        header: t('templates.ui.edition'),
        width: 90,
        align: 'end' as const,
        cell: ({ edition }) => format.number(edition),
      },
      {
        id: 'updatedAt',
        header: t('templates.field.updatedAt'),
        width: 150,
        sortable: true,
        cell: ({ updatedAt }) => format.relative(updatedAt),
      },
    ],
    [t, format],
  )
}

const ScriptState = ({ row: { active, archivedAt } }: { row: Pick<ScriptRow, 'active' | 'archivedAt'> }) => {
  const t = useT()
  if (archivedAt) return <StatusPill tone="neutral">{t('templates.field.archived')}</StatusPill>
  return active ? (
    <StatusPill tone="ok">{t('templates.script.active')}</StatusPill>
  ) : (
    <StatusPill tone="warn">{t('templates.ui.draft')}</StatusPill>
  )
}

const ScriptCard = ({ row }: { row: ScriptRow }) => {
  const t = useT()
  return (
    <div className="flex min-w-0 items-center gap-3">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{row.name}</p>
        <p className="truncate text-meta text-muted">
          {t('templates.ui.cardFacts', { steps: row.steps, runs: row.runs })}
        </p>
      </div>
      <ScriptState row={row} />
    </div>
  )
}
