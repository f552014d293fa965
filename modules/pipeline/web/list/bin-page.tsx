import type { ListField } from '@peyvand/platform/contract'
import { ListPage, PageProblem, PageSkeleton, usePageTitle, useT } from '@peyvand/platform/web'
import { Breadcrumbs, EmptyState } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { type DealRow, listBinnedDealsRoute } from '../../contract/index.ts'
import { DealRowCard, useDealColumns } from './use-deal-columns.tsx'
import { defaultColumns, useDealFields } from './use-deal-fields.ts'

/** The recycle bin of deals; a deal is restored on its page. */
export const DealsBinPage = () => {
  const t = useT()
  usePageTitle(t('pipeline.bin'))
  const { fields, error, retry } = useDealFields()
  if (error) return <PageProblem error={error} onRetry={retry} />
  return fields ? <Bin fields={fields} /> : <PageSkeleton />
}

const Bin = ({ fields }: { fields: Readonly<Record<string, ListField>> }) => {
  const t = useT()
  const navigate = useNavigate()
  const title = t('pipeline.bin')
  return (
    <ListPage<DealRow>
      list="deals.bin"
      title={title}
      below={<Breadcrumbs items={[{ label: t('pipeline.deals'), href: '/deals' }, { label: title }]} />}
      route={listBinnedDealsRoute}
      fields={fields}
      columns={useDealColumns(fields)}
      defaultColumns={defaultColumns}
      defaultSort="-updatedAt"
      rowLabel={(row) => row.title}
      onOpen={({ id }) => void navigate({ to: `/deals/${id}` as never })}
      renderCard={(row) => <DealRowCard row={row} />}
      searchLabel={t('pipeline.search')}
      empty={<EmptyState icon={<Trash2 />} title={t('pipeline.binEmpty')} />}
    />
  )
}
