import { TagList } from '@peyvand/customization/web'
import { AttachmentList } from '@peyvand/files/web'
import { RecordChanges } from '@peyvand/history/web'
import { useCustomFacts, useCustomFields } from '@peyvand/parties/web'
import {
  PageProblem,
  PageSkeleton,
  rememberRecord,
  usePageTitle,
  useRoute,
  useT,
  useWatch,
} from '@peyvand/platform/web'
import { Bdi, Breadcrumbs, Card, DescriptionList, Link, PageHeader, useFormat } from '@peyvand/ui'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { getProductRoute, type Product } from '../../contract/index.ts'
import { ProductOptions } from '../options/product-options.tsx'
import { ProductActions } from './product-actions.tsx'
import { ProductImages } from './product-images.tsx'
import { ProductPrices } from './product-prices.tsx'
import { OfferMark } from './use-product-columns.tsx'
import { useProductHistory } from './use-product-history.ts'

/** One product: what it is, what it costs by each list, its images. */
export const ProductPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getProductRoute, { params: { id } })
  useWatch('products', id)
  usePageTitle(data?.name)
  useEffect(() => {
    if (data)
      rememberRecord({
        type: 'products',
        id: data.id,
        kind: data.kind,
        title: data.name,
        subtitle: data.code,
      })
  }, [data])
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  return data ? <ProductView product={data} /> : <PageSkeleton />
}

const ProductView = ({ product }: { product: Product }) => {
  const t = useT()
  const path = product.groupPath.map(({ name }) => ({ label: name }))
  return (
    <div className="mx-auto flex w-full max-w-300 flex-col gap-4">
      <PageHeader
        title={<bdi>{product.name}</bdi>}
        breadcrumbs={
          <Breadcrumbs
            items={[{ label: t('catalog.nav'), href: '/products' }, ...path, { label: product.name }]}
          />
        }
        subtitle={
          <span className="flex flex-wrap items-center gap-2">
            <OfferMark active={product.active} />
            {product.nameLatin && <Bdi>{product.nameLatin}</Bdi>}
          </span>
        }
        actions={<ProductActions product={product} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <Facts product={product} />
        <div className="flex min-w-0 flex-col gap-4">
          {product.deletedAt === null && <ProductPrices product={product} />}
          {product.deletedAt === null && <ProductOptions product={product} />}
          {product.parts.length > 0 && <Parts product={product} />}
          <ProductImages product={product} />
          <Card title={t('catalog.ui.images')}>
            <AttachmentList record="products" recordId={product.id} />
          </Card>
          <Card title={t('history.changes')}>
            <RecordChanges history={useProductHistory(product)} />
          </Card>
        </div>
      </div>
    </div>
  )
}

const Facts = ({ product }: { product: Product }) => {
  const t = useT()
  const format = useFormat()
  const own = useCustomFacts(useCustomFields('products', []), product.custom)
  const code = (text: string | null) => text && <Bdi>{format.digits(text)}</Bdi>
  const units = product.units.map(({ unit, factor, barcode }) => (
    <span key={unit.id} className="block">
      {t('catalog.ui.unitIs', {
        unit: unit.name,
        factor: format.number(factor, { decimals: 6 }),
        base: product.unit.name,
      })}
      {barcode && <> · {code(barcode)}</>}
    </span>
  ))
  return (
    <Card title={t('catalog.ui.facts')}>
      <DescriptionList
        items={[
          { label: t('catalog.field.code'), value: code(product.code) },
          { label: t('catalog.field.kind'), value: t(`catalog.kind.${product.kind}`) },
          { label: t('catalog.field.group'), value: product.groupPath.map(({ name }) => name).join(' › ') },
          { label: t('catalog.ui.baseUnit'), value: product.unit.name },
          ...(units.length > 0 ? [{ label: t('catalog.ui.units'), value: units }] : []),
          { label: t('catalog.field.barcode'), value: code(product.barcode) },
          { label: t('catalog.field.vatClass'), value: product.vatClass.name },
          { label: t('catalog.field.taxCode'), value: code(product.taxCode) },
          ...(product.kind === 'service'
            ? []
            : [
                { label: t('catalog.field.tracking'), value: t(`catalog.tracking.${product.tracking}`) },
                {
                  label: t('catalog.ui.warrantyMonths'),
                  value:
                    product.warrantyMonths && t('catalog.ui.monthsCount', { count: product.warrantyMonths }),
                },
              ]),
          {
            label: t('catalog.field.tags'),
            value: product.tags.length > 0 ? <TagList tags={product.tags} /> : null,
          },
          ...own,
        ]}
      />
      <LongText title={t('catalog.ui.warrantyTerms')} text={product.warrantyTerms} />
      <LongText title={t('catalog.ui.description')} text={product.description} />
    </Card>
  )
}

const LongText = ({ title, text }: { title: string; text: string | null }) =>
  text && (
    <div className="mt-3 border-t border-line pt-3">
      <h3 className="mb-1 text-body text-muted">{title}</h3>
      <p className="text-body break-words whitespace-pre-line">{text}</p>
    </div>
  )

const Parts = ({ product }: { product: Product }) => {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('catalog.ui.parts')} isFlush>
      <ul>
        {product.parts.map(({ product: part, unit, quantity }) => (
          <li key={part.id} className="flex gap-3 border-b border-line px-4 py-2 last:border-b-0">
            <Link href={`/products/${part.id}`} className="min-w-0 flex-1 truncate">
              {part.name}
            </Link>
            <span>
              {format.number(quantity, { decimals: 6 })} {unit.name}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
