import { ExportMenu, ImportLink } from '@peyvand/imports/web'
import type { ListField, Selection } from '@peyvand/platform/contract'
import {
  ListPage,
  type ListRelations,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  usePermission,
  useT,
} from '@peyvand/platform/web'
import { Button, ButtonLink, EmptyState, lazyPart } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Handshake, Plus, SquareKanban, Swords, Trash2 } from 'lucide-react'
import { type DealRow, listDealsRoute, summarizeDealsRoute } from '../../contract/index.ts'
import { openDealForm } from '../form/deal-form-store.ts'
import { DealRowCard, useDealColumns } from './use-deal-columns.tsx'
import { defaultColumns, useDealFields } from './use-deal-fields.ts'

const BulkActions = lazyPart(async () => (await import('./bulk-actions.tsx')).BulkActions)

/** The list of deals, won and lost ones too. */
export const DealsPage = () => {
  const t = useT()
  usePageTitle(t('pipeline.deals'))
  const { fields, relations, error, retry } = useDealFields()
  if (error) return <PageProblem error={error} onRetry={retry} />
  return fields ? <DealList fields={fields} relations={relations ?? {}} /> : <PageSkeleton />
}

type Props = { fields: Readonly<Record<string, ListField>>; relations: ListRelations }

const DealList = ({ fields, relations }: Props) => {
  const t = useT()
  const navigate = useNavigate()
  const columns = useDealColumns(fields)
  const mayExport = usePermission('deals.export')
  const mayChangeMany = usePermission('deals.massUpdate')
  const mayDelete = usePermission('deals.delete')
  const mayCreate = usePermission('deals.create')
  const mayImport = usePermission('imports.run') && mayCreate
  const add = mayCreate && (
    <Button kind="primary" icon={<Plus size={16} aria-hidden />} onPress={() => openDealForm({})}>
      {t('pipeline.new')}
    </Button>
  )
  const first = mayCreate && (
    <span className="flex flex-wrap justify-center gap-2">
      {add}
      {mayImport && <ImportLink record="deals" />}
    </span>
  )
  return (
    <ListPage<DealRow>
      list="deals"
      title={t('pipeline.deals')}
      route={listDealsRoute}
      summaryRoute={summarizeDealsRoute}
      fields={fields}
      relations={relations}
      columns={columns}
      defaultColumns={defaultColumns}
      defaultSort="nextFollowUpAt"
      rowLabel={({ title }) => title}
      onOpen={({ id }) => void navigate({ to: `/deals/${id}` as never })}
      renderCard={(row) => <DealRowCard row={row} />}
      {...((mayChangeMany || mayExport) && {
        bulkActions: (selection: Selection, count: number, clear: () => void) => (
          <BulkActions selection={selection} count={count} clear={clear} />
        ),
      })}
      actions={(shown, look) => (
        <>
          {mayExport && <ExportMenu record="deals" selection={shown} look={look} />}
          {mayImport && <ImportLink record="deals" />}
          {mayDelete && (
            <ButtonLink href="/deals/bin" icon={<Trash2 size={16} aria-hidden />}>
              {t('pipeline.bin')}
            </ButtonLink>
          )}
          <ButtonLink href="/deals/competitors" icon={<Swords size={16} aria-hidden />}>
            {t('pipeline.competitorResults')}
          </ButtonLink>
          <ButtonLink href="/pipeline" icon={<SquareKanban size={16} aria-hidden />}>
            {t('pipeline.asBoard')}
          </ButtonLink>
          {add}
        </>
      )}
      searchLabel={t('pipeline.search')}
      empty={
        <EmptyState icon={<Handshake />} title={t('pipeline.noDeals')} action={first}>
          {t('pipeline.noDealsHint')}
        </EmptyState>
      }
    />
  )
}
