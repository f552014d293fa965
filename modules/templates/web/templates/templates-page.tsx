import { activityKinds } from '@peyvand/activities/contract'
import { ActivityIcon } from '@peyvand/activities/web'
import type { ListFields } from '@peyvand/platform/contract'
import { ListPage, usePageTitle, useT } from '@peyvand/platform/web'
import { ButtonLink, EmptyState, useFormat } from '@peyvand/ui'
import type { DataGridColumn } from '@peyvand/ui/data'
import { useNavigate } from '@tanstack/react-router'
import { LayoutTemplate, Plus } from 'lucide-react'
import { useMemo } from 'react'
import { listTemplatesRoute, type TemplateRow } from '../../contract/index.ts'
import { ArchiveSwitch, useArchive } from '../archive-switch.tsx'
import { type MergeFields, useMergeFields } from '../fields/use-merge-fields.ts'

const fields: ListFields = {
  name: { type: 'text', label: 'templates.field.name', sortable: true },
  kind: {
    type: 'enum',
    label: 'templates.field.kind',
    options: Object.fromEntries(activityKinds.map((kind) => [kind, `activities.kind.${kind}`])),
  },
  category: { type: 'enum', label: 'templates.field.category', valueList: 'templateCategories' },
  visibility: {
    type: 'enum',
    label: 'templates.field.visibility',
    options: {
      private: 'templates.visibility.private',
      teams: 'templates.visibility.teams',
      firm: 'templates.visibility.firm',
    },
  },
  mine: { type: 'boolean', label: 'templates.field.mine' },
  owner: { type: 'user', label: 'templates.field.owner' },
  uses: { type: 'number', label: 'templates.field.uses', sortable: true },
  lastUsedAt: { type: 'instant', label: 'templates.field.lastUsedAt', sortable: true },
  updatedAt: { type: 'instant', label: 'templates.field.updatedAt', sortable: true },
}
const defaultColumns = ['name', 'kind', 'category', 'visibility', 'uses', 'lastUsedAt'] as const

/** Templates that I may use: found, made and changed. */
export const TemplatesPage = () => {
  const t = useT()
  const navigate = useNavigate()
  const merge = useMergeFields()
  usePageTitle(t('templates.nav'))
  const archive = useArchive()
  const columns = useTemplateColumns(merge)
  const button = (
    <ButtonLink kind="primary" href="/templates/new" icon={<Plus size={16} aria-hidden />}>
      {t('templates.ui.new')}
    </ButtonLink>
  )
  return (
    <ListPage<TemplateRow>
      list="templates"
      title={t('templates.nav')}
      route={listTemplatesRoute}
      baseFilter={archive}
      below={<ArchiveSwitch />}
      fields={fields}
      columns={columns}
      defaultColumns={defaultColumns}
      defaultSort="name"
      rowLabel={({ name }) => name}
      onOpen={({ id }) => void navigate({ to: `/templates/${id}` as never })}
      renderCard={(row) => <TemplateCard row={row} merge={merge} />}
      actions={() => button}
      searchLabel={t('templates.ui.searchLabel')}
      empty={
        <EmptyState icon={<LayoutTemplate />} title={t('templates.ui.empty')} action={button}>
          {t('templates.ui.emptyHint')}
        </EmptyState>
      }
    />
  )
}

function useTemplateColumns(merge: MergeFields): DataGridColumn<TemplateRow>[] {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('templates.field.name'),
        width: 380,
        sortable: true,
        sticky: true,
        hideable: false,
        cell: (row) => (
          <span className="flex min-w-0 items-center gap-2">
            <span className="shrink-0 font-medium">{row.name}</span>
            <span className="min-w-0 truncate text-muted">{merge.toOutline(row.excerpt)}</span>
          </span>
        ),
      },
      {
        id: 'kind',
        header: t('templates.field.kind'),
        width: 130,
        cell: ({ kind }) => (
          <span className="flex items-center gap-2">
            <ActivityIcon kind={kind} />
            {t(`activities.kind.${kind}`)}
          </span>
        ),
      },
      {
        id: 'category',
        header: t('templates.field.category'),
        width: 140,
        cell: ({ category }) => category?.name ?? '',
      },
      {
        id: 'visibility',
        header: t('templates.field.visibility'),
        width: 180,
        cell: (row) => <SharedWith row={row} />,
      },
      {
        id: 'owner',
        header: t('templates.field.owner'),
        width: 150,
        cell: ({ owner }) => owner?.name ?? '',
      },
      {
        id: 'uses',
        header: t('templates.field.uses'),
        width: 120,
        sortable: true,
        align: 'end' as const,
        cell: ({ uses }) => format.number(uses),
      },
      {
        id: 'lastUsedAt',
        header: t('templates.field.lastUsedAt'),
        width: 150,
        sortable: true,
        cell: ({ lastUsedAt }) => lastUsedAt && format.relative(lastUsedAt),
      },
      {
        id: 'updatedAt',
        header: t('templates.field.updatedAt'),
        width: 150,
        sortable: true,
        cell: ({ updatedAt }) => format.relative(updatedAt),
      },
    ],
    [t, format, merge],
  )
}

const SharedWith = ({ row: { visibility, teams } }: { row: TemplateRow }) => {
  const t = useT()
  const format = useFormat()
  if (visibility === 'teams') return format.list(teams.map(({ name }) => name))
  return t(`templates.visibility.${visibility}`)
}

const TemplateCard = ({ row, merge }: { row: TemplateRow; merge: MergeFields }) => (
  <div className="flex min-w-0 items-center gap-3">
    <ActivityIcon kind={row.kind} />
    <div className="min-w-0 flex-1">
      <p className="truncate font-medium">{row.name}</p>
      <p className="truncate text-meta text-muted">{merge.toOutline(row.excerpt)}</p>
    </div>
  </div>
)
