import {
  callApi,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  usePermission,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import { Button, ButtonLink, Card, EmptyState, Link, PageHeader, StatusPill } from '@peyvand/ui'
import { CircleQuestionMark, Plus, Tags } from 'lucide-react'
import { useState } from 'react'
import { listPriceListsRoute, orderPriceListsRoute, type PriceList } from '../../contract/index.ts'
import { OrderedList } from '../fields/ordered-list.tsx'
import { useConditionWords } from '../fields/use-condition-words.ts'
import { PriceListDialog } from './price-list-dialog.tsx'

/** Price lists in the order in which they are asked for a price. */
export const PriceListsPage = () => {
  const t = useT()
  const title = t('catalog.priceLists')
  usePageTitle(title)
  const mayManage = usePermission('catalog.managePrices')
  const [isNew, setNew] = useState(false)
  const { data, error, refetch } = useRoute(listPriceListsRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const add = mayManage && (
    <Button kind="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setNew(true)}>
      {t('catalog.ui.newPriceList')}
    </Button>
  )
  return (
    <div className="mx-auto flex w-full max-w-220 flex-col gap-4">
      <PageHeader
        title={title}
        subtitle={t('catalog.ui.priceListsHint')}
        actions={
          <>
            <ButtonLink href="/why-this-price" icon={<CircleQuestionMark size={16} aria-hidden />}>
              {t('catalog.ui.why')}
            </ButtonLink>
            {add}
          </>
        }
      />
      {data.items.length === 0 ? (
        <EmptyState icon={<Tags />} title={t('catalog.ui.noPriceLists')} action={add} />
      ) : (
        <Card isFlush>
          <OrderedList
            label={title}
            items={data.items}
            mayOrder={mayManage}
            onOrder={orderLists}
            topics={['price-lists', 'products']}
            render={(list) => <ListRow list={list} />}
          />
        </Card>
      )}
      {isNew && <PriceListDialog onClose={() => setNew(false)} />}
    </div>
  )
}

const orderLists = (lists: readonly PriceList[]) =>
  callApi(orderPriceListsRoute, { body: { ids: lists.map(({ id }) => id) } })

const ListRow = ({ list }: { list: PriceList }) => {
  const t = useT()
  const words = useConditionWords()
  const conditions = words(list)
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5 py-2">
      <span className="flex min-w-0 flex-1 flex-col">
        <Link href={`/price-lists/${list.id}`} className="truncate font-medium">
          {list.name}
        </Link>
        <span className="text-meta text-muted">
          {conditions.length > 0 ? conditions.join(t('catalog.words.comma')) : t('catalog.ui.forEverybody')}
        </span>
      </span>
      {!list.active && <StatusPill>{t('catalog.ui.inactive')}</StatusPill>}
      <span className="text-meta text-muted">{t(`catalog.currency.${list.currency}`)}</span>
      <span className="text-meta text-muted">{t('catalog.ui.productCount', { count: list.products })}</span>
    </span>
  )
}
