import type { AttachedFile } from '@peyvand/files/web'
import { callApi, invalidateTopics, useConflict, useSchemaForm, useSubmit } from '@peyvand/platform/web'
import { newId } from '@peyvand/ui'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { CreateProduct, createProductRoute, type Product, updateProductRoute } from '../../contract/index.ts'
import { useProductWords } from './use-product-words.ts'

export type ProductValues = z.input<typeof CreateProduct>
export type ProductForm = UseFormReturn<ProductValues, unknown, CreateProduct>

export interface FormFiles {
  value: readonly AttachedFile[]
  onChange: (files: readonly AttachedFile[]) => void
}

interface Options {
  /** What is changed; null for a new one. */
  product: Product | null
  vatClassId: string | undefined
  onSaved: (product: Product) => void
  /** Shows the product as somebody else has saved it meanwhile. */
  onTheirs?: (current: Product) => void
}

/** A product being written; a version of somebody else's that came between is shown beside it. */
export function useProductForm({ product, vatClassId, onSaved, onTheirs }: Options) {
  const form = useSchemaForm(
    CreateProduct,
    product ? valuesOf(product) : { ...emptyValues, ...(vatClassId && { vatClassId }) },
  )
  const [files, setFiles] = useState<readonly AttachedFile[]>(product?.files ?? [])
  const { saveOver, dialog } = useConflict<Product, ProductValues>({
    valuesOf,
    inWords: useProductWords(product),
    onTheirs: (current) => onTheirs?.(current),
  })
  const fileIds = files.map(({ id }) => id)
  const submit = useSubmit(form, async (values) => {
    const body = { ...values, fileIds }
    const saved = product
      ? await saveOver({
          record: product,
          mine: body,
          save: (mine, { id, version }) =>
            callApi(updateProductRoute, { params: { id }, body: { ...mine, version } }),
        })
      : await callApi(createProductRoute, { body }, { idempotencyKey: newId() })
    if (!saved) return
    form.reset(form.getValues())
    await invalidateTopics(['products', 'product-groups', 'files'])
    onSaved(saved)
  })
  return { form, dialog, files: { value: files, onChange: setFiles }, ...submit }
}

const emptyValues: ProductValues = {
  kind: 'goods',
  name: '',
  nameLatin: null,
  groupId: null,
  unitId: '',
  barcode: null,
  units: [],
  parts: [],
  taxCode: null,
  tracking: 'none',
  warrantyMonths: null,
  warrantyTerms: null,
  description: null,
  active: true,
  tagIds: [],
  custom: {},
}

const valuesOf = (product: Product): ProductValues => ({
  kind: product.kind,
  code: product.code,
  name: product.name,
  nameLatin: product.nameLatin,
  groupId: product.group?.id ?? null,
  unitId: product.unit.id,
  barcode: product.barcode,
  units: product.units.map(({ unit, factor, barcode }) => ({ unitId: unit.id, factor, barcode })),
  parts: product.parts.map((part) => ({ productId: part.product.id, quantity: part.quantity })),
  vatClassId: product.vatClass.id,
  taxCode: product.taxCode,
  tracking: product.tracking,
  warrantyMonths: product.warrantyMonths,
  warrantyTerms: product.warrantyTerms,
  description: product.description,
  active: product.active,
  tagIds: product.tags.map(({ id }) => id),
  custom: { ...product.custom },
})
