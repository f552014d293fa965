import {
  FormFault,
  FormFooter,
  PageProblem,
  PageSkeleton,
  useLeaveGuard,
  usePageTitle,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import { Breadcrumbs, Button, PageHeader, toast } from '@peyvand/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { getProductRoute, listVatClassesRoute, type Product } from '../../contract/index.ts'
import { ProductFields } from './product-fields.tsx'
import { useProductForm } from './use-product-form.tsx'

/** A new product. */
export const NewProductPage = () => {
  const { data, error, refetch } = useRoute(listVatClassesRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const standard = data.items.find(({ key, archivedAt }) => key === 'standard' && !archivedAt)
  return <ProductForm product={null} vatClassId={standard?.id} />
}

/** A product that is changed. */
export const EditProductPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getProductRoute, { params: { id } })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  return data ? <Opened key={id} opened={data} /> : <PageSkeleton />
}

const Opened = ({ opened }: { opened: Product }) => {
  // What a colleague saves meanwhile is shown when this is saved, not put under what is being written.
  const [product, setProduct] = useState(opened)
  return <ProductForm key={product.version} product={product} onTheirs={setProduct} />
}

type Props = {
  product: Product | null
  vatClassId?: string | undefined
  onTheirs?: (product: Product) => void
}

const ProductForm = ({ product, vatClassId, onTheirs }: Props) => {
  const t = useT()
  const navigate = useNavigate()
  const title = product ? t('catalog.ui.edit', { name: product.name }) : t('catalog.ui.new')
  usePageTitle(title)
  const toProduct = (id: string | undefined) =>
    void navigate({ to: (id ? `/products/${id}` : '/products') as never })
  const { form, files, dialog, onSubmit, fault, isPending } = useProductForm({
    product,
    vatClassId,
    ...(onTheirs && { onTheirs }),
    onSaved: ({ id }) => {
      toast({ kind: 'ok', title: t('web.saved') })
      toProduct(id)
    },
  })
  const { isDirty, isSubmitSuccessful } = form.formState
  useLeaveGuard(isDirty && !isPending && !isSubmitSuccessful)
  return (
    <div className="mx-auto flex w-full max-w-220 flex-col gap-4">
      {dialog}
      <PageHeader
        title={title}
        breadcrumbs={
          <Breadcrumbs items={[{ label: t('catalog.nav'), href: '/products' }, { label: title }]} />
        }
      />
      <FormProvider {...form}>
        <form aria-label={title} noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
          <FormFault error={fault} />
          <ProductFields product={product} files={files} />
          <FormFooter>
            <Button type="submit" kind="primary" isPending={isPending}>
              {t('web.save')}
            </Button>
            <Button onPress={() => toProduct(product?.id)}>{t('web.cancel')}</Button>
          </FormFooter>
        </form>
      </FormProvider>
    </div>
  )
}
