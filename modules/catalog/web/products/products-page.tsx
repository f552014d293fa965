import { ExportMenu, ImportLink } from '@peyvand/imports/web'
import type { ListField, Selection } from '@peyvand/platform/contract'
import { ListPage, PageProblem, PageSkeleton, usePageTitle, usePermission, useT } from '@peyvand/platform/web'
import { ButtonLink, EmptyState, lazyPart } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { CircleQuestionMark, FolderTree, Package, Plus, Trash2 } from 'lucide-react'
import { listProductsRoute, type ProductRow, summarizeProductsRoute } from '../../contract/index.ts'
import { ProductCard, useProductColumns } from './use-product-columns.tsx'
import { defaultColumns, useProductFields } from './use-product-list.ts'

const BulkProducts = lazyPart(async () => (await import('./bulk-products.tsx')).BulkProducts)

/** The catalogue of the firm. */
export const ProductsPage = () => {
  const t = useT()
  usePageTitle(t('catalog.nav'))
  const { fields, error, retry } = useProductFields()
  if (error) return <PageProblem error={error} onRetry={retry} />
  return fields ? <ProductList fields={fields} /> : <PageSkeleton />
}

const ProductList = ({ fields }: { fields: Readonly<Record<string, ListField>> }) => {
  const t = useT()
  const navigate = useNavigate()
  const mayManage = usePermission('catalog.manage')
  const mayExport = usePermission('catalog.export')
  const mayImport = usePermission('imports.run') && mayManage
  const add = mayManage && (
    <ButtonLink href="/products/new" kind="primary" icon={<Plus size={16} aria-hidden />}>
      {t('catalog.ui.new')}
    </ButtonLink>
  )
  const first = mayManage && (
    <span className="flex flex-wrap justify-center gap-2">
      {add}
      {mayImport && <ImportLink record="products" />}
    </span>
  )
  return (
    <ListPage<ProductRow>
      list="products"
      title={t('catalog.nav')}
      route={listProductsRoute}
      summaryRoute={summarizeProductsRoute}
      fields={fields}
      columns={useProductColumns(fields)}
      defaultColumns={defaultColumns}
      defaultSort="name"
      rowLabel={({ name }) => name}
      onOpen={({ id }) => void navigate({ to: `/products/${id}` as never })}
      renderCard={(row) => <ProductCard row={row} />}
      {...((mayExport || mayManage) && {
        bulkActions: (selection: Selection, count: number, clear: () => void) => (
          <>
            {mayManage && <BulkProducts selection={selection} count={count} clear={clear} />}
            {mayExport && <ExportMenu record="products" selection={selection} size="small" />}
          </>
        ),
      })}
      actions={(shown, look) => (
        <>
          {mayExport && <ExportMenu record="products" selection={shown} look={look} />}
          {mayImport && <ImportLink record="products" />}
          <ButtonLink href="/why-this-price" icon={<CircleQuestionMark size={16} aria-hidden />}>
            {t('catalog.ui.why')}
          </ButtonLink>
          <ButtonLink href="/product-groups" icon={<FolderTree size={16} aria-hidden />}>
            {t('catalog.ui.productGroups')}
          </ButtonLink>
          {mayManage && (
            <ButtonLink href="/products/bin" icon={<Trash2 size={16} aria-hidden />}>
              {t('catalog.ui.bin')}
            </ButtonLink>
          )}
          {add}
        </>
      )}
      searchLabel={t('catalog.ui.searchLabel')}
      empty={
        <EmptyState icon={<Package />} title={t('catalog.ui.empty')} action={first}>
          {t('catalog.ui.emptyHint')}
        </EmptyState>
      }
    />
  )
}
