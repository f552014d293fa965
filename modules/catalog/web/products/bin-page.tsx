import type { ListField } from '@peyvand/platform/contract'
import { ListPage, PageProblem, PageSkeleton, usePageTitle, useT } from '@peyvand/platform/web'
import { Breadcrumbs, EmptyState } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { listBinnedProductsRoute, type ProductRow } from '../../contract/index.ts'
import { ProductCard, useProductColumns } from './use-product-columns.tsx'
import { defaultColumns, useProductFields } from './use-product-list.ts'

/** Deleted products; each comes back from its own page. */
export const ProductsBinPage = () => {
  const t = useT()
  usePageTitle(t('catalog.ui.bin'))
  const { fields, error, retry } = useProductFields()
  if (error) return <PageProblem error={error} onRetry={retry} />
  return fields ? <Bin fields={fields} /> : <PageSkeleton />
}

const Bin = ({ fields }: { fields: Readonly<Record<string, ListField>> }) => {
  const t = useT()
  const navigate = useNavigate()
  return (
    <ListPage<ProductRow>
      list="products.bin"
      title={t('catalog.ui.bin')}
      below={
        <Breadcrumbs
          items={[{ label: t('catalog.nav'), href: '/products' }, { label: t('catalog.ui.bin') }]}
        />
      }
      route={listBinnedProductsRoute}
      fields={fields}
      columns={useProductColumns(fields)}
      defaultColumns={defaultColumns}
      defaultSort="-updatedAt"
      rowLabel={({ name }) => name}
      onOpen={({ id }) => void navigate({ to: `/products/${id}` as never })}
      renderCard={(row) => <ProductCard row={row} />}
      searchLabel={t('catalog.ui.searchLabel')}
      empty={<EmptyState icon={<Trash2 />} title={t('catalog.ui.binEmpty')} />}
    />
  )
}
